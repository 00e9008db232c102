"""Template filters of the public pages."""

from django import template

from records.dates import span_words, words

register = template.Library()
register.filter("in_words", words)


@register.filter
def lifespan(record) -> str:
    """The dates of a record in words: "1981–2000"."""
    start, end = record.lifespan()
    return span_words(start, end, goes_on=record.goes_on()) if start or end else ""


@register.filter
def get(mapping, key):
    """An item of a dict."""
    return mapping.get(key)
