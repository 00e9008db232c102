"""The description of the dataset as a Data Package: every table, column, key and allowed value."""

from django.db import models

from records.fields import EdtfField
from records.models import Tracked
from records.tables import curated_fields, table_name, tables

NAME = "institutional-map"
LICENSE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
TYPES = {
    models.BooleanField: "boolean",
    models.DateField: "date",
    models.IntegerField: "integer",
    models.DecimalField: "number",
}


def describe() -> dict:
    """The contents of datapackage.json, the same for the same tables."""
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": "Institutional map of US–Mexico relations",
        "licenses": [LICENSE],
        "resources": [describe_table(model) for model in sorted(tables(), key=table_name)],
    }


def describe_table(model: type[Tracked]) -> dict:
    """One table as a tabular data resource."""
    fields = curated_fields(model)
    schema = {
        "fields": [describe_column(field) for field in fields],
        "primaryKey": list(model.KEY),
    }
    keys = [describe_key(field) for field in fields if field.is_relation]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table_name(model).replace("_", "-"),
        "path": f"{table_name(model)}.csv",
        "title": str(model._meta.verbose_name_plural),
        "description": first_line(model),
        "encoding": "utf-8",
        "schema": schema,
    }


def first_line(model: type[Tracked]) -> str:
    """What one row is, in the words of the model's docstring."""
    return " ".join((model.__doc__ or "").strip().split("\n\n")[0].split())


def describe_column(field: models.Field) -> dict:
    """One column: name, type, meaning, allowed values."""
    column = {"name": field.name, "type": column_type(field), "title": str(field.verbose_name)}
    if isinstance(field, EdtfField):
        column["rdfType"] = "http://id.loc.gov/datatypes/edtf"
    if field.help_text:
        column["description"] = str(field.help_text)
    if rules := constraints(field):
        column["constraints"] = rules
    return column


def column_type(field: models.Field) -> str:
    """The Table Schema type of a column."""
    return next((name for kind, name in TYPES.items() if isinstance(field, kind)), "string")


def constraints(field: models.Field) -> dict:
    """What Table Schema can say of a column's values."""
    rules: dict = {}
    if not field.blank or field.name in field.model.KEY:
        rules["required"] = True
    if field.unique:
        rules["unique"] = True
    if field.choices:
        rules["enum"] = [value for value, _label in field.choices]
    return rules


def describe_key(field: models.Field) -> dict:
    """A foreign key; within the same table the resource is named by an empty text."""
    other = field.related_model
    resource = "" if other is field.model else table_name(other).replace("_", "-")
    return {"fields": field.name, "reference": {"resource": resource, "fields": other.KEY[0]}}
