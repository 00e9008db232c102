"""Template filters of the public pages."""

from django import template
from django.utils.translation import get_language

from records.dates import span_words, words

register = template.Library()
register.filter("in_words", words)


@register.filter
def lifespan(record) -> str:
    """The dates of a record in words: "1981–2000"."""
    start, end = record.lifespan()
    return span_words(start, end, goes_on=record.goes_on()) if start or end else ""


@register.filter
def row_when(row) -> str:
    """The dates of a link, or of the first record that it leads to."""
    spans = (lifespan(end) for end in row.ends if hasattr(end, "lifespan"))
    return row.when or next((span for span in spans if span), "")


@register.filter
def either(acronym: str) -> str:
    """The acronym in the reader's language, of two with | between: "NADB|BDAN"."""
    first, _bar, second = acronym.partition("|")
    return second.strip() if second and get_language() == "es" else first.strip()


@register.filter
def place(jurisdiction) -> str:
    """A place as an address says it: "Ciudad Juárez, Chihuahua"; needs the parent fetched."""
    outer = jurisdiction.parent
    # The city of Washington and its district are one.
    if jurisdiction.kind in ("country", "state") or outer is None or outer.iso_3166 == "US-DC":
        return jurisdiction.name
    return f"{jurisdiction.name}, {outer.name}"


@register.filter
def has_parent(end) -> bool:
    """Whether the end of a link is a place."""
    return hasattr(end, "parent_id")


@register.filter
def authors(text: str) -> str:
    """The authors of a source, in order: "Pastor, Robert A.; Castañeda, Jorge G."."""
    return "; ".join(name.strip().rstrip(".") for name in text.split("|"))


@register.filter
def kind_name(record) -> str:
    """What sort of record it is: "agreement"."""
    return record._meta.verbose_name


@register.filter
def get(mapping, key):
    """An item of a dict."""
    return mapping.get(key)
