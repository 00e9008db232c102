"""Odd files are taken whole or refused with a sentence; nothing is lost, halved or garbled."""

import re

import pytest

from records.models import ChangeSet
from records.resources import cell_of, resource_for
from records.sheets import SheetError, read_sheet
from records.tables import table_name, tables
from tests.factories import (
    make_agreement,
    make_indicator,
    make_institution,
    make_jurisdiction,
    make_meeting,
)
from tests.odd_files import cases

CASES = cases()
MODELS = {table_name(model): model for model in tables()}
PROGRAM = re.compile(r"Error|Exception|Traceback|object has no|constraint failed|<class|0x[0-9a-f]")


@pytest.fixture
def ground(db):
    """What the files refer to."""
    make_institution(slug="sre", name_en="Secretariat", name_es="Secretaría")
    make_jurisdiction(slug="mexico")
    make_agreement(slug="la-paz")
    make_meeting(slug="bgc-meeting-5")
    make_indicator(slug="border-crossings")


def refusal(table: str, content: bytes) -> str:
    """Import a file; the first sentence against it, or an empty text if it was taken."""
    try:
        headers, lines = read_sheet(content)
    except SheetError as error:
        return str(error)
    with ChangeSet.open(kind="import"):
        faults = resource_for(MODELS[table])().import_sheet(headers, lines)
    return " ".join(str(fault) for fault in faults)


def contents() -> dict:
    """Every row of every table, as the cells of the export."""
    return {
        name: list(resource_for(model)().export_rows(model.objects.order_by("pk")))
        for name, model in MODELS.items()
    }


def texts(row, names) -> dict[str, str]:
    """What is stored in these columns: texts as they are, other values as in a sheet."""
    found = {}
    for name in names:
        field = row._meta.get_field(name)
        value = getattr(row, field.attname)
        found[name] = value if isinstance(value, str) else cell_of(field).render(value)
    return found


@pytest.mark.parametrize("case", [c for c in CASES if c.outcome == "taken"], ids=lambda c: c.file)
def test_an_odd_file_is_taken_whole(ground, case):
    model = MODELS[case.table]
    before = model.objects.count()
    assert refusal(case.table, case.content) == ""
    assert model.objects.count() == before + len(case.rows)
    for wanted in case.rows:
        row = model.objects.get(**{name: wanted[name] for name in model.KEY})
        assert texts(row, wanted) == wanted


@pytest.mark.parametrize("case", [c for c in CASES if c.outcome == "refused"], ids=lambda c: c.file)
def test_an_odd_file_is_refused_with_a_sentence_and_changes_nothing(ground, case):
    before = contents()
    sentence = refusal(case.table, case.content)
    assert case.what in sentence
    assert sentence and not PROGRAM.search(sentence)
    assert contents() == before
