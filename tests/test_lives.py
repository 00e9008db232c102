"""What a body was called, when it existed, who led it, what money an agreement moved."""

from datetime import date

import pytest

from atlas.density import SCHEME
from baskets.models import Scheme
from institutions.models import (
    Amount,
    DatedName,
    Institution,
    Lifespan,
    Responsibility,
    Tenure,
    Website,
)
from tests.factories import make, make_agreement, make_basket, make_institution, make_source
from tests.reading import rows

pytestmark = pytest.mark.django_db


def make_twice_alive() -> Institution:
    """A body that existed from 1964 to about 1994 and again since 2019."""
    found = make_institution(slug="commission", founded="1964", ending="ongoing")
    make(Lifespan, institution=found, start="1964", end="1994~", ending="lapsed")
    make(Lifespan, institution=found, start="2019-12-04", ending="ongoing")
    return found


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        ("1970", "1970", True),
        ("1995", "1995", True),  # about 1994 may be 1995
        ("1996", "2018", False),
        ("1963", "1963", False),
        ("2020", "2020", True),
        ("1990", "2000", True),
    ],
)
def test_a_body_with_two_lives_is_absent_between_them(client, first, last, there):
    make_twice_alive()
    address = f"/en/institutions/?active_from={first}&active_to={last}"
    assert ("/en/institutions/commission/" in client.get(address).text) is there


def test_a_body_with_two_lives_comes_once_in_list_and_file(client):
    make_twice_alive()
    address = "/en/institutions{}?active_from=1970&active_to=2022"
    assert [row["slug"] for row in rows(client, address.format(".csv"))] == ["commission"]
    assert client.get(address.format("/")).context["total"] == 1


def test_a_body_without_spans_of_its_own_goes_by_its_dates():
    make_institution(founded="1980", ended="1990")
    days = [(date(1985, 1, 1), 1), (date(1995, 1, 1), 0)]
    for day, number in days:
        assert Institution.objects.active_between(day, day).count() == number


def test_the_page_tells_the_lives_of_a_body(client):
    make_twice_alive()
    text = client.get("/en/institutions/commission/").text
    assert "Life spans" in text and "lapsed without announcement" in text
    assert text.index("about 1994") < text.index("lapsed without announcement")


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Boundary Commission"), ("es", "Comisión de Límites")]
)
def test_a_dated_name_is_told_in_the_language_of_the_reader(client, language, name):
    found = make_institution()
    make(
        DatedName,
        institution=found,
        name_en="Boundary Commission",
        name_es="Comisión de Límites",
        start="1889",
        end="1944",
    )
    text = client.get(f"/{language}/institutions/{found.slug}/").text
    assert name in text and "1889–1944" in text


def test_a_name_in_one_language_is_told_in_both(client):
    found = make_institution()
    make(DatedName, institution=found, name_en="Boundary Commission", name_es="", start="1889")
    assert "Boundary Commission" in client.get(f"/es/institutions/{found.slug}/").text


def test_a_website_is_a_link_and_its_years_are_told(client):
    found = make_institution()
    make(Website, institution=found, url="http://www.spp.example/", start="2005", end="2009")
    text = client.get(f"/en/institutions/{found.slug}/").text
    assert 'href="http://www.spp.example/"' in text and "2005–2009" in text


def test_the_holder_of_an_office_is_told_with_the_time(client):
    found = make_institution()
    make(Tenure, institution=found, person="Alan Bersin", start="2009-04-15")
    text = client.get(f"/en/institutions/{found.slug}/").text
    assert "Alan Bersin" in text and "15 April 2009" in text


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "465.5 million US dollars"), ("es", "465.5 millones de dólares estadounidenses")],
)
def test_an_amount_is_told_in_words(client, language, words):
    found = make_agreement()
    make(Amount, agreement=found, value="465.5", kind="appropriated", source=make_source())
    assert words in client.get(f"/{language}/agreements/{found.slug}/").text


def test_the_drawing_leaves_the_gap_between_two_lives_open(client):
    found = make_twice_alive()
    basket = make_basket(slug="border-affairs", scheme=make(Scheme, slug=SCHEME), ordinal=1)
    make(Responsibility, institution=found, basket=basket)
    for year, number in ((1970, 1), (2005, 0), (2021, 1)):
        context = client.get(f"/en/?year={year}").context
        assert context["totals"][0] == number, year
        assert context["rows"][0]["numbers"][0][0] == number, year
        address = context["rows"][0]["numbers"][0][1]
        assert client.get(address).context["total"] == number, year
    assert client.get("/en/").context["totals"][0] == 1
