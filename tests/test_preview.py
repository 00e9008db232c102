"""The page of a draft as readers would see it, for curators only."""

import pytest

from institutions.models import Coverage, Mandate
from records.tables import record_types
from tests.admin_form import address
from tests.factories import (
    cite,
    make,
    make_agreement,
    make_basket,
    make_institution,
    make_link,
    make_source,
)
from tests.people import signed_in
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return signed_in("ana", "Curators")


@pytest.fixture
def draft():
    agreement = make_agreement(publication="draft", name_en="Border XXI", signed="1996-10")
    make_link(Coverage, agreement=agreement, basket=make_basket(name_en="Environment"))
    cite(agreement, source=make_source(title="Framework Document"), locator="p. 3")
    return agreement


def preview(record) -> str:
    return address(record).replace("/change/", "/preview/")


def test_a_draft_is_shown_with_its_facts_links_and_sources(curator, draft):
    page = read(curator, preview(draft))
    assert "Preview: not published." in page.text
    assert "October 1996" in page.text and "Environment" in page.text
    assert "Framework Document" in page.text
    assert address(draft) in page.links


def test_the_form_of_a_draft_leads_to_it_and_that_of_a_published_record_does_not(curator, draft):
    assert preview(draft) in read(curator, address(draft)).links
    published = make_agreement()
    assert preview(published) not in read(curator, address(published)).links


def test_other_drafts_are_marked_and_lead_nowhere(curator, draft):
    body = make_institution(publication="review", name_en="Work group")
    make_link(Mandate, agreement=draft, institution=body)
    page = read(curator, preview(draft))
    assert "Work group (in review)" in page.text
    assert body.get_absolute_url() not in page.links


def test_no_cache_and_no_search_engine_keeps_it(curator, draft):
    answer = curator.get(preview(draft))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_readers_see_neither_the_draft_nor_its_preview(client, draft):
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(preview(draft)).status_code == 302
    assert signed_in("eve").get(preview(draft)).status_code == 403


def test_a_published_page_shows_no_draft_after_a_preview(curator, client, draft):
    published = make_institution(name_en="Council")
    make_link(Mandate, institution=published, agreement=draft)
    curator.get(preview(published))
    page = read(client, published.get_absolute_url())
    assert "Preview" not in page.text and "Border XXI" not in page.text


@pytest.mark.parametrize("model", record_types(), ids=lambda model: model.PATH)
def test_every_kind_of_record_has_a_preview(curator, model):
    record = make(model, publication="draft", name_en="Still a draft")
    assert "Still a draft" in read(curator, preview(record)).text
