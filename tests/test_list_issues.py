"""The list of issues: by basket and by whose perspective."""

import pytest

from baskets.models import Spillover
from tests.factories import make_basket, make_issue, make_link
from tests.reading import read, rows, shown

pytestmark = pytest.mark.django_db
LIST = "/en/issues/"


def test_a_basket_and_a_perspective_narrow_the_list(client):
    energy, basket = make_issue(slug="energy"), make_basket(slug="trade")
    make_link(Spillover, issue=energy, basket=basket, perspective="mexico")
    make_link(Spillover, issue=make_issue(), basket=make_basket(), perspective="us")
    assert shown(client, f"{LIST}?basket=trade") == ["energy"]
    assert shown(client, f"{LIST}?perspective=mexico") == ["energy"]
    assert read(client, LIST).counts("perspective") == {"mexico": 1, "us": 1}


def test_a_link_to_a_draft_basket_does_not_count(client):
    hidden = make_basket(publication="draft")
    make_link(Spillover, issue=make_issue(), basket=hidden, perspective="mexico")
    assert read(client, LIST).counts("perspective") == {}
    assert shown(client, f"{LIST}?perspective=mexico") == []
    assert rows(client, "/en/issues.csv")[0]["baskets"] == ""
