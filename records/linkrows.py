"""Links as they are read from one of their ends."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import get_language

from records.dates import span_words, words
from records.fields import EdtfField
from records.models import Statement
from records.notes import Note


@dataclass
class LinkRow:
    """One link as seen from the record of the page."""

    link: Statement
    ends: list
    details: list[str]
    when: str
    notes: list[Note]
    disputed: list[Note]
    remark: str


def far_ends(link: Statement, near: str) -> list:
    """The records and places that the link joins to the one of the page."""
    names = [name for name in link.SEEN_FROM if name != near]
    return [end for end in (getattr(link, name) for name in names) if end is not None]


def details(link: Statement, near: str) -> list[str]:
    """What else the link says: role, ordinal, office, in the reader's language."""
    names = own_columns(type(link))
    if getattr(link, "label", ""):
        names.remove("ordinal")  # the label says it as the source writes it
    return [shown for name in names if (shown := shown_value(link, name))]


def own_columns(model: type[Statement]) -> list[str]:
    """The columns of a kind of link beside its ends, dates, sources and notes."""
    shared = {column.name for column in Statement._meta.fields}
    other = "_en" if get_language() == "es" else "_es"
    return [
        column.name
        for column in model._meta.fields
        if column.editable
        and not (column.is_relation or column.primary_key or isinstance(column, EdtfField))
        and column.name not in shared
        and not column.name.endswith(other)
    ]


def shown_value(link: Statement, name: str) -> str:
    """A column in words; blank where it only says what goes without saying."""
    if name in (said := link.said()):
        return said[name]
    column = link._meta.get_field(name)
    value = getattr(link, name)
    if value is None or (name in link.QUIET and value == column.default):
        return ""
    if column.choices:
        return str(getattr(link, f"get_{name}_display")())
    if name == "rank":
        return f"{column.verbose_name} {value}"
    return unpadded(value) if hasattr(value, "as_tuple") else str(value)


def unpadded(value: Decimal) -> str:
    """A decimal without the zeros that the database adds: 41.5000 → "41.5"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def when(link: Statement) -> str:
    """The dates of the link in words."""
    if hasattr(link, "date"):
        return words(link.date)
    start, end = getattr(link, "start", ""), getattr(link, "end", "")
    return span_words(start, end) if start or end else ""


def link_order(near: str):
    """Sorts links by time, their own or that of the records they lead to, then by country."""

    def key(link: Statement) -> tuple:
        own = getattr(link, "date_earliest", None) or getattr(link, "start_earliest", None)
        ends = far_ends(link, near)
        begun = [getattr(end, "begins_earliest", None) for end in ends]
        side = next((end.side for end in ends if hasattr(end, "side")), 1)
        day = own or next((one for one in begun if one), None)
        ordinal = getattr(link, "ordinal", None) or getattr(link, "rank", None) or 0
        return (day is None, str(day or ""), ordinal, side, link.pk)

    return key
