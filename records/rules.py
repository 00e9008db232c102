"""The tables' constraints evaluated in Python, so that a sheet is checked without a query a row.

The database has the last word; this gives the sentence beforehand. Like SQL, a comparison with
an unknown value is itself unknown, and a rule is broken only when it is plainly false.
"""

from collections.abc import Iterator

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

LOOKUPS = {
    "exact": lambda value, wanted: value == wanted,
    "in": lambda value, wanted: value in wanted,
    "gte": lambda value, wanted: value >= wanted,
    "lte": lambda value, wanted: value <= wanted,
    "gt": lambda value, wanted: value > wanted,
    "lt": lambda value, wanted: value < wanted,
    "range": lambda value, wanted: wanted[0] <= value <= wanted[1],
}


def broken_rules(row: models.Model) -> Iterator[CheckConstraint]:
    """The check constraints that the row offends."""
    for constraint in row._meta.constraints:
        if isinstance(constraint, CheckConstraint) and holds(constraint.condition, row) is False:
            yield constraint


def holds(condition: Q, row: models.Model) -> bool | None:
    """Whether the row meets the condition; None where an unknown value leaves it open."""
    parts = [
        holds(child, row) if isinstance(child, Q) else compare(row, *child)
        for child in condition.children
    ]
    if condition.connector == Q.AND:
        answer = False if False in parts else (None if None in parts else True)
    else:
        answer = True if True in parts else (None if None in parts else False)
    return answer if answer is None or not condition.negated else not answer


def compare(row: models.Model, lookup: str, wanted) -> bool | None:
    """One comparison, such as ("start__gte", F("end"))."""
    name, _sep, kind = lookup.partition("__")
    value = value_of(row, name)
    if kind == "isnull":
        return (value is None) == wanted
    if isinstance(wanted, F):
        wanted = value_of(row, wanted.name)
    if value is None or wanted is None:
        return None
    return LOOKUPS[kind or "exact"](value, wanted)


def value_of(row: models.Model, name: str):
    """The value of a column, for a foreign key the key itself."""
    return getattr(row, row._meta.get_field(name).attname)


class UniqueIndex:
    """The values that one unique constraint has seen: in the database, then in the sheet."""

    def __init__(self, model: type[models.Model], constraint: UniqueConstraint):
        self.constraint = constraint
        self.names = [model._meta.get_field(name).attname for name in constraint.fields]
        rows = model._base_manager.all()
        if constraint.condition is not None:
            rows = rows.filter(constraint.condition)
        self.owners = {tuple(values): pk for pk, *values in rows.values_list("pk", *self.names)}

    def taken(self, row: models.Model) -> bool:
        """Whether another row has the same values; if not, they are the row's from now on."""
        condition = self.constraint.condition
        if condition is not None and holds(condition, row) is not True:
            return False
        values = tuple(getattr(row, name) for name in self.names)
        if any(value is None for value in values):
            return False
        owner = row.pk or id(row)
        return self.owners.setdefault(values, owner) != owner


def unique_indexes(model: type[models.Model]) -> list[UniqueIndex]:
    """An index for each unique constraint of the model, one query each."""
    rules = model._meta.constraints
    return [UniqueIndex(model, rule) for rule in rules if isinstance(rule, UniqueConstraint)]
