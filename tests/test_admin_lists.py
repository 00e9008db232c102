"""The admin's lists: filters with counts, dates in words, sorted by day."""

import pytest

from institutions.models import Institution, Membership
from tests.admin_form import address
from tests.factories import make_institution, make_link
from tests.reading import read

pytestmark = pytest.mark.django_db
FOUNDED = {"last": "1990", "first": "[..1944]", "middle": "1980~", "unknown": "XXXX"}


@pytest.fixture
def bodies(db):
    for name, founded in FOUNDED.items():
        make_institution(slug=name, name_en=name, founded=founded, kind="bank")


def order(client, sorting: str) -> list[str]:
    response = client.get(address(Institution, "changelist"), {"o": sorting})
    return [row.slug for row in response.context["cl"].result_list]


def test_a_list_is_sorted_by_day_and_unknown_dates_come_last(admin_client, bodies):
    assert order(admin_client, "5") == ["first", "middle", "last", "unknown"]
    assert order(admin_client, "-5") == ["last", "middle", "first", "unknown"]


@pytest.mark.parametrize(("language", "date"), [("en", "1944 or before"), ("es", "1944 o antes")])
def test_dates_are_shown_in_the_readers_words(admin_client, bodies, language, date):
    page = read(admin_client, address(Institution, "changelist", language))
    assert date in page.text


def test_filters_show_how_many_rows_they_would_leave(admin_client, bodies):
    make_institution(kind="council", publication="draft")
    page = read(admin_client, address(Institution, "changelist") + "?kind__exact=bank")
    assert "draft (0)" in page.text
    assert "published (4)" in page.text
    assert "council (1)" in page.text


def test_links_without_a_source_can_be_listed(admin_client):
    make_link(Membership)
    page = read(admin_client, address(Membership, "changelist") + "?source__isempty=1")
    assert "1 membership" in page.text


def test_names_stand_in_the_readers_language(admin_client):
    make_institution(name_en="Bank", name_es="Banco")
    text = read(admin_client, address(Institution, "changelist", "es")).text
    assert "Banco" in text
    assert "Bank" not in text
