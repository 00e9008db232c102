"""From draft to publication: who may take which step, and what is refused on the way."""

import pytest

from institutions.models import Agreement
from records.models import ChangeSet
from tests.admin_form import Form, address
from tests.factories import cite, make_agreement, make_source
from tests.people import press, signed_in
from tests.reading import Page, read

pytestmark = pytest.mark.django_db
ENTERED = {"name_en": "Smart Border", "name_es": "Frontera Inteligente", "form": "plan"}


@pytest.fixture
def curator():
    return signed_in("ana", "Curators")


@pytest.fixture
def editor():
    return signed_in("luis", "Editors")


@pytest.fixture
def draft():
    agreement = make_agreement(publication="draft", name_en="Smart Border")
    cite(agreement)
    return agreement


def state(agreement) -> str:
    agreement.refresh_from_db()
    return agreement.publication


def test_a_draft_is_submitted_sent_back_mended_and_published(curator, editor, client):
    form = Form(curator, Agreement).fill(**ENTERED).add("citations", source=make_source())
    assert press(form, "_submit").status_code == 302
    agreement = Agreement.objects.get()
    assert state(agreement) == "review"
    press(Form(editor, agreement), "_back", why="Which border?")
    assert state(agreement) == "draft"
    assert "Which border?" in read(curator, address(agreement)).text
    press(Form(curator, agreement), "_submit", name_en="Smart Border Declaration")
    press(Form(editor, agreement), "_publish")
    assert state(agreement) == "published"
    assert "Smart Border Declaration" in read(client, "/en/agreements/").text


def test_publishing_is_a_change_set_of_its_kind(editor, draft):
    press(Form(editor, draft), "_publish", why="read against the gazette")
    change_set = ChangeSet.objects.latest("pk")
    assert (change_set.kind, change_set.why) == ("publish", "read against the gazette")


@pytest.mark.parametrize("button", ["_publish", "_withdraw", "_back", "_change"])
def test_a_curator_cannot_take_the_steps_of_an_editor(curator, draft, button):
    assert press(Form(curator, draft), button).status_code == 403
    assert state(draft) == "draft"


def test_a_curator_is_not_shown_the_steps_of_an_editor(curator, editor, draft):
    assert 'name="_publish"' not in read(curator, address(draft)).html
    assert 'name="_publish"' in read(editor, address(draft)).html


def test_what_lacks_a_source_or_a_name_is_not_published_and_keeps_what_was_typed(editor):
    agreement = make_agreement(publication="draft", name_es="")
    form = Form(editor, agreement)
    page = Page(press(form, "_publish", name_en="Typed just now"))
    assert "A published record needs its name in both languages." in page.text
    page = Page(press(form, "_publish", name_es="Escrito ahora"))
    assert "No source is cited: add at least one citation." in page.text
    assert "Typed just now" in page.html
    assert state(agreement) == "draft"


def test_sending_back_needs_a_comment(editor, draft):
    Agreement.objects.filter(pk=draft.pk).update(publication="review")
    page = Page(press(Form(editor, draft), "_back"))
    assert "Say why, in the last field of the page." in page.text
    assert state(draft) == "review"


def test_withdrawing_asks_for_a_reason_in_both_languages(editor, draft, client):
    press(Form(editor, draft), "_publish")
    page = Page(press(Form(editor, draft), "_withdraw"))
    assert "Say in both languages why the record is withdrawn." in page.text
    reasons = {"withdrawn_why_en": "A duplicate.", "withdrawn_why_es": "Un duplicado."}
    assert press(Form(editor, draft), "_withdraw", **reasons).status_code == 302
    assert "A duplicate." in read(client, f"/en/agreements/{draft.slug}/", 410).text


def test_the_publication_cannot_be_set_by_typing(curator, draft):
    press(Form(curator, draft), "_draft", publication="published")
    assert state(draft) == "draft"
