"""Bad rows are refused by the database itself, and the rules in Python say the same.

Rows are written past every check of ours: Django's own `bulk_create` cleans nothing.
"""

import copy

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import CheckConstraint, F, UniqueConstraint
from hypothesis import given, settings
from hypothesis import strategies as st

from baskets.models import Basket, Crosswalk, Issue
from events.models import Agenda, Meeting, Outcome, Participation, Report
from institutions.models import (
    Affiliation,
    Agreement,
    Coverage,
    DatedName,
    Institution,
    Jurisdiction,
    Lifespan,
    Lineage,
    Membership,
    Party,
    Priority,
    Succession,
)
from records.fields import EdtfField
from records.models import ChangeSet, Link, Redirect, Source, Topic
from records.rules import broken_rules
from records.tables import citation_types, record_types, statement_types, table_name, tables
from tests.factories import build, make

pytestmark = pytest.mark.django_db

BACKWARDS = {"start": "1990", "end": "1980"}
BODY_AND_PLACE = {"institution": Institution, "jurisdiction": Jurisdiction}
NEITHER = {"institution": None, "jurisdiction": None}
# A class stands for a row of it, F("x") for what the row has in the column x.
BAD = [
    *((model, {"name_en": "", "name_es": "", "publication": "draft"}) for model in record_types()),
    *((model, {"name_es": "", "publication": "published"}) for model in record_types()),
    *((model, {"publication": "withdrawn", "withdrawn_why_en": "No."}) for model in record_types()),
    *((model, {"topic": Topic, "about": "acronym"}) for model in citation_types()),
    *((model, {"value": "NAFTA"}) for model in citation_types()),
    *((model, BACKWARDS) for model in statement_types() if issubclass(model, Link)),
    (Institution, {"founded": "1990", "ended": "1980"}),
    (Institution, {"ended": "1990", "ending": "ongoing"}),
    (Agreement, {"signed": "1990", "ended": "1980"}),
    (Agreement, {"in_force": "1990", "ended": "1980"}),
    (Agreement, {"ended": "1990", "ending": "ongoing"}),
    (DatedName, {"name_en": "", "name_es": ""}),
    (Lifespan, {"start": ""}),
    (Lifespan, {"end": "1990", "ending": "ongoing"}),
    (Meeting, BACKWARDS),
    (Report, {"period_start": "1990", "period_end": "1980"}),
    (Jurisdiction, {"kind": "state", "parent": None}),
    (Jurisdiction, {"latitude": 91}),
    (Jurisdiction, {"longitude": -181}),
    (Redirect, {"old": "same", "new": "same"}),
    (Source, {"title": ""}),
    (Crosswalk, {"other": F("basket")}),
    (Affiliation, {"other": F("institution")}),
    (Succession, {"successor": F("predecessor")}),
    (Lineage, {"other": F("agreement")}),
    (Membership, {"member": F("body"), "jurisdiction": None}),
    (Membership, {"member": None, "jurisdiction": None}),
    (Membership, {"member": Institution, "jurisdiction": Jurisdiction}),
    (Party, BODY_AND_PLACE),
    (Party, NEITHER),
    (Priority, BODY_AND_PLACE),
    (Priority, NEITHER),
    (Priority, {"rank": 0}),
    (Participation, {**NEITHER, "person": ""}),
    (Coverage, {"basket": Basket, "issue": Issue}),
    (Coverage, {"basket": None, "issue": None}),
    (Agenda, {"basket": Basket, "issue": Issue}),
    (Agenda, {"basket": None, "issue": None}),
    (Outcome, {"agreement": Agreement, "report": Report}),
    (Outcome, {"agreement": None, "report": None}),
]
CHOICES = [
    (model, field.name) for model in tables() for field in model._meta.fields if field.choices
]
UNIQUE = [
    (model, rule)
    for model in tables()
    for rule in model._meta.constraints
    if isinstance(rule, UniqueConstraint)
]


def spoilt(model, values):
    """A row that was valid until it got these values."""
    row = build(model)
    for name, value in values.items():
        if isinstance(value, type):
            value = make(value)
        setattr(row, name, getattr(row, value.name) if isinstance(value, F) else value)
    row.derive()
    return row


def refusal(row) -> str:
    """What the database says against the row, if anything; nothing is left in it."""
    row.derive()
    try:
        with transaction.atomic():
            models.QuerySet(type(row)).bulk_create([row])
            transaction.set_rollback(True)
    except IntegrityError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("model", "values"), BAD, ids=lambda part: getattr(part, "__name__", ""))
