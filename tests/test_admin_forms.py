"""Entering records in the admin: links from either side, dates in words, errors as sentences."""

import pytest

from events.models import Convening, Meeting
from institutions.models import Agreement, AgreementCitation, Coverage, Institution, Membership
from records.models import ChangeSet
from tests.admin_form import Form, address
from tests.factories import (
    cite,
    make_basket,
    make_institution,
    make_jurisdiction,
    make_link,
    make_meeting,
    make_source,
)
from tests.reading import Page, read

pytestmark = pytest.mark.django_db
DRAFT = {"publication": "draft"}
NAMED = {"name_en": "Merida Initiative", "name_es": "Iniciativa Mérida"}


@pytest.fixture
def agreement(admin_client):
    """An agreement entered whole: two parties, two baskets, an act and a citation."""
    form = Form(admin_client, Agreement)
    form.fill(**NAMED, form="partnership", announced="October 2007", why="the first entry")
    for _side in range(2):
        form.add("parties", jurisdiction=make_jurisdiction())
        form.add("coverages", basket=make_basket())
    form.add("acts", kind="signed", date="2007-10-22")
    form.add("citations", source=make_source(), locator="p. 19", about="announced", value="2007")
    assert form.save().status_code == 302
    return Agreement.objects.get()


def test_an_agreement_is_entered_with_its_links_and_sources_at_once(agreement):
    assert (agreement.parties.count(), agreement.coverages.count()) == (2, 2)
    assert agreement.acts.get().date == "2007-10-22"
    assert agreement.citations.get().locator == "p. 19"


def test_what_is_entered_at_once_is_one_change_set_with_its_reason(agreement):
    change_set = agreement.history.get().change_set
    assert (change_set.why, change_set.who.username) == ("the first entry", "admin")
    rows = [*agreement.parties.all(), *agreement.coverages.all(), *agreement.citations.all()]
    assert {row.history.get().change_set for row in rows} == {change_set}


def test_a_new_record_is_a_draft_with_a_slug_from_its_name(agreement):
    assert (agreement.publication, agreement.slug) == ("draft", "merida-initiative")


def test_a_date_in_words_is_kept_as_edtf(agreement):
    assert agreement.announced == "2007-10"


def test_a_link_is_entered_from_the_page_of_either_end(admin_client):
    meeting, institution = make_meeting(**DRAFT), make_institution(**DRAFT)
    form = Form(admin_client, institution).add("convenings", meeting=meeting, ordinal=1)
    assert form.save().status_code == 302
    assert Convening.objects.get().meeting == meeting
    form = Form(admin_client, meeting).add("convenings", institution=make_institution())
    assert form.save().status_code == 302
    assert meeting.convenings.count() == 2


def test_a_link_of_two_institutions_is_entered_from_both(admin_client):
    body, member = make_institution(**DRAFT), make_institution(**DRAFT)
    assert Form(admin_client, body).add("memberships", member=member).save().status_code == 302
    form = Form(admin_client, body).add("memberships_held", body=member)
    assert form.save().status_code == 302
    assert [(row.body, row.member) for row in Membership.objects.order_by("pk")] == [
        (body, member),
        (member, body),
    ]


def test_a_level_is_entered_on_the_page_of_its_institution(admin_client):
    institution = make_institution(**DRAFT)
    Form(admin_client, institution).add("levels", tier="federal", branch="executive").save()
    assert str(institution.levels.get()) == "federal · executive"


def test_a_link_is_changed_and_deleted_on_the_page_of_a_record(admin_client):
    body = make_institution(**DRAFT)
    first, second = (make_link(Membership, body=body) for _row in range(2))
    form = Form(admin_client, body)
    form.fill(**{"memberships-0-role": "chair", "memberships-1-DELETE": "on"}).save()
    assert body.memberships.get().role == "chair"
    assert first.history.count() == 2
    assert second.history.first().history_type == "-"


def test_what_nobody_touched_gets_no_new_version(admin_client):
    body = make_institution(**DRAFT)
    row = make_link(Membership, body=body, start="1980")
    Form(admin_client, body).add("memberships", jurisdiction=make_jurisdiction()).save()
    body.refresh_from_db()
    assert (body.version, body.history.count(), row.history.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("start", "1981-02-30", "1981-02 has no day 30"),
        ("start", "4/5/1980", "can mean two days. Write 1980-05-04 or 1980-04-05"),
        ("end", "1979", "The end lies before the start."),
    ],
)
def test_an_impossible_date_is_refused_with_a_sentence(admin_client, name, text, sentence):
    form = Form(admin_client, Meeting).fill(**NAMED, level="officials", start="1980")
    response = form.fill(**{name: text}).save()
    assert sentence in Page(response).text
    assert not Meeting.objects.exists()


