"""Values of rows in the reader's words, for columns, labels, headings and histories."""

from functools import cache

from django.contrib import admin
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from records.dates import span_words, words
from records.fields import EdtfField
from records.models import Citation, Dated, Link, Statement


def in_words(field: models.Field, value) -> str:
    """A value of the field as a reader wants it: dates in words, choices by their label."""
    if isinstance(field, EdtfField):
        return words(value or "")
    if isinstance(field, models.BooleanField):
        return str(_("yes") if value else _("no"))
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    return "" if value is None else str(value)


def value_in_words(row: models.Model, name: str) -> str:
    """The value of one column of a row in words; blank when there is none."""
    return in_words(row._meta.get_field(name), getattr(row, name))


@cache
def keys(model: type[models.Model]) -> tuple[str, ...]:
    """The names of the model's foreign keys that a curator fills."""
    return tuple(f.name for f in model._meta.fields if f.many_to_one and f.editable)


@cache
def own_fields(model: type[models.Model]) -> tuple[str, ...]:
    """The columns of a link that other links do not have, in the order of the model."""
    bases = [base for base in (Link, Dated, Statement, Citation) if issubclass(model, base)]
    shared = {"id"} | {field.name for base in bases for field in base._meta.fields}
    return tuple(f.name for f in model._meta.fields if f.name not in shared and f.editable)


def bilingual(names) -> tuple[list[str], list[tuple[str, ...]]]:
    """The names of plain columns, and the pairs of those that stand in both languages."""
    plain = [name for name in names if not name.endswith(("_en", "_es"))]
    pairs = [(name, f"{name[:-3]}_es") for name in names if name.endswith("_en")]
    return plain, pairs


def row_in_words(row: models.Model, without: str = "") -> str:
    """A link in one line, seen from the record that the key `without` leads to."""
    names = [name for name in bilingual(own_fields(type(row)))[0] if name != without]
    parts = [value_in_words(row, name) for name in names]
    if isinstance(row, Link):
        parts.append(span_words(row.start, row.end))
    if isinstance(row, Dated):
        parts.append(words(row.date))
    return " · ".join(part for part in parts if part)


def named(row: models.Model) -> str:
    """A row of any table in one line, for headings and lists of changes."""
    if isinstance(row, Statement):
        return row_in_words(row) or str(row)
    return f"{row.record}: {row}" if isinstance(row, Citation) else str(row)


class Chronological(Coalesce):
    """The earliest day, or else the latest; unknown dates come last in either direction."""

    def asc(self, **_options):
        return super().asc(nulls_last=True)

    def desc(self, **_options):
        return super().desc(nulls_last=True)


@cache
def date_column(model: type[models.Model], name: str):
    """A list's column for an EDTF field: shown in words, sorted by day."""

    @admin.display(
        description=model._meta.get_field(name).verbose_name,
        ordering=Chronological(f"{name}_earliest", f"{name}_latest"),
        empty_value="",
    )
    def column(row):
        return words(getattr(row, name))

    column.__name__ = name
    return column


def as_columns(model: type[models.Model], names) -> list:
    """The columns of a list, those of dates in words."""
    dates = {field.name for field in model._meta.fields if isinstance(field, EdtfField)}
    return [date_column(model, name) if name in dates else name for name in names]


@admin.display(description=_("source"), ordering="source__slug")
def source_key(row: Statement | Citation) -> str:
    """A list's column for the source: its citation key, which is short."""
    return row.source.slug if row.source else ""
