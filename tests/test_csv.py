"""The researcher's CSV: exactly the rows of the list, safe in spreadsheets, in any language."""

import pytest
from django.utils import timezone

from baskets.models import Spillover
from events.models import Convening, Venue
from institutions.models import Agreement, Membership, Party, Responsibility
from records.models import Source
from records.tables import record_types
from tests.factories import (
    cite,
    make,
    make_basket,
    make_institution,
    make_issue,
    make_jurisdiction,
    make_link,
    make_meeting,
    make_report,
    make_source,
)
from tests.reading import body, read, rows, shown

pytestmark = pytest.mark.django_db
CSV = "/en/institutions.csv"
every_kind = pytest.mark.parametrize("path", [model.PATH for model in (*record_types(), Source)])


@every_kind
def test_a_file_is_streamed_as_utf_8_with_a_mark_and_a_name(client, path):
    response = client.get(f"/es/{path}.csv")
    assert response.streaming and response["Content-Type"] == "text/csv; charset=utf-8"
    assert f'filename="{path}-{timezone.localdate()}.csv"' in response["Content-Disposition"]
    assert body(response).startswith("\ufeff".encode())


@every_kind
def test_headings_and_values_are_the_same_in_both_languages(client, path):
    for model in record_types():
        make(model)
    english, spanish = rows(client, f"/en/{path}.csv"), rows(client, f"/es/{path}.csv")
    for row in (*english, *spanish):
        row.pop("address", None)
    by_slug = {row["slug"]: row for row in spanish}
    assert [by_slug[row["slug"]] for row in english] == english


def test_the_file_has_exactly_the_rows_of_the_list_in_its_order(client):
    for number, kind in enumerate(["bank", "court", "bank"]):
        make_institution(kind=kind, founded=str(1990 - number))
    query = "?kind=bank&sort=date&active_from=1980"
    assert [row["slug"] for row in rows(client, CSV + query)] == shown(
        client, f"/en/institutions/{query}"
    )


def test_the_page_leads_to_the_file_of_what_it_shows(client):
    for _number in range(51):
        make_institution(kind="bank")
    links = read(client, "/en/institutions/?kind=bank&page=2").links
    (address,) = [link for link in links if ".csv" in link]
    assert len(rows(client, address)) == 51 and "kind=bank" in address


def test_a_file_has_no_pages(client):
    response = client.get(f"{CSV}?page=2")
    assert response.status_code == 400 and "holds all rows" in response.content.decode()


def test_dates_come_with_their_bounds(client):
    make_institution(founded="1980~", ended="1994-05")
    (row,) = rows(client, CSV)
    assert (row["founded"], row["founded_earliest"], row["founded_latest"]) == (
        "1980~", "1979-01-01", "1981-12-31",
    )  # fmt: skip
    assert (row["ended_earliest"], row["ended_latest"]) == ("1994-05-01", "1994-05-31")


def test_what_hangs_on_a_record_is_joined_in_a_cell(client):
    body_ = make_institution()
    for slug in ("trade", "border"):
        make_link(Responsibility, institution=body_, basket=make_basket(slug=slug))
    make_link(Membership, body=body_, jurisdiction=make_jurisdiction(slug="texas"))
    make_link(Membership, body=body_, member=make_institution(slug="ministry"))
    row = next(row for row in rows(client, CSV) if row["slug"] == body_.slug)
    assert (row["baskets"], row["members"]) == ("border|trade", "ministry|texas")


def test_bodies_places_parties_and_issuers_are_joined_too(client):
    meeting = make_meeting()
    make_link(Convening, meeting=meeting, institution=make_institution(slug="bgc"))
    make_link(Venue, meeting=meeting, jurisdiction=make_jurisdiction(slug="juarez"))
    (row,) = rows(client, "/en/meetings.csv")
    assert (row["bodies"], row["places"]) == ("bgc", "juarez")
    make_link(Party, agreement=make(Agreement), jurisdiction=make_jurisdiction(slug="mexico"))
    assert rows(client, "/en/agreements.csv")[0]["parties"] == "mexico"


def test_drafts_are_in_no_cell(client):
    draft = make(Agreement, publication="draft")
    make_report(agreement=draft)
    make_link(Spillover, issue=make_issue(), basket=make_basket(publication="draft"))
    assert rows(client, "/en/reports.csv")[0]["agreement"] == ""
    assert rows(client, "/en/issues.csv")[0]["baskets"] == ""
    assert rows(client, "/en/agreements.csv") == rows(client, "/en/baskets.csv") == []


def test_the_number_of_sources_and_whether_they_disagree(client):
    record, source = make_institution(founded="1980"), make_source()
    cite(record, source=source)
    cite(record, source=source, about="founded", value="1980-05")
    cite(record, about="acronym")
    assert (rows(client, CSV)[0]["sources"], rows(client, CSV)[0]["sources_disagree"]) == (
        "2", "false",
    )  # fmt: skip
    cite(record, about="founded", value="1975")
    assert (rows(client, CSV)[0]["sources"], rows(client, CSV)[0]["sources_disagree"]) == (
        "3", "true",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+52", "-1", "@home", "\tx", "'=x"])
def test_no_text_is_taken_for_a_formula(client, name):
    make_institution(name_en=name)
    (row,) = rows(client, CSV)
    assert row["name_en"] == f"'{name}"


def test_texts_with_lines_quotes_and_commas_stay_whole(client):
    text = 'One, "two"\nthree\r\nfour; ñ'
    make_institution(summary_en=text)
    assert rows(client, CSV)[0]["summary_en"] == text


def test_the_address_of_each_record_is_given(client):
    record = make_institution()
    address = rows(client, CSV)[0]["address"]
    assert address == f"http://testserver/en/institutions/{record.slug}/"


def test_more_rows_than_are_fetched_at_once_are_all_there(client, monkeypatch):
    monkeypatch.setattr("records.lists.CHUNK", 3)
    for number in range(10):
        cite(make_institution(founded=str(1980 + number)))
    found = rows(client, CSV)
    assert len({row["slug"] for row in found}) == 10
    assert {row["sources"] for row in found} == {"1"}
