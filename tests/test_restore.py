"""An earlier version of a record is put back with its links and citations, or not at all."""

import pytest

from institutions.models import Coverage, Party
from records.models import ChangeSet
from tests.admin_form import Form, address
from tests.factories import cite, make_agreement, make_basket, make_jurisdiction, make_link
from tests.people import press, signed_in
from tests.reading import Page, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return signed_in("luis", "Editors")


@pytest.fixture
def agreement():
    record = make_agreement(name_en="La Paz Agreement", signed="1983-08-14")
    make_link(Party, agreement=record, jurisdiction=make_jurisdiction(name_en="Mexico"))
    cite(record, locator="p. 1")
    return record


@pytest.fixture
def moment(agreement) -> int:
    """The change set after which the agreement stood as it was entered."""
    return ChangeSet.objects.latest("pk").pk


def restore_page(record, number: int) -> str:
    return f"{address(record, 'history')}at/{number}/restore/"


def restore(client, record, number: int, **values):
    """Confirm the restore, with what its page holds."""
    page = restore_page(record, number)
    seen = read(client, page).html.partition('name="seen" value="')[2].partition('"')[0]
    return client.post(page, {"seen": seen, "why": "as it was"} | values)


def spoil(client, record):
    """Change the name, take the party away, add a basket, change the citation."""
    form = Form(client, record).add("coverages", basket=make_basket(name_en="Water"))
    rows = {"parties-0-DELETE": "on", "citations-0-locator": "p. 9"}
    assert press(form, "_change", name_en="Spoilt", **rows).status_code == 302
    record.refresh_from_db()


def test_a_version_comes_back_with_its_links_and_citations(editor, agreement, moment):
    party = agreement.parties.get().pk
    spoil(editor, agreement)
    assert restore(editor, agreement, moment).status_code == 302
    agreement.refresh_from_db()
    assert agreement.name_en == "La Paz Agreement"
    assert agreement.parties.get().pk == party
    assert not agreement.coverages.exists()
    assert agreement.citations.get().locator == "p. 1"


def test_a_restore_is_one_change_set_of_its_kind_with_a_reason(editor, agreement, moment):
    spoil(editor, agreement)
    restore(editor, agreement, moment, why="vandalism")
    change_set = ChangeSet.objects.latest("pk")
    assert (change_set.kind, change_set.why, change_set.who.username) == (
        "restore",
        "vandalism",
        "luis",
    )
    assert agreement.history.latest("history_id").change_set == change_set
    assert Party.history.latest("history_id").change_set == change_set


def test_the_page_shows_what_would_change_before_it_does(editor, agreement, moment):
    spoil(editor, agreement)
    page = read(editor, restore_page(agreement, moment))
    assert "<del>Spoilt</del> <ins>La Paz Agreement</ins>" in page.html
    assert "added party Mexico" in page.text
    assert "deleted coverage Water" in page.text
    agreement.refresh_from_db()
    assert agreement.name_en == "Spoilt"


def test_a_restore_needs_a_reason(editor, agreement, moment):
    spoil(editor, agreement)
    assert "Say why it is restored." in Page(restore(editor, agreement, moment, why=" ")).text
    agreement.refresh_from_db()
    assert agreement.name_en == "Spoilt"


def test_what_others_changed_meanwhile_is_looked_at_first(editor, agreement, moment):
    spoil(editor, agreement)
    page = Page(restore(editor, agreement, moment, seen=str(moment)))
    assert "The record was changed meanwhile" in page.text
    agreement.refresh_from_db()
    assert agreement.name_en == "Spoilt"


def test_address_and_publication_stay_as_they_are(editor, moment, agreement):
    old = agreement.slug
    form = Form(editor, agreement)
    press(form, "_withdraw", slug="la-paz", withdrawn_why_en="Moved.", withdrawn_why_es="Movido.")
    agreement.refresh_from_db()
    agreement.name_en = "Spoilt"
    agreement.save()
    assert restore(editor, agreement, moment).status_code == 302
    agreement.refresh_from_db()
    assert (agreement.slug, agreement.publication) == ("la-paz", "withdrawn")
    assert (agreement.name_en, agreement.slug != old) == ("La Paz Agreement", True)


def test_a_published_record_is_not_left_without_a_source(editor):
    record = make_agreement(name_en="Unsourced")
    number = ChangeSet.objects.latest("pk").pk
    cite(record)
    page = Page(restore(editor, record, number))
    assert "No source is cited" in page.text
    assert record.citations.count() == 1


def test_a_version_that_breaks_a_rule_changes_nothing(editor):
    record = make_agreement(publication="draft", name_es="")
    number = ChangeSet.objects.latest("pk").pk
    cite(record)
    press(Form(editor, record), "_publish", name_es="Acuerdo", name_en="Published")
    page = Page(restore(editor, record, number))
    assert "A published record needs its name in both languages." in page.text
    record.refresh_from_db()
    assert (record.name_en, record.citations.count()) == ("Published", 1)


def test_a_link_whose_other_end_is_gone_is_left_out_and_said(editor, agreement):
    basket = make_basket(name_en="Water")
    link = make_link(Coverage, agreement=agreement, basket=basket)
    number = ChangeSet.objects.latest("pk").pk
    link.delete()
    basket.delete()
    agreement.name_en = "Spoilt"
    agreement.save()
    text = read(editor, restore_page(agreement, number)).text
    assert "they are left out" in text and "added coverage" in text
    assert restore(editor, agreement, number).status_code == 302
    agreement.refresh_from_db()
    assert (agreement.name_en, agreement.coverages.count()) == ("La Paz Agreement", 0)


def test_what_stands_like_this_already_is_said_so(editor, agreement, moment):
    before = ChangeSet.objects.count()
    assert "stands like this already" in Page(restore(editor, agreement, moment)).text
    assert ChangeSet.objects.count() == before


def test_a_curator_is_not_shown_the_button_nor_let_in_by_address(agreement, moment, editor):
    curator, page = signed_in("ana", "Curators"), restore_page(agreement, moment)
    version = page.removesuffix("restore/")
    assert page not in read(curator, version).links
    assert page in read(editor, version).links
    assert curator.get(page).status_code == curator.post(page, {"why": "x"}).status_code == 403
