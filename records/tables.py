"""The curated tables, their names, columns and order; found by walking the models."""

import re
from functools import cache
from graphlib import TopologicalSorter

from django.apps import apps
from django.db import models

from records.models import Citation, Dated, Link, Record, Statement, Tracked
from records.models.tracked import derived_fields

UNCURATED = {"id", "version"}


@cache
def tables() -> tuple[type[Tracked], ...]:
    """Every curated table, each after the tables that its foreign keys lead to."""
    found = sorted(
        (model for model in apps.get_models() if issubclass(model, Tracked)), key=table_name
    )
    graph = {
        model: [
            field.related_model
            for field in model._meta.fields
            if field.many_to_one and field.related_model is not model
        ]
        for model in found
    }
    return tuple(TopologicalSorter(graph).static_order())


@cache
def record_types() -> tuple[type[Record], ...]:
    """The kinds of record, in the order of the apps: those with pages of their own."""
    return tuple(model for model in apps.get_models() if issubclass(model, Record))


def statement_types() -> tuple[type[Statement], ...]:
    """The kinds of link and other statements."""
    return tuple(model for model in apps.get_models() if issubclass(model, Statement))


def citation_types() -> tuple[type[Citation], ...]:
    """The kinds of citation, one for each kind of record."""
    return tuple(model for model in apps.get_models() if issubclass(model, Citation))


@cache
def table_name(model: type[models.Model]) -> str:
    """The name of a table in files: `AgreementCitation` → `agreement_citations`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower()
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("s") else f"{words}s"


@cache
def curated_fields(model: type[Tracked]) -> tuple[models.Field, ...]:
    """The columns of a table in files: its key, what is its own, then what all such rows share.

    A record opens with what all records share: its names say what the row is.
    """
    left_out = UNCURATED | set(derived_fields(model))
    fields = [field for field in model._meta.fields if field.name not in left_out]
    bases = [base for base in (Link, Dated, Statement, Citation) if issubclass(model, base)]
    shared = {field.name for base in bases for field in base._meta.fields}

    def place(field: models.Field) -> int:
        return 0 if field.name in model.KEY else 1 + (field.name in shared)

    return tuple(sorted(fields, key=place))
