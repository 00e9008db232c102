"""The door: a search, the kinds of record, the baskets."""

import pytest

from tests.factories import make_basket, make_institution
from tests.reading import read

pytestmark = pytest.mark.django_db
KINDS = ["institutions", "agreements", "meetings", "reports", "baskets", "issues", "sources"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_door_leads_to_every_list(client, language):
    links = read(client, f"/{language}/").links
    assert {f"/{language}/{kind}/" for kind in KINDS} <= set(links)


def test_an_empty_map_has_a_door(client):
    read(client, "/en/")


def test_a_draft_is_not_counted_and_not_named(client):
    before = read(client, "/en/").text
    make_institution(name_en="Secret body", publication="draft")
    make_basket(name_en="Secret basket", publication="review")
    assert read(client, "/en/").text == before
