"""The codebook: every table and column, walked from the models, in the reader's language."""

from django.db import models
from django.utils.translation import gettext as _

from records.datapackage import column_type, first_line
from records.fields import EdtfField
from records.models import Source, Tracked
from records.tables import (
    citation_types,
    curated_fields,
    record_types,
    statement_types,
    table_name,
    tables,
)


def parts() -> list[tuple[str, list[dict]]]:
    """The tables in four parts: records, what else has a name, links, citations."""
    links, citations = statement_types(), citation_types()
    records = (*record_types(), Source)
    named = [model for model in tables() if model not in (*records, *links, *citations)]
    found = ((_("Records"), records), (_("Plain tables"), named))
    found += ((_("Links"), links), (_("Citations"), citations))
    return [(heading, [describe(model) for model in models]) for heading, models in found]


def describe(model: type[Tracked]) -> dict:
    """A table: its name, what one row is, its key and its columns."""
    columns = [column(field) for field in curated_fields(model)]
    return {
        "name": table_name(model),
        "title": model._meta.verbose_name_plural,
        "row": _(first_line(model)),
        "key": model.KEY,
        "columns": columns,
    }


def column(field: models.Field) -> dict:
    """A column: name, type, meaning, allowed values with labels, the table it leads to."""
    return {
        "name": field.name,
        "title": field.verbose_name,
        "type": type_words(field),
        "meaning": field.help_text,
        "values": field.choices or [],
        "table": table_name(field.related_model) if field.is_relation else "",
        "required": not field.blank,
    }


def type_words(field: models.Field) -> str:
    """The type of a column in a word."""
    if isinstance(field, EdtfField):
        return _("date (EDTF)")
    if field.is_relation:
        return _("key")
    kinds = {
        "boolean": _("true or false"),
        "date": _("day"),
        "integer": _("whole number"),
        "number": _("number"),
    }
    return kinds.get(column_type(field)) or _("text")
