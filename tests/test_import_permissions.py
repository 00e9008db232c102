"""Who may import and export, and what a curator's sheet may not touch."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from institutions.models import Agreement, Institution, InstitutionLevel, Party
from institutions.models.institution import InstitutionCitation
from records.models import Source
from tests.factories import (
    cite,
    make_agreement,
    make_institution,
    make_jurisdiction,
    make_link,
    make_source,
)
from tests.people import make_person, signed_in
from tests.sheets import (
    bring,
    confirm,
    csv_of,
    export_address,
    import_address,
    preview,
    run_address,
    upload,
)

pytestmark = pytest.mark.django_db
SHEET = csv_of("slug,name_en,kind,reach", "bank,Bank,bank,binational")
LIST = "/en/admin/institutions/institution/"


@pytest.fixture
def curator(db):
    return signed_in("curator", "Curators")


@pytest.fixture
def editor(db):
    return signed_in("editor", "Editors")


def staff_with(*names: str) -> Client:
    """Someone whose rights were given one by one."""
    person = make_person("by-hand")
    person.user_permissions.add(*Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def statuses(client) -> list[int]:
    """The answers to: the form, an upload, an export, the list of imports."""
    return [
        client.get(import_address(Institution)).status_code,
        upload(client, Institution, SHEET).status_code,
        client.get(export_address(Institution)).status_code,
        client.get(export_address(Institution, "xlsx")).status_code,
        client.get("/en/admin/records/importrun/").status_code,
    ]


@pytest.mark.parametrize("role", ["Curators", "Editors", "Administrators"])
def test_people_with_a_role_import_and_export(role):
    assert statuses(signed_in("someone", role)) == [200, 302, 200, 200, 200]


def test_staff_without_a_role_do_neither():
    assert statuses(signed_in("staff")) == [403] * 5


def test_readers_are_sent_to_the_sign_in():
    assert statuses(Client()) == [302] * 5
    assert "login" in Client().get(import_address(Institution)).url


def test_the_right_to_curate_alone_is_not_enough():
    client = staff_with("curate")
    assert statuses(client) == [403] * 5
    text = client.get(LIST).content.decode()
    assert "/import/" not in text and "/export." not in text


def test_the_buttons_are_shown_to_those_who_may(curator):
    text = curator.get(LIST).content.decode()
    assert import_address(Institution) in text and export_address(Institution) in text


def test_only_who_brought_a_sheet_confirms_it(curator, editor):
    run = bring(curator, Institution, SHEET)
    assert preview(editor, run)
    answers = [
        editor.post(run_address(run), {"act": act, "why": "x"}) for act in ("confirm", "cancel")
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    run.refresh_from_db()
    assert run.stage == "previewed"


def test_staff_without_a_role_do_not_see_a_preview(curator):
    run = bring(curator, Institution, SHEET)
    assert signed_in("staff").get(run_address(run)).status_code == 403


def test_a_curators_sheet_never_changes_a_published_record(curator):
    make_institution(slug="bank", founded="1994")
    run = bring(curator, Institution, csv_of("slug,founded", "bank,1993"))
    assert run.stage == "refused"
    assert "Readers see this record, so only an editor changes it" in preview(curator, run).text


def test_a_curators_sheet_adds_no_links_to_a_published_record(curator):
    make_agreement(slug="la-paz")
    make_jurisdiction(slug="mexico")
    run = bring(curator, Agreement, csv_of("slug,parties", "la-paz,mexico"))
    assert (run.stage, run.refused) == ("refused", 1)


def test_a_published_record_that_is_as_it_was_does_not_stop_a_curators_sheet(curator):
    make_institution(slug="bank", founded="1994")
    make_institution(slug="draft", founded="1994", publication="draft")
    content = csv_of("slug,founded,publication", "bank,1994,published", "draft,1993,draft")
    run = confirm(curator, bring(curator, Institution, content))
    assert (run.stage, run.unchanged, run.changed) == ("confirmed", 1, 1)


@pytest.mark.parametrize("state", ["published", "withdrawn", "review"])
def test_a_curators_sheet_does_not_publish(curator, state):
    make_source(slug="seed")
    headers = "slug,name_en,name_es,kind,reach,publication,source,withdrawn_why_en,withdrawn_why_es"
    run = bring(curator, Institution, csv_of(headers, f"b,B,B,bank,us,{state},seed,why,porque"))
    assert run.stage == "refused"
    text = preview(curator, run).text
    assert "Only an editor sets “publication” by a sheet: write draft" in text


def test_a_curators_sheet_adds_nothing_that_readers_would_see_at_once(curator):
    body, source = make_institution(slug="bank"), make_source(slug="seed")
    agreement = make_agreement(slug="la-paz")
    sheets = {
        Party: csv_of("agreement,institution", f"{agreement.slug},{body.slug}"),
        InstitutionLevel: csv_of("institution,tier,branch", "bank,federal,none"),
        InstitutionCitation: csv_of("record,source", f"bank,{source.slug}"),
    }
    runs = [bring(curator, model, content) for model, content in sheets.items()]
    assert [run.stage for run in runs] == ["refused"] * 3
    assert "It belongs to what readers see" in preview(curator, runs[0]).text


def test_a_curators_sheet_does_not_draw_a_link_out_of_sight(curator):
    party = make_link(Party, institution=make_institution(), jurisdiction=None)
    draft = make_agreement(slug="draft", publication="draft")
    content = csv_of("ref,agreement", f"{party.ref},{draft.slug}")
    assert bring(curator, Party, content).stage == "refused"


def test_a_curators_sheet_leaves_sources_that_published_records_cite(curator):
    source, free = make_source(slug="seed"), make_source(slug="free")
    cite(make_institution(), source=source)
    assert bring(curator, Source, csv_of("slug,pages", "seed,1-29")).stage == "refused"
    assert confirm(curator, bring(curator, Source, csv_of("slug,pages", "free,1-9"))).changed == 1
    free.refresh_from_db()
    assert free.pages == "1-9"


def test_an_editors_sheet_changes_published_records_and_their_links(editor):
    body = make_institution(slug="bank", founded="1994")
    make_jurisdiction(slug="mexico")
    content = csv_of("slug,founded,members", "bank,1993,mexico")
    assert confirm(editor, bring(editor, Institution, content)).stage == "confirmed"
    body.refresh_from_db()
    assert (body.founded, body.memberships.count()) == ("1993", 1)


def test_a_published_record_does_not_become_a_draft_again(editor):
    cite(make_institution(slug="bank"))
    for state in ("draft", "review", ""):
        run = bring(editor, Institution, csv_of("slug,publication", f"bank,{state}"))
        assert "Readers know this record: leave it published" in preview(editor, run).text


def test_who_loses_the_right_between_the_steps_cannot_confirm(curator):
    run = bring(curator, Institution, SHEET)
    run.who.groups.clear()
    assert curator.post(run_address(run), {"act": "confirm", "why": "x"}).status_code == 403
    assert not Institution.objects.exists()
