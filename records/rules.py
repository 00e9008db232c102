"""The tables' constraints evaluated in Python, so that a sheet is checked without a query a row.

The database has the last word; this gives the sentence beforehand. Like SQL, a comparison with
an unknown value is itself unknown, and a rule is broken only when it is plainly false.
"""

from collections.abc import Callable, Iterator
from functools import cache

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

# Whether a row meets a condition; None where an unknown value leaves it open.
Test = Callable[[models.Model], bool | None]
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
    for constraint, holds in checks(type(row)):
        if holds(row) is False:
            yield constraint


@cache
def checks(model: type[models.Model]) -> list[tuple[CheckConstraint, Test]]:
    """The check constraints of a table, each with the question whether a row meets it."""
    rules = [rule for rule in model._meta.constraints if isinstance(rule, CheckConstraint)]
    return [(rule, test_of(rule.condition, model)) for rule in rules]


def holds(condition: Q, row: models.Model) -> bool | None:
    """Whether the row meets the condition; None where an unknown value leaves it open."""
    return test_of(condition, type(row))(row)


def test_of(condition: Q, model: type[models.Model]) -> Test:
    """A function that says whether a row meets the condition.

    Made once a table, since sheets ask it of every row.
    """
    tests = [
        test_of(child, model) if isinstance(child, Q) else comparison(*child, model)
        for child in condition.children
    ]
    joined = tests[0] if len(tests) == 1 else JOINED[condition.connector](tests)
    return negation(joined) if condition.negated else joined


def all_of(tests: list[Test]) -> Test:
    def test(row):
        answer = True
        for one in tests:
            found = one(row)
            if found is False:
                return False
            answer = answer if found else None
        return answer

    return test


def any_of(tests: list[Test]) -> Test:
    def test(row):
        answer = False
        for one in tests:
            found = one(row)
            if found:
                return True
            answer = answer if found is False else None
        return answer

    return test


JOINED = {Q.AND: all_of, Q.OR: any_of}


def negation(test: Test) -> Test:
    def opposite(row):
        answer = test(row)
        return None if answer is None else not answer

    return opposite


def comparison(lookup: str, wanted, model: type[models.Model]) -> Test:
    """One comparison, such as ("start__gte", F("end")); of a foreign key the key itself."""
    name, _sep, kind = lookup.partition("__")
    column = model._meta.get_field(name).attname
    if kind == "isnull":
        return lambda row: (getattr(row, column) is None) == wanted
    compare = LOOKUPS[kind or "exact"]
    other = model._meta.get_field(wanted.name).attname if isinstance(wanted, F) else None

    def test(row):
        value, against = getattr(row, column), getattr(row, other) if other else wanted
        return None if value is None or against is None else compare(value, against)

    return test


class UniqueIndex:
    """The values that one unique constraint has seen: in the database, then in the sheet."""

    def __init__(self, model: type[models.Model], constraint: UniqueConstraint, stored=True):
        self.constraint = constraint
        self.names = [model._meta.get_field(name).attname for name in constraint.fields]
        condition = constraint.condition
        self.applies = None if condition is None else test_of(condition, model)
        rows = model._base_manager.all() if stored else model._base_manager.none()
        if constraint.condition is not None:
            rows = rows.filter(constraint.condition)
        self.owners = {tuple(values): pk for pk, *values in rows.values_list("pk", *self.names)}

    def taken(self, row: models.Model) -> bool:
        """Whether another row has the same values; if not, they are the row's from now on."""
        if self.applies and not self.applies(row):
            return False
        values = tuple(getattr(row, name) for name in self.names)
        if any(value is None for value in values):
            return False
        owner = row.pk or id(row)
        return self.owners.setdefault(values, owner) != owner


def unique_rules(model: type[models.Model]) -> list[UniqueConstraint]:
    """The unique constraints of a table."""
    return [rule for rule in model._meta.constraints if isinstance(rule, UniqueConstraint)]


def unique_indexes(model: type[models.Model]) -> list[UniqueIndex]:
    """An index for each unique constraint of the model, one query each."""
    return [UniqueIndex(model, rule) for rule in unique_rules(model)]
