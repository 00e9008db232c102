"""Beside each date of a form stands what was understood of it."""

import pytest

from institutions.models import Agreement, Membership
from tests.admin_form import Form, address
from tests.factories import make_agreement, make_institution, make_link
from tests.people import press, signed_in
from tests.reading import Page, read

pytestmark = pytest.mark.django_db
ABOUT_1980 = "about 1980: between 1 January 1979 and 31 December 1981"


@pytest.fixture
def curator():
    return signed_in("ana", "Curators")


def reading(client, text: str, language: str = "en") -> dict:
    return client.get(f"/{language}/admin/reading/", {"text": text}).json()


def test_what_is_typed_is_read_in_the_language_of_the_page(curator):
    assert reading(curator, "1980~") == {"reading": ABOUT_1980, "wrong": False}
    assert reading(curator, "hacia 1980")["reading"] == ABOUT_1980
    assert reading(curator, "1980~", "es")["reading"].startswith("hacia 1980: entre el 1 de enero")


def test_what_is_no_date_is_answered_with_the_sentence_that_says_why(curator):
    said = reading(curator, "1980-02-31")
    assert said["wrong"]
    assert "1980-02 has no day 31" in said["reading"]
    assert reading(curator, "  ") == {"reading": "", "wrong": False}


def test_a_text_of_any_length_is_answered(curator):
    assert reading(curator, "9" * 5000)["wrong"]


def test_a_stored_date_stands_with_its_reading_without_any_script(curator):
    draft = make_agreement(publication="draft", signed="1980~")
    assert ABOUT_1980 in read(curator, address(draft)).text


def test_a_date_of_a_link_has_its_reading_too(curator):
    body = make_institution(publication="draft")
    make_link(Membership, body=body, start="1980~")
    assert ABOUT_1980 in read(curator, address(body)).text


def test_after_an_error_elsewhere_the_reading_of_what_was_typed_is_shown(curator):
    form = Form(curator, Agreement).fill(form="plan", signed="hacia 1980", in_force="soon")
    page = Page(press(form, "_draft"))
    assert ABOUT_1980 in page.text
    assert "“soon” is not a date we can read" in page.text
    assert 'value="hacia 1980"' in page.html


def test_every_date_of_a_form_asks_for_its_reading(curator):
    html = read(curator, address(Agreement, "add")).html
    for name in ("announced", "signed", "in_force", "ended", "acts-__prefix__-date"):
        box = html.partition(f'name="{name}"')[2].partition(">")[0]
        assert 'data-reading="/en/admin/reading/"' in box, name


def test_the_reading_is_for_those_who_may_enter_dates(client):
    assert signed_in("eve").get("/en/admin/reading/?text=1980").status_code == 403
    assert client.get("/en/admin/reading/?text=1980").status_code == 302
