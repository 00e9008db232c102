"""Claims: what citations say of a record's columns and links, and whether they agree with it."""

from dataclasses import dataclass, field
from functools import cache

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from records.dates import DateError, conflict, parse, words
from records.fields import EdtfField
from records.models import Citation, Record
from records.text import fold


@dataclass
class Conflict:
    """Sources that disagree about one column or link of a record."""

    about: str
    others: list[Citation] = field(default_factory=list)
    followed: list[Citation] = field(default_factory=list)


def conflicts(record: Record, citations: list[Citation], held: dict[str, set[str]]) -> dict:
    """The conflicts of a record by column or link name.

    `held` gives, for each link, the slugs at its far ends; a link that is not in it is not judged.
    """
    found: dict[str, Conflict] = {}
    for citation in citations:
        if citation.about and citation.value and disagrees(record, citation, held):
            found.setdefault(citation.about, Conflict(citation.about)).others.append(citation)
    for citation in citations:
        if citation.about in found and citation not in found[citation.about].others:
            found[citation.about].followed.append(citation)
    return found


def disagrees(record: Record, citation: Citation, held: dict[str, set[str]]) -> bool:
    """Whether the claim contradicts what the record holds."""
    column = column_of(type(record), citation.about)
    if column is None:
        ends = held.get(citation.about)
        return ends is not None and bool(ends) and citation.value not in ends
    value = getattr(record, column.attname)
    if isinstance(column, EdtfField):
        return dates_disagree(value, citation.value)
    if column.is_relation:
        linked = getattr(record, column.name)
        return linked is not None and linked.slug != citation.value
    return value not in (None, "") and fold(str(value)) != fold(citation.value)


def dates_disagree(held: str, claimed: str) -> bool:
    """Whether the two dates cannot both be right."""
    try:
        return conflict(parse(held), parse(claimed))
    except DateError:
        return True


@cache
def column_of(model: type[Record], about: str) -> models.Field | None:
    """The column that a claim is about; None where it is about a link."""
    try:
        column = model._meta.get_field(about)
    except FieldDoesNotExist:
        return None
    return column if column.concrete else None


def in_words(citation: Citation) -> str:
    """What the citation claims, as a reader reads it."""
    column = column_of(type(citation)._meta.get_field("record").related_model, citation.about)
    if column is not None and column.choices:
        return str(dict(column.choices).get(citation.value, citation.value))
    may_be_date = isinstance(column, EdtfField) or citation.topic_id
    return words_if_date(citation.value) if may_be_date else citation.value


def words_if_date(value: str) -> str:
    """A date in words if it is one, otherwise the value as it stands."""
    try:
        return words(value)
    except DateError:
        return value


def named(model: type[Record], citations: list[Citation]) -> dict[tuple[str, str], object]:
    """The rows that claims name, by (link or column, slug): one query for each far table."""
    wanted: dict[str, set[str]] = {}
    for citation in citations:
        if citation.value and citation.about:
            wanted.setdefault(citation.about, set()).add(citation.value)
    found = {}
    for about, slugs in wanted.items():
        for table in model.far_tables(about):
            for row in table.objects.published().filter(slug__in=slugs):
                found[about, row.slug] = row
    return found
