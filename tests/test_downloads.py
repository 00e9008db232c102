"""JSON and workbooks of exactly what a list shows; the CSV has tests of its own."""

import io
import json

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from institutions.models import Responsibility
from records.models import Source
from records.tables import record_types
from tests.factories import cite, make, make_basket, make_institution, make_meeting
from tests.reading import body, rows

pytestmark = pytest.mark.django_db
every_kind = pytest.mark.parametrize("path", [model.PATH for model in (*record_types(), Source)])


def of_json(client, address: str) -> dict:
    return json.loads(body(client.get(address)))


def of_workbook(client, address: str):
    return load_workbook(io.BytesIO(body(client.get(address))))


@every_kind
def test_all_formats_have_the_same_rows_and_columns(client, path):
    for model in record_types():
        cite(make(model, name_en="=1+1"))
    plain = rows(client, f"/en/{path}.csv")
    found = of_json(client, f"/en/{path}.json")
    sheet = list(of_workbook(client, f"/en/{path}.xlsx")[path].values)
    names = list(plain[0])
    assert [one["name"] for one in found["about"]["columns"]] == names == list(sheet[0])
    assert [row["slug"] for row in plain] == [row["slug"] for row in found["rows"]]
    assert [row["slug"] for row in plain] == [line[0] for line in sheet[1:]]
    assert found["about"]["rows"] == len(plain)


def test_json_has_types_and_texts_as_they_are(client):
    body_ = make_institution(slug="body", name_en="=1+1", founded="1980~", is_class=True)
    basket = make_basket(slug="border-affairs")
    make(Responsibility, institution=body_, basket=basket)
    cite(body_)
    make_meeting(attendance=1200)
    (row,) = of_json(client, "/en/institutions.json")["rows"]
    assert row["name_en"] == "=1+1" and row["is_class"] is True and row["sources"] == 1
    assert row["baskets"] == ["border-affairs"] and row["members"] == []
    assert (row["founded"], row["founded_earliest"]) == ("1980~", "1979-01-01")
    assert row["ended_latest"] is None and row["sources_disagree"] is False
    assert of_json(client, "/en/meetings.json")["rows"][0]["attendance"] == 1200


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_a_file_says_what_it_holds_where_from_when_and_under_which_licence(client, kind):
    make_institution(kind="bank", founded="1994")
    response = client.get(f"/es/institutions.{kind}?kind=bank")
    name = f'filename="institutions-bank-{timezone.localdate()}.{kind}"'
    page = "http://testserver/es/institutions/?kind=bank"
    assert name in response["Content-Disposition"]
    assert "creativecommons.org/licenses/by/4.0" in response["Link"] and page in response["Link"]


def test_a_workbook_tells_it_on_a_second_sheet(client):
    make_institution(kind="bank")
    about = dict(of_workbook(client, "/en/institutions.xlsx?kind=bank")["about"].values)
    assert about["address"] == "http://testserver/en/institutions/?kind=bank"
    assert about["made"] == str(timezone.localdate()) and "creativecommons" in about["license"]


def test_an_empty_list_gives_empty_files(client):
    assert of_json(client, "/en/institutions.json")["rows"] == []
    assert len(list(of_workbook(client, "/en/institutions.xlsx")["institutions"].values)) == 1


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_nonsense_is_refused_as_on_the_page(client, kind):
    assert client.get(f"/en/institutions.{kind}?kind=nonsense").status_code == 400
    assert client.get(f"/en/institutions.{kind}?page=2").status_code == 400