def test_a_link_without_its_other_end_is_refused_with_a_sentence(admin_client):
    body = make_institution()
    page = Page(Form(admin_client, body).add("memberships", start="1980").save())
    assert "Choose an institution or a jurisdiction, just one of the two." in page.text
    assert not Membership.objects.exists()


@pytest.mark.parametrize("start", ["1980", ""])
def test_the_same_link_twice_is_refused_with_a_sentence(admin_client, start):
    row = make_link(Membership, member=make_institution(), start=start)
    form = Form(admin_client, row.body).add("memberships", member=row.member, start=start)
    page = Page(form.save())
    assert "This is recorded already" in page.text
    assert Membership.objects.count() == 1


@pytest.mark.parametrize("row", [Institution, None], ids=["of a new record", "of an old record"])
def test_the_same_link_twice_on_one_page_is_refused_too(admin_client, row):
    form = Form(admin_client, row or make_institution())
    form.fill(**NAMED, kind="bank", reach="us")
    member = make_institution()
    form.add("memberships", member=member).add("memberships", member=member)
    assert "This is recorded already" in Page(form.save()).text
    assert not Membership.objects.exists()


@pytest.mark.parametrize("row", [Institution, None], ids=["of a new record", "of an old record"])
def test_a_rule_that_names_the_record_itself_is_kept(admin_client, row):
    form = Form(admin_client, row or make_institution()).fill(**NAMED, kind="bank", reach="us")
    form.add("priorities", jurisdiction=make_jurisdiction(), basket=make_basket())
    assert "Choose an institution or a jurisdiction" in Page(form.save()).text


def test_an_institution_is_no_member_of_itself(admin_client):
    body = make_institution()
    page = Page(Form(admin_client, body).add("memberships", member=body).save())
    assert "A record cannot be linked with itself." in page.text


def test_what_was_typed_is_still_there_after_an_error(admin_client):
    form = Form(admin_client, Meeting).fill(level="officials", start="June 1980", why="a trial")
    page = Page(form.add("agendas", basket=make_basket(name_en="Security")).save())
    assert "Give a name in at least one language." in page.text
    assert "a trial" in page.text
    assert 'value="June 1980"' in page.html
    assert "Security" in page.text


def test_a_citation_is_about_a_column_or_link_of_its_record(admin_client):
    citation = cite(make_institution(), about="founded")
    form = Form(admin_client, citation).fill(about="venues")
    assert "Select a valid choice" in Page(form.save()).text
    form.fill(about="convenings").save()
    citation.refresh_from_db()
    assert citation.about == "convenings"


def test_a_link_on_a_page_of_its_own_keeps_its_ref(admin_client):
    row = make_link(Coverage)
    Form(admin_client, row).fill(locator="p. 2", ref="another").save()
    assert Coverage.objects.values_list("ref", "locator").get() == (row.ref, "p. 2")


def test_two_new_links_get_refs_of_their_own(admin_client, agreement):
    refs = {*AgreementCitation.objects.values_list("ref", flat=True)}
    refs |= {*Coverage.objects.values_list("ref", flat=True)}
    assert len(refs) == 3
    assert "" not in refs


def test_what_others_stand_on_is_not_deleted_and_the_page_says_why(admin_client):
    basket = make_link(Coverage, basket=make_basket(**DRAFT)).basket
    assert "other rows stand on it" in read(admin_client, address(basket, "delete")).text
    admin_client.post(address(basket, "delete"), {"post": "yes"})
    basket.refresh_from_db()


def test_several_rows_that_others_stand_on_are_not_deleted_either(admin_client):
    source = cite(make_institution()).source
    sent = {"action": "delete_selected", "_selected_action": source.pk, "post": "yes"}
    response = admin_client.post(address(type(source), "changelist"), sent)
    assert "would require deleting" in Page(response).text
    source.refresh_from_db()


def test_forms_of_rows_with_a_history_ask_why_and_others_do_not(admin_client, admin_user):
    row = make_institution(**DRAFT)
    for page in (address(row), address(row, "delete"), address(Membership, "add")):
        assert 'name="why"' in read(admin_client, page).html
    assert 'name="why"' not in read(admin_client, address(admin_user)).html


def test_a_deletion_takes_the_links_with_it_and_keeps_its_reason(admin_client):
    body = make_link(Membership, body=make_institution(**DRAFT)).body
    sent = {"post": "yes", "why": "entered twice"}
    admin_client.post(address(body, "delete"), sent)
    assert not Membership.objects.exists()
    deleted = ChangeSet.objects.get(why="entered twice")
    assert Institution.history.get(change_set=deleted).history_type == "-"
    assert Membership.history.get(change_set=deleted).history_type == "-"
