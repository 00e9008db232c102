"""The desk: what waits for whom, and what was done last."""

import pytest

from institutions.models import Agreement
from tests.admin_form import Form
from tests.factories import cite, make_agreement, make_source
from tests.people import press, signed_in
from tests.reading import read
from tests.sheets import bring, csv_of

pytestmark = pytest.mark.django_db
ENTERED = {"name_en": "Bridge Pact", "name_es": "Pacto del puente"}


def entry(client) -> Form:
    """A new agreement, filled in."""
    return Form(client, Agreement).fill(form="plan", **ENTERED)


def part(client, heading: str) -> str:
    """The text of one section of the desk."""
    html = read(client, "/en/admin/").html
    return html.split(f'id="{heading}-heading"')[1].split("</section>")[0]


def test_a_draft_lies_on_the_desk_of_who_entered_it():
    ana, eva = signed_in("ana", "Curators"), signed_in("eva", "Curators")
    press(entry(ana), "_draft")
    assert "Bridge Pact" in part(ana, "drafts")
    assert "Bridge Pact" not in part(eva, "drafts")


def test_what_is_submitted_and_proposed_waits_on_the_desk_of_editors():
    ana, luis = signed_in("ana", "Curators"), signed_in("luis", "Editors")
    press(entry(ana).add("citations", source=make_source()), "_submit")
    published = make_agreement(slug="la-paz")
    cite(published)
    press(Form(ana, published), "_propose", name_en="Else", why="a better name")
    waiting = part(luis, "review")
    assert "Bridge Pact" in waiting and "agreements/la-paz" in waiting


def test_imports_and_recent_changes_are_on_the_desk():
    ana = signed_in("ana", "Curators")
    bring(ana, Agreement, csv_of("slug,name_en,form", "pact,Pact,plan"), "pacts.csv")
    press(entry(ana), "_draft", why="the first of ours")
    assert "pacts.csv" in part(ana, "imports")
    assert "the first of ours" in part(ana, "recent")


def test_the_desk_is_empty_for_those_without_a_role():
    assert "drafts-heading" not in read(signed_in("guest"), "/en/admin/").html
