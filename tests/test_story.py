"""The history of a record in the admin is one story: who changed which field, link or citation."""

import pytest

from institutions.models import Agreement, Coverage, Party
from records.admin.restoring import CHAPTERS
from tests.admin_form import Form, address
from tests.factories import (
    cite,
    make_agreement,
    make_basket,
    make_jurisdiction,
    make_link,
    make_source,
)
from tests.people import press, signed_in
from tests.reading import Page, read
from tests.test_admin_queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return signed_in("ana", "Curators")


@pytest.fixture
def draft():
    agreement = make_agreement(publication="draft", name_en="Border XXI", signed="1996")
    make_link(Party, agreement=agreement, jurisdiction=make_jurisdiction(name_en="Mexico"))
    cite(agreement, source=make_source(slug="epa-1996", title="Framework"), locator="p. 3")
    return agreement


def story(client, record) -> Page:
    return read(client, address(record, "history"))


def then(record, number: int = 0) -> str:
    """The address of the record as it stood after a change set, by default its first."""
    number = number or record.history.earliest("history_id").change_set_id
    return f"{address(record, 'history')}at/{number}/"


def test_the_story_says_who_changed_what_from_what_to_what_and_why(curator, draft):
    press(Form(curator, draft), "_draft", signed="1996-10", why="the month is known")
    page = story(curator, draft)
    assert "<del>1996</del> <ins>October 1996</ins>" in page.html
    assert "ana" in page.text and "the month is known" in page.text


def test_links_and_citations_are_part_of_the_story_under_their_names(curator, draft):
    form = Form(curator, draft).add("coverages", basket=make_basket(name_en="Environment"))
    press(form, "_draft", **{"parties-0-DELETE": "on", "citations-0-locator": "p. 4"})
    text = story(curator, draft).text
    assert "added coverage Environment" in text
    assert "deleted party Mexico" in text
    assert "Locator p. 3 p. 4" in text


def test_the_newest_chapter_comes_first_and_the_others_on_further_pages(curator, draft):
    for number in range(CHAPTERS + 1):
        draft.acronym = f"B{number}"
        draft.save()
    first, second = story(curator, draft), read(curator, f"{address(draft, 'history')}?p=2")
    assert first.html.index(f"<ins>B{CHAPTERS}</ins>") < first.html.index("<ins>B5</ins>")
    assert "<ins>B0</ins>" not in first.html
    assert "<ins>B0</ins>" in second.html


def test_a_version_shows_facts_links_and_citations_of_that_moment(curator, draft):
    number = draft.citations.get().history.get().change_set_id
    press(Form(curator, draft), "_draft", signed="1996-10", **{"parties-0-DELETE": "on"})
    assert then(draft, number) in story(curator, draft).links
    page = read(curator, then(draft, number))
    assert "Signed1996 " in page.text
    assert "Mexico" in page.text
    assert "Framework" in page.text and "p. 3" in page.text


def test_what_was_linked_later_is_not_in_a_version(curator, draft):
    make_link(Coverage, agreement=draft, basket=make_basket(name_en="Environment"))
    assert "Environment" not in read(curator, then(draft)).text


def test_a_moment_before_the_record_or_none_at_all_is_not_found(curator, draft):
    later = make_agreement()
    read(curator, then(later, draft.history.get().change_set_id), 404)
    read(curator, then(draft, 999_999), 404)
    read(curator, address(draft, "history").replace(f"/{draft.pk}/", "/999999/"), 404)


def test_the_story_is_for_those_who_may_see_drafts(client, draft):
    stranger = signed_in("eve")
    pages = [address(draft, "history"), then(draft), f"{address(Agreement, 'changelist')}deleted/"]
    assert {stranger.get(page).status_code for page in pages} == {403}
    assert {client.get(page).status_code for page in pages} == {302}


def test_a_story_costs_the_same_for_one_chapter_and_for_many(curator, draft):
    def cost() -> list[int]:
        moment = draft.citations.latest("pk").history.get().change_set_id
        pages = (address(draft, "history"), then(draft, moment))
        return [queries(lambda path=path: read(curator, path)) for path in pages]

    def link():
        make_link(Coverage, agreement=draft, basket=make_basket())
        cite(draft)

    link()
    few = cost()
    for _row in range(6):
        link()
    assert cost() == few


def test_the_story_in_spanish_calls_a_record_by_its_spanish_name(curator, draft):
    form = Form(curator, draft)
    press(form, "_draft", name_es="Frontera XXI", why="named")
    page = read(curator, address(draft, "history", "es"))
    assert "Historial de Frontera XXI" in page.text and "acuerdo Frontera XXI" in page.text
