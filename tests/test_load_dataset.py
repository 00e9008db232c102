"""`manage.py load_dataset`: all of a folder of CSVs or nothing, with a sentence for every fault."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction

from baskets.models import Basket, Scheme
from institutions.models import Institution, Jurisdiction, Membership
from records import dataset
from records.models import ChangeSet, Source
from records.tables import curated_fields, tables
from tests.factories import cite, make_institution, make_jurisdiction, make_link, make_source

pytestmark = pytest.mark.django_db
FIXTURES = settings.BASE_DIR / "fixtures"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A small dataset, and a database without it: a body, its member, what supports it."""
    with transaction.atomic():
        body = make_institution(slug="border-commission", name_en="Border Commission")
        state = make_jurisdiction(slug="mexico", name_en="Mexico")
        make_link(Membership, ref="bc-mexico", body=body, jurisdiction=state)
        cite(body, ref="bc-paper", source=make_source(slug="paper-2009"))
        dataset.dump(tmp_path)
        transaction.set_rollback(True)
    return tmp_path


def load(folder) -> str:
    """What the command says."""
    said = io.StringIO()
    call_command("load_dataset", folder, stdout=said)
    return said.getvalue()


def refusal(folder) -> str:
    """The sentence with which the dataset is refused; nothing of it is in the database."""
    with pytest.raises(CommandError) as error:
        load(folder)
    assert not any(model.objects.exists() or model.history.exists() for model in tables())
    assert not ChangeSet.objects.exists()
    return str(error.value)


def change(folder, table: str, **values) -> None:
    """Change the cells of the first row of a table."""
    path = folder / f"{table}.csv"
    headers, first, *others = list(csv.reader(path.open(encoding="utf-8", newline="")))
    row = dict(zip(headers, first, strict=True)) | values
    write(path, [list(row), list(row.values()), *others])


def write(path: Path, lines: list[list[str]], **style) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, **{"lineterminator": "\n", **style}).writerows(lines)


def add(folder, table: str, **values) -> None:
    """Add a row to a table, blank where nothing is given."""
    path = folder / f"{table}.csv"
    headers, *others = list(csv.reader(path.open(encoding="utf-8", newline="")))
    write(path, [headers, *others, [values.get(name, "") for name in headers]])


def test_the_curated_dataset_loads():
    assert "rows into" in load(FIXTURES)
    assert Source.objects.filter(slug="seed-2009").exists()
    assert Basket.objects.published().count() == Basket.objects.count() > 6


def test_rows_are_loaded_with_one_change_set_of_their_kind(folder):
    load(folder)
    (change_set,) = ChangeSet.objects.all()
    assert (change_set.kind, change_set.who, change_set.why) == ("load", None, str(folder))
    for model in tables():
        history = model.history.all()
        assert history.count() == model.objects.count()
        assert {(row.history_type, row.change_set_id) for row in history} <= {("+", change_set.pk)}


def test_bounds_and_search_columns_are_derived(folder):
    change(folder, "institutions", founded="1980~", name_es="Comisión Fronteriza")
    load(folder)
    body = Institution.objects.filter(folded__contains="comision").get()
    assert (body.founded_earliest.year, body.begins_latest.year) == (1979, 1981)


def test_loading_into_a_database_with_records_is_refused(folder):
    load(folder)
    with pytest.raises(CommandError, match="already holds records"):
        load(folder)
    assert Institution.objects.count() == 1


def test_if_empty_leaves_a_database_with_records_as_it_is(folder):
    load(folder)
    said = io.StringIO()
    call_command("load_dataset", folder, "--if-empty", stdout=said)
    assert "nothing was loaded" in said.getvalue()
    assert ChangeSet.objects.count() == 1


def test_if_empty_loads_into_an_empty_database(folder):
    call_command("load_dataset", folder, "--if-empty", verbosity=0)
    assert Institution.objects.count() == 1


def test_what_is_no_folder_is_refused(tmp_path):
    assert "is no folder" in refusal(tmp_path / "nowhere")


def test_an_unknown_key_names_row_column_value_and_the_nearest_key(folder):
    change(folder, "memberships", body="border-comission")
    said = refusal(folder)
    assert "memberships, row 1, body = 'border-comission'" in said
    assert "Did you mean border-commission?" in said


def test_a_bad_choice_names_the_choices(folder):
    change(folder, "institutions", reach="bilateral")
    said = refusal(folder)
    assert "institutions, row 1, reach = 'bilateral'" in said
    assert "binational" in said and "trilateral" in said


@pytest.mark.parametrize("text", ["1980-13", "26/06/1980", "the eighties", "1981-02-29"])
def test_a_bad_date_says_how_dates_are_written(folder, text):
    change(folder, "institutions", founded=text)
    said = refusal(folder)
    assert f"institutions, row 1, founded = {text!r}" in said
    assert "1980" in said.partition("founded")[2]


def test_an_unknown_column_names_the_nearest_one(folder):
    change(folder, "institutions", sumary_en="A body.")
    said = refusal(folder)
    assert "institutions" in said and "“sumary_en”" in said and "Did you mean summary_en" in said


def test_a_missing_file_is_named(folder):
    (folder / "seats.csv").unlink()
    assert "has no seats.csv" in refusal(folder)


