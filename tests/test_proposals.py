"""A curator's change to a published record waits for an editor."""

import pytest

from institutions.models import Agreement
from records.models import Proposal
from tests.admin_form import Form, address
from tests.factories import cite, make_agreement, make_basket, make_jurisdiction, make_link
from tests.people import press, signed_in
from tests.reading import Page, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return signed_in("ana", "Curators")


@pytest.fixture
def editor():
    return signed_in("luis", "Editors")


@pytest.fixture
def agreement():
    published = make_agreement(name_en="La Paz Agreement", signed="1983-08-14")
    cite(published)
    return published


@pytest.fixture
def proposal(curator, agreement):
    """A new name and a new basket, proposed."""
    form = Form(curator, agreement).add("coverages", basket=make_basket(name_en="Border"))
    answer = press(form, "_propose", name_en="La Paz Accord", why="as it is called since")
    assert answer.status_code == 302
    return Proposal.objects.get()


def decide(client, proposal, act, **values):
    page = client.post(address(proposal), {"act": act, **values})
    proposal.refresh_from_db()
    return page


def test_a_proposal_changes_nothing_until_it_is_accepted(proposal, agreement):
    agreement.refresh_from_db()
    assert (agreement.name_en, agreement.coverages.count()) == ("La Paz Agreement", 0)
    assert (agreement.history.count(), proposal.state) == (1, "open")


def test_an_editor_sees_old_and_new_side_by_side(proposal, editor):
    page = read(editor, address(proposal))
    assert "<del>La Paz Agreement</del>" in page.html
    assert "<ins>La Paz Accord</ins>" in page.html
    assert "as it is called since" in page.text
    assert "coverage" in page.text


def test_an_accepted_proposal_is_one_change_set_of_the_editor(proposal, editor, agreement):
    decide(editor, proposal, "accept", comment="indeed")
    agreement.refresh_from_db()
    assert (agreement.name_en, agreement.coverages.count()) == ("La Paz Accord", 1)
    change_set = agreement.history.latest("history_id").change_set
    assert change_set == agreement.coverages.get().history.get().change_set == proposal.change_set
    assert change_set.who.username == "luis"
    assert "as it is called since" in change_set.why


def test_a_declined_proposal_needs_a_comment_and_changes_nothing(proposal, editor, agreement):
    assert "Say in the comment why" in Page(decide(editor, proposal, "decline")).text
    decide(editor, proposal, "decline", comment="not in the text")
    agreement.refresh_from_db()
    assert (proposal.state, agreement.name_en) == ("declined", "La Paz Agreement")


def test_a_curator_takes_back_but_does_not_decide(proposal, curator):
    assert decide(curator, proposal, "accept").status_code == 403
    decide(curator, proposal, "take-back")
    assert proposal.state == "taken-back"


def test_what_changed_meanwhile_is_shown_and_must_be_read(proposal, editor, agreement):
    press(Form(editor, agreement), "_change", signed="1983-08-15", why="the day of the text")
    page = Page(decide(editor, proposal, "accept"))
    assert "was changed after the proposal" in page.text
    assert "15 August 1983" in page.text
    decide(editor, proposal, "accept", anyway="on")
    agreement.refresh_from_db()
    assert (agreement.name_en, agreement.signed) == ("La Paz Accord", "1983-08-15")


def test_a_link_that_is_taken_away_is_proposed_too(curator, editor, agreement):
    party = make_link(
        Agreement._meta.get_field("parties").related_model,
        agreement=agreement,
        jurisdiction=make_jurisdiction(),
    )
    form = Form(curator, agreement).fill(**{"parties-0-DELETE": "on"})
    press(form, "_propose", why="no party")
    assert agreement.parties.get() == party
    decide(editor, Proposal.objects.get(), "accept")
    assert not agreement.parties.exists()


def test_a_proposal_without_a_change_or_a_reason_is_none(curator, agreement):
    press(Form(curator, agreement), "_propose", why="only looking")
    assert "Say why" in Page(press(Form(curator, agreement), "_propose", name_en="Else")).text
    assert not Proposal.objects.exists()


def test_a_proposal_is_decided_once(proposal, editor):
    decide(editor, proposal, "decline", comment="no")
    page = Page(decide(editor, proposal, "accept"))
    assert "has been decided already" in page.text
    assert proposal.state == "declined"
