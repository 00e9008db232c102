"""`manage.py generate_records`: rows that keep every rule, and the same from the same seed."""

import io

import pytest
from django.core.management import CommandError, call_command

from institutions.models import Agreement, Institution
from records import dataset
from records.claims import conflicts
from records.models import ChangeSet, Record, Redirect, Source
from records.publishing import unsupported
from records.rules import broken_rules
from records.tables import record_types, statement_types, table_name, tables
from tests.factories import make_institution

pytestmark = pytest.mark.django_db
RECORDS = 60


def generate(*arguments) -> str:
    """What the command says."""
    said = io.StringIO()
    call_command("generate_records", *arguments, stdout=said)
    return said.getvalue()


def contents(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def records() -> list[Record]:
    return [record for model in record_types() for record in model.objects.all()]


@pytest.fixture
def filled():
    generate("--records", RECORDS, "--links", "4", "--seed", "7")


def test_every_table_gets_rows(filled):
    empty = {table_name(model) for model in tables() if not model.objects.exists()}
    assert empty == {table_name(Redirect)}


def test_records_and_links_are_as_many_as_asked_for(filled):
    links = sum(model.objects.count() for model in statement_types())
    assert RECORDS <= len(records()) <= 1.3 * RECORDS
    assert 3 * RECORDS <= links <= 5 * RECORDS


def test_no_row_breaks_a_rule(filled):
    for model in tables():
        assert not [row for row in model.objects.all() if list(broken_rules(row))]
    assert not list(unsupported())


def test_every_column_passes_its_own_check(filled):
    for model in tables():
        for row in model.objects.all():
            row.clean_fields()
            row.clean()


def test_all_is_one_change_set_with_history(filled):
    (change_set,) = ChangeSet.objects.all()
    for model in tables():
        assert model.history.filter(change_set=change_set).count() == model.objects.count()


def test_some_sources_disagree(filled):
    cited = Agreement.objects.prefetch_related("citations")
    assert any(conflicts(record, record.citations.all(), {}) for record in cited)


def test_rows_added_by_hand_come_after_those_made(filled):
    last = Institution.objects.order_by("pk").last()
    assert make_institution().pk > last.pk


def test_the_share_of_drafts_is_chosen():
    generate("--records", RECORDS, "--drafts", "0")
    assert all(record.is_published for record in records())


def test_drafts_can_be_all_there_is():
    generate("--records", RECORDS, "--drafts", "100")
    assert not any(record.is_published for record in records())


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        generate("--records", RECORDS, "--seed", seed, "--to", tmp_path / name)
    one, two, three = (contents(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two
    assert one["agreements.csv"] != three["agreements.csv"]


def test_the_folder_is_what_a_dump_of_the_database_would_be(tmp_path):
    generate("--records", RECORDS, "--seed", "7", "--to", tmp_path / "made")
    assert not Institution.objects.exists()
    dataset.load(tmp_path / "made")
    dataset.dump(tmp_path / "dumped")
    assert contents(tmp_path / "made") == contents(tmp_path / "dumped")


def test_the_database_gets_the_rows_of_the_folder(tmp_path, filled):
    generate("--records", RECORDS, "--links", "4", "--seed", "7", "--to", tmp_path / "made")
    dataset.dump(tmp_path / "dumped")
    assert contents(tmp_path / "made") == contents(tmp_path / "dumped")


def test_a_database_with_records_is_left_alone():
    make_institution()
    with pytest.raises(CommandError, match="holds records already"):
        generate("--records", RECORDS)
    assert Institution.objects.count() == 1


def test_rows_can_be_added_to_a_database_with_records(filled):
    before = Institution.objects.count(), Source.objects.count()
    generate("--records", RECORDS, "--seed", "7", "--add")
    assert (Institution.objects.count(), Source.objects.count()) == tuple(2 * n for n in before)


@pytest.mark.parametrize("wrong", [["--records", "0"], ["--drafts", "101"], ["--links", "-1"]])
def test_impossible_numbers_are_refused(wrong):
    with pytest.raises(CommandError, match="Ask for"):
        generate(*wrong)
