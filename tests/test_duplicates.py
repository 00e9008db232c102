"""A new record that is like others is held back once, with a list of them."""

import pytest

from institutions.models import Agreement
from tests.admin_form import Form, address
from tests.factories import make_agreement, make_basket, make_meeting
from tests.people import press, signed_in
from tests.reading import Page, read
from tests.test_admin_queries import queries

pytestmark = pytest.mark.django_db
LIVE = "/en/admin/institutions/agreement/add/likely/"
HELD = "Records like this one exist already"


@pytest.fixture
def curator():
    return signed_in("ana", "Curators")


def live(client, **typed) -> Page:
    return Page(client.get(LIVE, typed))


@pytest.mark.parametrize(
    "typed",
    [
        {"name_en": "SMART border declaration"},
        {"name_en": "Declaration on the Smart Border"},
        {"name_en": "The Smart Border Declaration and Action Plan"},
        {"name_es": "declaracion de frontera inteligente"},
        {"acronym": "sbd"},
        {"name_en": "Something else", "signed": "22 March 2002"},
    ],
)
def test_names_acronyms_and_the_day_are_compared_folded(curator, typed):
    like = make_agreement(
        publication="draft",
        name_en="Smart Border Declaration",
        name_es="Declaración de Frontera Inteligente",
        acronym="SBD|DFI",
        signed="2002-03-22",
    )
    page = live(curator, **typed)
    assert address(like) in page.links
    assert "22 March 2002" in page.text and "draft" in page.text


def test_the_likest_comes_first(curator):
    for number in range(10):
        make_agreement(name_en=f"Border Water Quality Agreement {'abcdefghij'[number]}")
    same = make_agreement(name_en="Border Water Quality Agreement")
    page = live(curator, name_en="border water quality agreement")
    assert (page.links[0], len(page.links)) == (address(same), 8)


@pytest.mark.parametrize(
    "typed",
    [
        {"name_en": "Water Treaty"},
        {"name_en": "Border XXII Program"},
        {"name_en": "Border"},
        {"signed": "1996"},
        {"acronym": "B"},
        {},
    ],
)
def test_what_only_resembles_in_part_is_not_shown(curator, typed):
    make_agreement(name_en="Border XXI Program", name_es="Programa Frontera XXI", signed="1996")
    assert live(curator, **typed).links == []


def test_meetings_of_a_series_are_told_apart_by_their_number(curator):
    make_meeting(name_en="II Border Governors Conference", name_es="II Conferencia")
    address = "/en/admin/events/meeting/add/likely/"
    third = curator.get(address, {"name_en": "III Border Governors Conference"})
    second = curator.get(address, {"name_en": "II Border Governors' Conference"})
    assert (Page(third).links, len(Page(second).links)) == ([], 1)


def test_a_new_record_like_another_is_held_back_and_nothing_typed_is_lost(curator):
    make_agreement(name_en="Smart Border Declaration")
    form = Form(curator, Agreement).fill(name_en="Smart Border Declaration", form="plan")
    form.add("coverages", basket=make_basket(name_en="Border"))
    page = Page(press(form, "_draft", summary_en="Typed with care"))
    assert HELD in page.text and "similar name" in page.text
    assert "Typed with care" in page.text and "selected>Border (" in page.html
    assert Agreement.objects.count() == 1


def test_the_tick_saves_it_all_the_same(curator):
    make_agreement(name_en="Smart Border Declaration")
    form = Form(curator, Agreement).fill(name_en="Smart Border Declaration", form="plan")
    press(form, "_draft")
    assert press(form, "_draft", distinct="on").status_code == 302
    assert Agreement.objects.count() == 2


def test_a_record_that_exists_is_not_compared_with_itself(curator):
    draft = make_agreement(publication="draft", name_en="Smart Border Declaration")
    assert press(Form(curator, draft), "_draft", acronym="SBD").status_code == 302


def test_the_comparison_is_one_query_for_one_record_and_for_many(curator):
    make_agreement(name_en="Border One Program")
    few = queries(lambda: live(curator, name_en="Border Program"))
    for number in range(10):
        make_agreement(name_en=f"Border Program of {number}")
    assert queries(lambda: live(curator, name_en="Border Program")) == few


def test_the_comparison_is_for_those_who_may_see_drafts(client):
    assert signed_in("eve").get(LIVE).status_code == 403
    assert client.get(LIVE).status_code == 302


def test_the_form_of_a_new_record_says_where_to_ask(curator):
    assert f'data-address="{LIVE}"' in read(curator, address(Agreement, "add")).html