def test_a_bad_row_is_refused_by_the_database_and_by_the_rules(model, values):
    row = spoilt(model, values)
    names = [rule.name for rule in broken_rules(row)]
    said = refusal(row)
    assert names and any(name in said for name in names), (names, said)


@pytest.mark.parametrize(
    ("model", "name"), CHOICES, ids=lambda part: getattr(part, "__name__", part)
)
def test_a_column_with_choices_takes_no_other_value(model, name):
    row = spoilt(model, {name: "?"})
    assert f"{model._meta.label_lower.replace('.', '_')}_{name}" in {
        rule.name for rule in broken_rules(row)
    }
    assert refusal(row)


def test_every_rule_of_every_table_is_tried_here():
    tried = {rule.name for model, values in BAD for rule in broken_rules(spoilt(model, values))}
    tried |= {f"{model._meta.app_label}_{model._meta.model_name}_{name}" for model, name in CHOICES}
    rules = [rule for model in tables() for rule in model._meta.constraints]
    assert {rule.name for rule in rules if isinstance(rule, CheckConstraint)} - tried == set()


def same_fact(model, rule) -> dict:
    """Values of the columns that the rule wants unique, each filled as far as it can be."""
    values = {}
    for field in (model._meta.get_field(name) for name in rule.fields):
        if field.is_relation:
            values[field.name] = make(field.related_model)
        elif isinstance(field, EdtfField) and not field.blank:
            values[field.name] = "1980"
        elif not field.choices and not isinstance(field, EdtfField):
            values[field.name] = getattr(build(model), field.name) or "MX"
    return values


@pytest.mark.parametrize(("model", "rule"), UNIQUE, ids=lambda part: getattr(part, "name", ""))
def test_the_same_fact_stands_once(model, rule):
    values = same_fact(model, rule)
    make(model, **values)
    said = refusal(build(model, **values))
    assert rule.name in said or all(name in said for name in rule.fields)


@pytest.mark.parametrize("model", tables(), ids=table_name)
def test_a_slug_or_ref_stands_once(model):
    for field in model._meta.fields:
        if field.unique and not field.primary_key:
            taken = getattr(make(model), field.name)
            assert field.name in refusal(spoilt(model, {field.name: taken}))


def test_a_place_in_a_scheme_is_not_negative():
    assert refusal(spoilt(Basket, {"ordinal": -1}))


def test_a_change_set_is_of_a_known_kind():
    with pytest.raises(IntegrityError, match="records_changeset_kind"), transaction.atomic():
        ChangeSet.objects.create(kind="whim")


def possible(field, rows: list):
    """Values, good and bad, for a column that rules may speak of."""
    if field.is_relation:
        return st.sampled_from([*rows, None] if field.null else rows)
    if field.choices:
        return st.sampled_from([*(value for value, _label in field.choices), "?"])
    if isinstance(field, EdtfField):
        return st.sampled_from(["", "1980", "1985~", "1990", "[..1984]", "[1986..]", "XXXX"])
    if isinstance(field, models.DecimalField):
        return st.sampled_from([-181, -91, 0, 90, 91, *([None] if field.null else [])])
    if isinstance(field, models.IntegerField):
        return st.sampled_from([0, 1, 2, *([None] if field.null else [])])
    return st.sampled_from(["", "one", "two"])


def generated(model):
    """Changes of a row in the columns that its rules may speak of."""
    kinds = (models.CharField, models.TextField, models.IntegerField, models.DecimalField)
    fields = [field for field in model._meta.fields if field.editable and not field.unique]
    fields = [field for field in fields if field.is_relation or isinstance(field, kinds)]
    targets = {field.related_model for field in fields if field.is_relation}
    rows = {target: [make(target), make(target)] for target in targets}
    values = {field.name: possible(field, rows.get(field.related_model)) for field in fields}
    return st.dictionaries(st.sampled_from(sorted(values)), st.none(), max_size=8).flatmap(
        lambda names: st.fixed_dictionaries({name: values[name] for name in names})
    )


@pytest.mark.parametrize("model", tables(), ids=table_name)
def test_the_rules_and_the_database_agree_on_any_row(model):
    whole = build(model)

    @settings(max_examples=30)
    @given(generated(model))
    def agree(values):
        row = copy.copy(whole)
        for name, value in values.items():
            setattr(row, name, value)
        row.derive()
        assert bool(list(broken_rules(row))) == bool(refusal(row))

    agree()
