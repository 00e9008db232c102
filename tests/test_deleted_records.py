"""Records that were deleted: listed, their story read, brought back with their links."""

import pytest

from institutions.models import Agreement, Coverage, Party
from tests.admin_form import Form, address
from tests.factories import cite, make_agreement, make_basket, make_jurisdiction, make_link
from tests.people import press, signed_in
from tests.reading import Page, read
from tests.test_restore import restore, restore_page

pytestmark = pytest.mark.django_db
LIST = "/en/admin/institutions/agreement/deleted/"


@pytest.fixture
def editor():
    return signed_in("luis", "Editors")


@pytest.fixture
def gone(editor):
    """An agreement with a party, a basket and a citation, deleted by the editor."""
    record = make_agreement(publication="draft", name_en="Border XXI", slug="border-xxi")
    make_link(Party, agreement=record, jurisdiction=make_jurisdiction(name_en="Mexico"))
    make_link(Coverage, agreement=record, basket=make_basket(name_en="Environment"))
    cite(record, locator="p. 3")
    return deleted(editor, record)


def deleted(client, record):
    pk = record.pk
    answer = client.post(address(record, "delete"), {"post": "yes", "why": "a duplicate"})
    assert answer.status_code == 302
    record.pk = pk
    return record


def moment(record) -> int:
    """The last change set after which the record still stood."""
    versions = Agreement.citations.rel.related_model.history.filter(record_id=record.pk)
    return versions.exclude(history_type="-").latest("history_id").change_set_id


def test_a_deleted_record_is_listed_with_who_and_why(editor, gone):
    assert LIST in read(editor, address(Agreement, "changelist")).links
    page = read(editor, LIST)
    assert "Border XXI" in page.text and "luis" in page.text and "a duplicate" in page.text
    assert address(gone, "history") in page.links


def test_a_record_that_exists_is_not_listed(editor):
    make_agreement(name_en="Still here")
    assert "No record of this kind was deleted." in read(editor, LIST).text


def test_its_story_stays_and_leads_to_how_it_stood(editor, gone):
    page = read(editor, address(gone, "history"))
    assert "This record was deleted." in page.text
    assert "deleted agreement Border XXI" in page.text
    version = restore_page(gone, moment(gone)).removesuffix("restore/")
    assert version in page.links
    text = read(editor, version).text
    assert "Mexico" in text and "Environment" in text and "p. 3" in text


def test_it_comes_back_with_its_links_and_citations(editor, gone):
    assert restore(editor, gone, moment(gone)).status_code == 302
    back = Agreement.objects.get(slug="border-xxi")
    assert (back.pk, back.name_en, back.publication) == (gone.pk, "Border XXI", "draft")
    assert back.parties.get().jurisdiction.name_en == "Mexico"
    assert back.coverages.get().basket.name_en == "Environment"
    assert back.citations.get().locator == "p. 3"
    assert "Border XXI" not in read(editor, LIST).text


def test_links_whose_other_end_is_gone_are_said_and_left_out(editor, gone):
    Coverage._meta.get_field("basket").related_model.objects.get(name_en="Environment").delete()
    text = read(editor, restore_page(gone, moment(gone))).text
    assert "These rows join what no longer exists" in text
    assert restore(editor, gone, moment(gone)).status_code == 302
    back = Agreement.objects.get(pk=gone.pk)
    assert (back.parties.count(), back.coverages.count()) == (1, 0)


def test_it_does_not_take_the_address_of_a_new_record(editor, gone):
    new = make_agreement(name_en="New", slug="border-xxi")
    page = Page(restore(editor, gone, moment(gone)))
    assert "border-xxi, is now another's" in page.text.replace("’", "'")
    new.refresh_from_db()
    assert (new.name_en, Agreement.objects.count()) == ("New", 1)


def test_one_that_readers_knew_comes_back_as_a_draft(editor):
    record = make_agreement(name_en="Known")
    cite(record)
    number = moment(record)
    record.publication = "draft"
    record.save()
    deleted(editor, record)
    assert restore(editor, record, number).status_code == 302
    assert Agreement.objects.get(pk=record.pk).publication == "draft"


def test_deleted_twice_it_is_listed_once(editor, gone):
    restore(editor, gone, moment(gone))
    press(Form(editor, Agreement.objects.get(pk=gone.pk)), "_draft", name_en="Border XXI Program")
    deleted(editor, Agreement.objects.get(pk=gone.pk))
    assert read(editor, LIST).links.count(address(gone, "history")) == 1


def test_a_curator_reads_the_list_but_brings_nothing_back(gone):
    curator = signed_in("ana", "Curators")
    assert "Border XXI" in read(curator, LIST).text
    assert curator.post(restore_page(gone, moment(gone)), {"why": "x"}).status_code == 403
    assert not Agreement.objects.exists()
