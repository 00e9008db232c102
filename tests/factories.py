"""Rows for tests: complete, valid and published; a test states only what it is about."""

from itertools import count

from django.db import models

from baskets.models import Basket, Indicator, Issue
from events.models import Meeting, Report
from institutions.models import Agreement, Institution, Jurisdiction
from records.fields import EdtfField
from records.models import Record, Source, Tracked
from records.models.tracked import derived_fields
from records.rules import broken_rules

numbers = count(1)


def make(model: type[Tracked], **values) -> Tracked:
    """Any curated row: what it must have is filled in, the rest is left blank."""
    row = build(model, **values)
    row.save()
    return row


def build(model: type[Tracked], **values) -> Tracked:
    """The same, not saved; the rows that it leads to are."""
    row = model(**defaults(model, values) | values)
    for key in optional_keys(model, values):
        if not list(broken_rules(row)):
            break
        setattr(row, key.name, make(key.related_model))  # just one of several targets
    return row


def defaults(model: type[Tracked], given=()) -> dict:
    """A value for each column that must have one and is not given."""
    number = next(numbers)
    columns = [field for field in model._meta.fields if must_be_filled(field, model)]
    found = {field.name: value(field, number) for field in columns if field.name not in given}
    if {"name_en", "name_es"} <= {field.name for field in model._meta.fields}:
        found |= {"name_en": f"Name {number}", "name_es": f"Nombre {number}"}
    return found | ({"publication": "published"} if issubclass(model, Record) else {})


def must_be_filled(field: models.Field, model: type[Tracked]) -> bool:
    """Whether a row cannot be saved, or found again, without the column."""
    if field.primary_key or field.null or field.name in derived_fields(model):
        return False
    given = field.has_default() and not isinstance(field, EdtfField)
    return field.name == "slug" or not (field.blank or given)


def value(field: models.Field, number: int):
    """A valid value for a column, new for each number."""
    if field.is_relation:
        return make(field.related_model)
    if isinstance(field, EdtfField):
        return str(1900 + number % 100)
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.IntegerField | models.DecimalField):
        return number
    if isinstance(field, models.URLField):
        return f"https://www.example.org/{number}"
    word = field.model._meta.model_name if field.name == "slug" else field.name
    return f"{word.replace('_', '-')}-{number}"


def optional_keys(model: type[Tracked], given) -> list[models.Field]:
    """The foreign keys that may be blank, sources aside, and are not given."""
    keys = [field for field in model._meta.fields if field.many_to_one and field.null]
    return [key for key in keys if key.related_model is not Source and key.name not in given]


def make_institution(**values) -> Institution:
    return make(Institution, **values)


def make_agreement(**values) -> Agreement:
    return make(Agreement, **values)


def make_meeting(**values) -> Meeting:
    return make(Meeting, **values)


def make_report(**values) -> Report:
    return make(Report, **values)


def make_basket(**values) -> Basket:
    return make(Basket, **values)


def make_issue(**values) -> Issue:
    return make(Issue, **values)


def make_indicator(**values) -> Indicator:
    return make(Indicator, **values)


def make_jurisdiction(**values) -> Jurisdiction:
    return make(Jurisdiction, **values)


def make_source(**values) -> Source:
    return make(Source, **values)


def make_link(model: type[Tracked], **ends) -> Tracked:
    """A link between the ends given; those that are not are made."""
    return make(model, **ends)


def citation_model(record_type: type[Record]) -> type[Tracked]:
    """The table of citations of a kind of record."""
    return record_type._meta.get_field("citations").related_model


def cite(record: Record, **values) -> Tracked:
    """A citation of the record: a claim if `about` and `value` are given."""
    return make(citation_model(type(record)), record=record, **values)
