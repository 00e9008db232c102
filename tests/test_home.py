"""The door: a search, the kinds of record, the baskets."""

import pytest

from atlas.chart import Chart, draw
from atlas.density import KINDS, SCHEME, Counts, baskets
from baskets.models import Scheme
from institutions.models import Coverage
from tests.factories import make, make_agreement, make_basket, make_institution, make_link
from tests.reading import read

pytestmark = pytest.mark.django_db
PATHS = ["institutions", "agreements", "meetings", "reports", "baskets", "issues", "sources"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_door_leads_to_every_list(client, language):
    links = read(client, f"/{language}/").links
    assert {f"/{language}/{kind}/" for kind in PATHS} <= set(links)


def test_an_empty_map_has_a_door(client):
    read(client, "/en/")


def test_a_draft_is_not_counted_and_not_named(client):
    before = read(client, "/en/").text
    make_institution(name_en="Secret body", publication="draft")
    make_basket(name_en="Secret basket", publication="review")
    assert read(client, "/en/").text == before


def chart_of(numbers: int) -> Chart:
    """The drawing of some treaties of 1994 in the basket Trade, beside an empty one."""
    scheme = make(Scheme, slug=SCHEME)
    used, _empty = (make_basket(slug=slug, scheme=scheme) for slug in ("trade", "migration"))
    for _number in range(numbers):
        make_link(Coverage, agreement=make_agreement(signed="1994"), basket=used)
    return draw(*(Counts(kind) for kind in KINDS), baskets(), None)


def test_the_drawing_ends_on_its_last_line():
    panel = chart_of(16).panels[1]
    assert panel.most == panel.lines[-1][1] == 20


def test_the_key_names_only_the_baskets_that_are_drawn():
    assert [basket.slug for basket in chart_of(1).key] == ["trade"]


def test_what_is_not_drawn_is_counted_only_if_there_is_any(client):
    make_institution(founded="1990")
    assert "Not drawn" not in read(client, "/en/").text
    make_institution()
    assert "no beginning is recorded: bodies, 1." in read(client, "/en/").text
