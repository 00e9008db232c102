"""English and Spanish are one switch apart, which keeps the page and every choice on it."""

import pytest

from tests.factories import make_basket, make_institution, make_source
from tests.reading import read

pytestmark = pytest.mark.django_db
OTHER = {"en": "es", "es": "en"}


@pytest.mark.parametrize("language", OTHER)
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/institutions/",
        "/institutions/?kind=bank&kind=court&q=%C3%B1+%26&sort=-date&active_from=1990",
        "/institutions/body/",
        "/sources/paper/",
        "/meetings/?held=held&page=1",
    ],
)
def test_the_switch_leads_to_the_same_page_with_the_same_choices(client, language, address):
    make_institution(slug="body")
    make_source(slug="paper")
    page = read(client, f"/{language}{address}")
    other = f"/{OTHER[language]}{address}"
    assert other in page.links
    assert f'lang="{language}"' in page.html
    assert f'lang="{OTHER[language]}"' in read(client, other).html


def test_the_switch_is_there_on_a_page_that_is_not_found(client):
    assert "/es/institutions/nowhere/" in read(client, "/en/institutions/nowhere/", 404).links


def test_names_and_summaries_are_in_the_language_of_the_address(client):
    make_basket(
        slug="border", name_en="Border affairs", name_es="Asuntos fronterizos",
        summary_en="What is near.", summary_es="Lo cercano.",
    )  # fmt: skip
    english, spanish = read(client, "/en/baskets/border/"), read(client, "/es/baskets/border/")
    assert "Border affairs" in english.text and "What is near." in english.text
    assert "Asuntos fronterizos" in spanish.text and "Lo cercano." in spanish.text
    assert "What is near." not in spanish.text


def test_a_summary_that_is_missing_in_one_language_is_shown_in_the_other(client):
    make_basket(slug="border", summary_en="What is near.")
    assert "What is near." in read(client, "/es/baskets/border/").text


@pytest.mark.parametrize(("wish", "language"), [("es-MX,es;q=0.9", "es"), ("fr", "en"), ("", "en")])
def test_the_door_leads_to_the_language_that_the_browser_asks_for(client, wish, language):
    response = client.get("/", headers={"accept-language": wish})
    assert (response.status_code, response.url) == (302, f"/{language}/")