def test_a_file_of_no_table_is_named(folder):
    shutil.copy(folder / "seats.csv", folder / "seat.csv")
    assert "seat.csv is the name of no table" in refusal(folder)


def test_a_blank_cell_that_must_be_filled_is_named(folder):
    change(folder, "memberships", body="")
    said = refusal(folder)
    assert "memberships, row 1, body" in said and "cannot be blank" in said


def test_a_blank_title_is_named(folder):
    change(folder, "sources", title="")
    assert "sources, row 1, title" in refusal(folder)


def test_a_key_that_stands_twice_is_refused(folder):
    add(folder, "jurisdictions", slug="mexico", name_en="Mexico again", kind="country")
    assert "jurisdictions, row 2" in (said := refusal(folder))
    assert "stands twice" in said


def test_a_fact_that_stands_twice_is_refused(folder):
    add(
        folder,
        "memberships",
        ref="bc-mexico-2",
        body="border-commission",
        jurisdiction="mexico",
        role="member",
    )
    said = refusal(folder)
    assert "memberships, row 2" in said and "recorded already" in said


def test_a_broken_rule_is_explained(folder):
    change(folder, "institutions", founded="1990", ended="1980")
    said = refusal(folder)
    assert "institutions, row 1" in said and "cannot end before it was founded" in said


def test_a_link_without_a_target_is_explained(folder):
    change(folder, "memberships", jurisdiction="")
    assert "Choose an institution or a jurisdiction" in refusal(folder)


def test_a_published_record_without_a_citation_is_refused(folder):
    path = folder / "institution_citations.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    said = refusal(folder)
    assert "border-commission is published without a citation" in said


def test_a_draft_needs_no_citation(folder):
    path = folder / "institution_citations.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    change(folder, "institutions", publication="draft")
    load(folder)
    assert Institution.objects.get().publication == "draft"


def test_all_faults_of_a_table_are_told_at_once(folder):
    change(folder, "institutions", reach="bilateral", founded="1980-13", kind="board")
    said = refusal(folder)
    assert all(f"row 1, {name} = " in said for name in ("reach", "founded", "kind"))


def test_a_claim_about_no_column_is_refused(folder):
    change(folder, "institution_citations", about="foundation", value="1980")
    said = refusal(folder)
    assert "institution_citations, row 1, about = 'foundation'" in said and "founded" in said


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("is_class", "perhaps", "true or false"),
        ("last_verified", "14/08/2009", "2009-08-14"),
        ("slug", "Border Commission", "small letters"),
        ("acronym", "A" * 61, "at most 60"),
    ],
)
def test_a_bad_cell_says_what_would_be_right(folder, column, value, sentence):
    change(folder, "institutions", **{column: value})
    said = refusal(folder)
    assert f"institutions, row 1, {column} = {value!r}" in said and sentence in said


def test_a_number_is_written_with_a_point(folder):
    change(folder, "jurisdictions", latitude="31,73")
    assert "jurisdictions, row 1, latitude = '31,73'" in refusal(folder)


def test_the_order_of_rows_does_not_matter(folder):
    write_places(folder, ["juarez,chihuahua", "chihuahua,mexico", "mexico,"])
    load(folder)
    assert Jurisdiction.objects.get(slug="juarez").parent.parent.slug == "mexico"


def write_places(folder, lines: list[str]) -> None:
    """Places as "slug,parent", the first in the file first."""
    places = [line.split(",") for line in lines]
    rows = [
        [slug, slug, slug, "state" if parent else "country", parent, "", "", "", "", ""]
        for slug, parent in places
    ]
    names = [field.name for field in curated_fields(Jurisdiction)]
    write(folder / "jurisdictions.csv", [names, *rows])


def test_places_that_lie_in_each_other_are_refused(folder):
    write_places(folder, ["mexico,", "one,two", "two,one"])
    said = refusal(folder)
    assert "jurisdictions" in said and "lie in each other" in said


def test_a_rule_is_checked_also_where_the_parent_comes_later(folder):
    write_places(folder, ["juarez,mexico", "mexico,"])
    change(folder, "jurisdictions", latitude="131")
    said = refusal(folder)
    assert "jurisdictions, row 1" in said and "Latitude runs" in said


def test_a_place_whose_parent_is_nowhere_is_refused(folder):
    write_places(folder, ["mexico,", "juarez,chihuaha"])
    assert "jurisdictions, row 2, parent = 'chihuaha'" in refusal(folder)


def test_a_column_that_is_left_out_has_its_default(folder):
    write(folder / "schemes.csv", [["slug", "name_en", "name_es"], ["six", "Six", "Seis"]])
    load(folder)
    assert Scheme.objects.get().note_en == ""


def test_a_table_without_its_key_is_refused(folder):
    write(folder / "schemes.csv", [["name_en", "name_es"], ["Six", "Seis"]])
    said = refusal(folder)
    assert "schemes" in said and "slug" in said


def test_quoted_texts_may_hold_lines_and_quotes(folder):
    text = 'He said "no";\nthen, =1+1\ttwo'
    change(folder, "institutions", summary_en=text)
    load(folder)
    assert Institution.objects.get().summary_en == text
