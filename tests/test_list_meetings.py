"""The list of meetings: newest first, by body, place and basket."""

import pytest

from events.models import Agenda, Convening, Venue
from tests.factories import (
    make_basket,
    make_institution,
    make_issue,
    make_jurisdiction,
    make_link,
    make_meeting,
)
from tests.reading import read, shown

pytestmark = pytest.mark.django_db
LIST = "/en/meetings/"


def test_meetings_stand_newest_first_and_those_without_a_date_last(client):
    for slug, start in [("b", "1995"), ("none", ""), ("c", "2001-05"), ("a", "1980~")]:
        make_meeting(slug=slug, start=start)
    assert shown(client, LIST) == ["c", "b", "a", "none"]
    assert shown(client, f"{LIST}?sort=date") == ["a", "b", "c", "none"]
    assert shown(client, f"/es{LIST[3:]}?sort=date") == ["a", "b", "c", "none"]


def test_the_body_with_most_meetings_is_offered_first(client):
    once, often = make_institution(slug="a-once"), make_institution(slug="b-often")
    for body in (once, often, often):
        make_link(Convening, institution=body)
    assert list(read(client, LIST).counts("body").items()) == [("b-often", 2), ("a-once", 1)]
    assert len(shown(client, f"{LIST}?body=b-often")) == 2


def test_a_place_and_a_basket_narrow_the_list(client):
    wanted, basket = make_meeting(slug="wanted"), make_basket(slug="border")
    make_link(Venue, meeting=wanted, jurisdiction=make_jurisdiction(slug="juarez"))
    make_link(Agenda, meeting=wanted, basket=basket)
    make_link(Agenda, meeting=make_meeting(), issue=make_issue())
    assert shown(client, f"{LIST}?jurisdiction=juarez") == ["wanted"]
    assert shown(client, f"{LIST}?basket=border") == ["wanted"]
    assert read(client, LIST).counts("basket") == {"border": 1}


@pytest.mark.parametrize(("name", "value"), [("held", "cancelled"), ("level", "governors")])
def test_a_column_narrows_the_list(client, name, value):
    make_meeting(slug="wanted", **{name: value})
    make_meeting()
    assert shown(client, f"{LIST}?{name}={value}") == ["wanted"]


def test_a_meeting_is_active_on_its_day_alone(client):
    make_meeting(slug="day", start="1980-06-26")
    make_meeting(slug="two-days", start="1980-06-26", end="1980-06-27")
    assert shown(client, f"{LIST}?active_from=1980-06-27") == ["two-days"]
    assert len(shown(client, f"{LIST}?active_to=1980-06-26")) == 2


def test_the_strip_of_a_series_says_the_year_of_what_has_no_number_and_leaves_out_classes(client):
    body = make_institution()
    years = {"2009": {"ordinal": 1}, "2010": {"label": "interim"}, "2011": {}}
    for year, given in years.items():
        make_link(Convening, meeting=make_meeting(start=year), institution=body, **given)
    many = make_meeting(start="1999", is_class=True)
    make_link(Convening, meeting=many, institution=body)
    html = read(client, body.get_absolute_url()).html
    strip = html[html.index('class="strip"') : html.index("</ol>", html.index('class="strip"'))]
    assert [mark for mark in (">I<", ">2010<", ">2011<") if mark not in strip] == []
    assert many.get_absolute_url() not in strip
