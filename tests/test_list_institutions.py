"""The list of institutions: each filter narrows it, and says beforehand how many are left."""

import pytest

from institutions.models import InstitutionLevel, Membership, Responsibility, Seat
from tests.factories import (
    make,
    make_basket,
    make_institution,
    make_jurisdiction,
    make_link,
)
from tests.reading import read, shown

pytestmark = pytest.mark.django_db
LIST = "/en/institutions/"


def test_a_published_institution_is_listed_with_its_name_acronym_and_years(client):
    make_institution(name_en="Border Commission", acronym="BC", founded="1889", ended="1944")
    text = read(client, LIST).text
    assert "Border Commission" in text and "BC" in text and "1889" in text and "1944" in text


@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_an_institution_that_is_not_published_is_not_listed(client, state):
    make_institution(publication=state, withdrawn_why_en="Doubled.", withdrawn_why_es="Repetida.")
    assert shown(client, LIST) == []


@pytest.mark.parametrize(
    ("name", "value", "other"),
    [("kind", "bank", "court"), ("reach", "binational", "us"), ("ending", "ongoing", "expired")],
)
def test_a_column_narrows_the_list(client, name, value, other):
    make_institution(slug="wanted", **{name: value})
    make_institution(slug="other", **{name: other})
    assert shown(client, f"{LIST}?{name}={value}") == ["wanted"]
    assert read(client, LIST).counts(name) == {value: 1, other: 1}


@pytest.mark.parametrize(("name", "value"), [("tier", "state"), ("branch", "judiciary")])
def test_a_level_narrows_the_list(client, name, value):
    make(InstitutionLevel, institution=make_institution(slug="wanted"), **{name: value})
    make(InstitutionLevel, institution=make_institution())
    assert shown(client, f"{LIST}?{name}={value}") == ["wanted"]


def test_an_institution_with_two_levels_of_a_tier_counts_once(client):
    body = make_institution()
    for branch in ("executive", "legislature"):
        make(InstitutionLevel, institution=body, tier="state", branch=branch)
    assert read(client, LIST).counts("tier") == {"state": 1}
    assert shown(client, f"{LIST}?tier=state") == [body.slug]


def test_a_basket_narrows_the_list_and_an_institution_counts_in_each_of_its_own(client):
    border, trade = make_basket(slug="border"), make_basket(slug="trade")
    both, one = make_institution(slug="both"), make_institution(slug="one")
    for body, basket in [(both, border), (both, trade), (one, trade)]:
        make_link(Responsibility, institution=body, basket=basket)
    assert read(client, LIST).counts("basket") == {"border": 1, "trade": 2}
    assert shown(client, f"{LIST}?basket=border") == ["both"]
    assert set(shown(client, f"{LIST}?basket=border&basket=trade")) == {"both", "one"}


def test_an_institution_that_served_a_basket_twice_counts_once(client):
    body, basket = make_institution(), make_basket(slug="border")
    for start in ("1990", "2000"):
        make_link(Responsibility, institution=body, basket=basket, start=start)
    assert read(client, LIST).counts("basket") == {"border": 1}
    assert shown(client, f"{LIST}?basket=border") == [body.slug]


def test_a_draft_basket_is_not_offered_and_cannot_be_asked_for(client):
    basket = make_basket(slug="secret", publication="draft")
    make_link(Responsibility, institution=make_institution(), basket=basket)
    assert read(client, LIST).counts("basket") == {}
    assert "secret" in read(client, f"{LIST}?basket=secret", status=400).text


def test_a_place_stands_for_the_places_in_it(client):
    mexico = make_jurisdiction(slug="mexico")
    chihuahua = make_jurisdiction(slug="chihuahua", kind="state", parent=mexico)
    juarez = make_jurisdiction(slug="juarez", kind="locality", parent=chihuahua)
    seated, member = make_institution(slug="seated"), make_institution(slug="member")
    make_link(Seat, institution=seated, jurisdiction=juarez)
    make_link(Membership, body=member, jurisdiction=mexico)
    counts = read(client, LIST).counts("jurisdiction")
    assert counts == {"mexico": 2, "chihuahua": 1, "juarez": 1}
    assert shown(client, f"{LIST}?jurisdiction=chihuahua") == ["seated"]
    assert set(shown(client, f"{LIST}?jurisdiction=mexico")) == {"seated", "member"}


def test_a_body_with_seat_and_member_in_a_place_counts_once(client):
    place, body = make_jurisdiction(slug="texas"), make_institution()
    make_link(Seat, institution=body, jurisdiction=place)
    make_link(Membership, body=body, jurisdiction=place)
    assert read(client, LIST).counts("jurisdiction") == {"texas": 1}


def test_filters_are_combined_and_each_counts_what_the_others_leave(client):
    border = make_basket(slug="border")
    for slug, kind, reach in [("a", "bank", "us"), ("b", "bank", "mexico"), ("c", "court", "us")]:
        body = make_institution(slug=slug, kind=kind, reach=reach)
        if slug != "b":
            make_link(Responsibility, institution=body, basket=border)
    page = read(client, f"{LIST}?kind=bank")
    assert page.counts("reach") == {"us": 1, "mexico": 1}
    assert page.counts("kind") == {"bank": 2, "court": 1}
    assert page.counts("basket") == {"border": 1}
    assert shown(client, f"{LIST}?kind=bank&basket=border") == ["a"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("active_from=1990", ["lasting", "open"]),
        ("active_to=1950", ["early", "lasting"]),
        ("active_from=1950&active_to=1960", ["lasting"]),
        ("active_from=1944-02&active_to=1944-02", ["early", "lasting"]),
        ("active_from=June+1980&active_to=1985", ["lasting"]),
        ("active_from=hacia+1990", ["lasting", "open"]),
    ],
)
def test_a_period_leaves_what_may_have_been_active_in_it(client, query, expected):
    make_institution(slug="early", founded="1889", ended="1944-02-03")
    make_institution(slug="lasting", founded="1930")
    make_institution(slug="open", founded="1990~", ending="ongoing")
    make_institution(slug="undated")
    assert sorted(shown(client, LIST + "?" + query)) == expected


@pytest.mark.parametrize("words", ["comision", "COMISIÓN", "cila", "comm bord", "waters", "junta"])
def test_words_are_found_in_names_acronym_and_summaries_without_accents(client, words):
    make_institution(
        slug="ibwc",
        name_en="Boundary Commission for the Border",
        name_es="Comisión de Límites",
        acronym="IBWC|CILA",
        other_names="Junta de aguas",
        summary_en="It shares the waters.",
    )
    make_institution(slug="other")
    assert shown(client, f"{LIST}?q={words}") == ["ibwc"]


@pytest.mark.parametrize("words", ["100%", "_", "%", "boundary river"])
def test_every_word_must_occur_as_it_stands(client, words):
    make_institution(name_en="Boundary Commission")
    assert read(client, LIST) and client.get(LIST, {"q": words}).status_code == 200
    assert shown(client, f"{LIST}?q={words.replace('%', '%25')}") == []


def test_a_choice_can_be_taken_back_by_itself(client):
    make_institution(slug="a", kind="bank", reach="us")
    make_institution(slug="b", kind="bank", reach="mexico")
    links = read(client, f"{LIST}?kind=bank&reach=us").links
    assert any(
        link.startswith("?") and "kind=bank" in link and "reach" not in link for link in links
    )
    assert any(link.startswith("?") and "reach=us" in link and "kind" not in link for link in links)
