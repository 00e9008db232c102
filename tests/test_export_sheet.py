"""Exports hold what the filters of a list leave, in the columns of the dataset, and come back."""

import io

import pytest
from openpyxl import load_workbook

from institutions.models import Agreement, Institution, Membership
from records.imports.upload import read_upload
from records.resources import resource_for
from records.sheets import read_sheet
from records.tables import table_name, tables
from tests.factories import make, make_agreement, make_institution, make_link
from tests.people import signed_in
from tests.reading import body
from tests.sheets import bring, export_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(db):
    return signed_in("curator", "Curators")


def exported(client, model, query: str = "", extension: str = "csv") -> list[dict[str, str]]:
    """The rows of an export by heading."""
    response = client.get(export_address(model, extension) + query)
    assert response.status_code == 200
    headers, lines = read_upload(f"sheet.{extension}", body(response))
    return [dict(zip(headers, line, strict=True)) for line in lines]


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_an_export_holds_what_the_filters_leave(curator, extension):
    make_institution(slug="bank", kind="bank")
    make_institution(slug="council", kind="council", publication="draft")
    rows = exported(curator, Institution, "?kind__exact=council", extension)
    assert [row["slug"] for row in rows] == ["council"]
    assert len(exported(curator, Institution, "", extension)) == 2


def test_a_search_narrows_the_export_as_it_does_the_list(curator):
    make_institution(slug="bank", name_en="North American Bank")
    make_institution(slug="council")
    assert [row["slug"] for row in exported(curator, Institution, "?q=bank")] == ["bank"]


def test_the_columns_are_those_of_the_dataset(curator):
    headers, _lines = read_sheet(body(curator.get(export_address(Agreement))))
    assert headers == resource_for(Agreement)().get_export_headers()


def test_the_buttons_lead_to_the_export_of_what_is_shown(curator):
    make_institution(kind="bank")
    text = curator.get("/en/admin/institutions/institution/?kind__exact=bank").content.decode()
    assert "institution/export.csv?kind__exact=bank" in text
    assert "institution/export.xlsx?kind__exact=bank" in text


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_a_text_that_looks_like_a_formula_is_guarded_and_comes_back(curator, extension):
    make_institution(slug="bank", name_en="=1+1", acronym="'@bank")
    row = exported(curator, Institution, "", extension)[0]
    assert (row["name_en"], row["acronym"]) == ("'=1+1", "''@bank")


def test_every_cell_of_a_workbook_is_text(curator):
    make_agreement(signed="1980", other_names="1944")
    content = body(curator.get(export_address(Agreement, "xlsx")))
    sheet = load_workbook(io.BytesIO(content)).active
    found = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert found == {"s"}


TRICKY = "a\r\nb\rc\td _x0041_ ñ 🌎 <&> \"quoted\", 'it'; #N/A not"


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_an_unchanged_export_changes_nothing(curator, extension):
    make_institution(slug="bank", summary_en=TRICKY, founded="1980~", publication="draft")
    response = curator.get(export_address(Institution, extension))
    run = bring(curator, Institution, body(response), f"bodies.{extension}")
    assert (run.refused, run.new, run.changed, run.unchanged) == (0, 0, 0, 1)


@pytest.mark.parametrize("model", tables(), ids=table_name)
def test_every_table_comes_back_as_it_left(curator, model):
    make(model)
    for extension in ("csv", "xlsx"):
        content = body(curator.get(export_address(model, extension)))
        run = bring(curator, model, content, f"sheet.{extension}")
        assert run.unchanged == model.objects.count()
        assert (run.refused, run.new, run.changed) == (0, 0, 0)


def test_an_export_costs_as_many_queries_for_many_rows(curator, django_assert_max_num_queries):
    for _number in range(30):
        make_link(Membership)
    with django_assert_max_num_queries(20):
        assert len(exported(curator, Membership)) == 30


def test_an_unknown_format_or_filter_is_no_page(curator):
    assert curator.get(export_address(Institution, "pdf")).status_code == 404
    assert curator.get(export_address(Institution) + "?nonsense=1").status_code == 404
