"""Sheets are imported in two steps: a preview that writes nothing, then one change set."""

import pytest
from django.utils import translation

from events.models import Report
from institutions.models import Agreement, Coverage, Institution, Jurisdiction, Party
from institutions.models.agreement import AgreementCitation
from records.imports import runs
from records.models import ChangeSet, ImportRun, Source
from tests.factories import (
    cite,
    make_agreement,
    make_basket,
    make_institution,
    make_jurisdiction,
    make_link,
    make_source,
)
from tests.people import signed_in
from tests.sheets import bring, confirm, csv_of, preview, run_address, upload, xlsx_of

pytestmark = pytest.mark.django_db
BODIES = "slug,name_en,name_es,kind,reach"


@pytest.fixture
def editor(db):
    return signed_in("editor", "Editors")


@pytest.fixture
def curator(db):
    return signed_in("curator", "Curators")


def make_draft(**values) -> Institution:
    return make_institution(publication="draft", **values)


def test_a_preview_writes_nothing(curator):
    before = ChangeSet.objects.count()
    run = bring(curator, Institution, csv_of(BODIES, "bank,Bank,Banco,bank,binational"))
    assert (run.stage, run.new) == ("previewed", 1)
    assert not Institution.objects.exists()
    assert ChangeSet.objects.count() == before


def test_a_confirmed_sheet_is_one_change_set_with_its_reason(curator):
    lines = ["bank,Bank,Banco,bank,binational", "council,Council,Consejo,council,binational"]
    run = confirm(curator, bring(curator, Institution, csv_of(BODIES, *lines)), "two bodies")
    change_set = ChangeSet.objects.get(kind="import")
    assert (run.stage, run.change_set) == ("confirmed", change_set)
    assert (change_set.who.username, change_set.why) == ("curator", "two bodies")
    assert {row.change_set_id for row in Institution.history.all()} == {change_set.pk}
    assert Institution.history.count() == 2


def test_new_records_come_in_as_drafts(editor):
    confirm(editor, bring(editor, Institution, csv_of(BODIES, "bank,Bank,Banco,bank,binational")))
    assert Institution.objects.get().publication == "draft"


def test_an_import_needs_a_reason(curator):
    run = bring(curator, Institution, csv_of(BODIES, "bank,Bank,Banco,bank,binational"))
    answer = curator.post(run_address(run), {"act": "confirm", "why": "  "})
    assert "Say why" in answer.content.decode()
    run.refresh_from_db()
    assert (run.stage, Institution.objects.count()) == ("previewed", 0)


def test_a_double_click_imports_once(curator):
    run = bring(curator, Institution, csv_of(BODIES, "bank,Bank,Banco,bank,binational"))
    confirm(curator, run)
    confirm(curator, run, "again")
    assert Institution.objects.get().history.count() == 1
    assert ChangeSet.objects.filter(kind="import").count() == 1
    assert run.stage == "confirmed" and run.why == "from the treaty series"


def test_two_confirmations_at_once_import_once(curator, monkeypatch):
    """The second has planned the sheet before the first is done writing."""
    run = bring(curator, Institution, csv_of(BODIES, "bank,Bank,Banco,bank,binational"))
    plan = runs.make_plan(Institution, *run.read(), run.who)
    other = ImportRun.objects.get(pk=run.pk)
    runs.confirm(run, run.who, "first")
    runs.carry_out(other, plan, run.who, "second")
    assert Institution.objects.get().history.count() == 1
    assert [one.why for one in ChangeSet.objects.filter(kind="import")] == ["first"]


def test_what_changes_is_shown_from_old_to_new(curator):
    make_draft(slug="bank", kind="bank", founded="1994")
    run = bring(curator, Institution, csv_of("slug,founded,kind", "bank,1993-11,bank"))
    page = preview(curator, run)
    assert "founded: 1994 → 1993-11" in page.text
    assert "kind:" not in page.text
    confirm(curator, run)
    assert Institution.objects.get().founded == "1993-11"


def test_a_column_that_is_absent_is_left_as_it_is(curator):
    make_draft(slug="bank", acronym="NADB", founded="1994")
    confirm(curator, bring(curator, Institution, csv_of("slug,founded", "bank,1993")))
    assert Institution.objects.get().acronym == "NADB"


def test_a_blank_cell_clears_and_the_preview_says_so(curator):
    make_draft(slug="bank", acronym="NADB")
    run = bring(curator, Institution, csv_of("slug,acronym", "bank,"))
    page = preview(curator, run)
    assert "acronym: NADB → cleared" in page.text
    assert "Values that blank cells clear: 1" in page.text
    confirm(curator, run)
    assert Institution.objects.get().acronym == ""


def test_rows_that_are_not_in_the_sheet_stay(curator):
    make_draft(slug="bank")
    council = make_draft(slug="council")
    confirm(curator, bring(curator, Institution, csv_of("slug,founded", "bank,1993")))
    assert Institution.objects.filter(pk=council.pk, version=1).exists()


def test_a_refused_row_stops_the_whole_sheet_and_stands_first(curator):
    lines = ["bank,Bank,Banco,bank,binational", "council,Council,Consejo,counsil,binational"]
    run = bring(curator, Institution, csv_of(BODIES, *lines))
    page = preview(curator, run)
    assert (run.stage, run.refused, run.new) == ("refused", 1, 1)
    assert page.text.index("counsil") < page.text.index("Banco")
    assert "“counsil” is not one of: commission" in page.text
    assert confirm(curator, run).stage == "refused"
    assert not Institution.objects.exists()


@pytest.mark.parametrize(
    ("headers", "line", "sentence"),
    [
        ("slug,nam_en", "bank,Bank", "There is no column “nam_en” in institutions. Did you mean"),
        ("slug,founded", "bank,June 31", "“June 31” is not a date we can read"),
        ("slug,kind", "bank,bnk", "“bnk” is not one of: commission, conference, bank"),
        ("slug,founded,ended", "bank,1994,1990", "It cannot end before it was founded."),
        ("slug,baskets", "bank,bordr", "“bordr” is the slug or name of nothing in: baskets."),
        ("slug,baskets", "bank,one;two", "Write | between several: one|two."),
        ("slug,kind", "bank,", "This cell cannot be blank. Write one of: commission, conference,"),
        ("slug,locator", "bank,p. 3", "A locator needs its source"),
        ("slug,source", "bank,seed", "“seed” is the slug or name of nothing in: sources."),
        ("slug,members", "bank,bank", "A record cannot be linked with itself."),
    ],
)
def test_what_is_wrong_is_said_with_the_value_and_what_would_be_right(
    curator, headers, line, sentence
):
    make_draft(slug="bank")
    make_basket(slug="border-affairs")
    run = bring(curator, Institution, csv_of(headers, line))
    assert run.stage == "refused"
    assert sentence in preview(curator, run).text


def test_a_row_that_stands_twice_is_refused(curator):
    make_draft(slug="bank")
    run = bring(curator, Institution, csv_of("slug,founded", "bank,1993", "bank,1994"))
    assert "This row stands in the sheet twice, first in row 1." in preview(curator, run).text


def test_a_file_that_is_no_sheet_is_refused_at_once(curator):
    answer = upload(curator, Institution, b"\x89PNG\r\n")
    assert answer.status_code == 200
    assert "a picture, not a CSV" in answer.content.decode()
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_files_of_several_programs_are_read(curator, encoding, sign):
    text = f"{BODIES}\ncomision,Commission,Comisión,commission,binational\n".replace(",", sign)
    confirm(curator, bring(curator, Institution, text.encode(encoding)))
    assert Institution.objects.get().name_es == "Comisión"


def test_a_workbook_is_read_too(curator):
    content = xlsx_of(BODIES, "bank,'=Bank,Banco,bank,binational")
    confirm(curator, bring(curator, Institution, content, "bodies.xlsx"))
    assert Institution.objects.get().name_en == "=Bank"


def test_the_preview_has_pages_of_fifty_rows(curator):
    lines = [f"bank-{n},Bank {n},Banco {n},bank,binational" for n in range(1, 61)]
    run = bring(curator, Institution, csv_of(BODIES, *lines))
    assert "bank-50" in preview(curator, run).text
    assert "bank-51" not in preview(curator, run).text
    assert "bank-60" in preview(curator, run, "?p=2").text


def test_the_same_sheet_again_changes_nothing(curator):
    content = csv_of(BODIES, "bank,Bank,Banco,bank,binational")
    confirm(curator, bring(curator, Institution, content))
    run = bring(curator, Institution, content)
    assert (run.unchanged, run.new, run.changed) == (1, 0, 0)
    assert "There is nothing to import" in preview(curator, run).text
    assert confirm(curator, run).stage == "previewed"
    assert ChangeSet.objects.filter(kind="import").count() == 1


def test_a_row_without_a_slug_is_new_and_named_after_its_english_name(curator):
    headers = "name_en,name_es,kind,reach"
    lines = ["North Bank,Banco,bank,binational", "North. Bank,El Banco,bank,binational"]
    confirm(curator, bring(curator, Institution, csv_of(headers, *lines)))
    assert set(Institution.objects.values_list("slug", flat=True)) == {"north-bank", "north-bank-2"}


def test_a_name_that_is_there_already_asks_for_its_slug(curator):
    make_draft(slug="comision", name_es="Comisión de Límites")
    line = "Boundary Commission,COMISION  DE LIMITES,commission,binational"
    run = bring(curator, Institution, csv_of("name_en,name_es,kind,reach", line))
    assert "is there already as comision. Give its slug to change it" in preview(curator, run).text


def test_a_name_that_stands_twice_in_the_sheet_asks_for_slugs_and_is_checked_all_the_same(curator):
    lines = ["Bank,Banco,bank,us", "BANK,Otro,bnk,us"]
    run = bring(curator, Institution, csv_of("name_en,name_es,kind,reach", *lines))
    text = preview(curator, run).text
    assert (run.new, run.refused) == (1, 1)
    assert "“BANK” stands in row 1 too. If these are two, give each a slug." in text
    assert "“bnk” is not one of" in text


def test_places_may_lie_in_places_of_the_same_sheet(curator):
    headers = "slug,name_en,name_es,kind,parent"
    lines = ["juarez,Juarez,Juárez,locality,chihuahua", "chihuahua,C,C,state,mexico"]
    make_jurisdiction(slug="mexico", kind="country")
    confirm(curator, bring(curator, Jurisdiction, csv_of(headers, *lines)))
    assert Jurisdiction.objects.get(slug="juarez").parent.parent.slug == "mexico"


def test_places_that_lie_in_each_other_are_refused(curator):
    headers = "slug,name_en,name_es,kind,parent"
    lines = ["juarez,J,J,locality,chihuahua", "chihuahua,C,C,state,juarez"]
    run = bring(curator, Jurisdiction, csv_of(headers, *lines))
    assert run.refused == 2
    assert "These rows lie in each other" in preview(curator, run).text


@pytest.fixture
def ground(db):
    """A draft agreement, and what a sheet may link it with."""
    make_jurisdiction(slug="mexico", name_en="Mexico", name_es="México", iso_3166="MX")
    make_jurisdiction(slug="united-states", name_en="United States", name_es="Estados Unidos")
    make_institution(slug="sre", acronym="SRE", name_es="Secretaría de Relaciones Exteriores")
    make_basket(slug="border-affairs", name_en="Border affairs", name_es="Asuntos fronterizos")
    make_source(slug="seed-2009")
    return make_agreement(slug="la-paz", publication="draft")


def test_a_sheet_of_agreements_makes_the_links_and_cites_the_source(curator, ground):
    headers = "slug,name_en,form,baskets,parties,source,locator"
    line = "merida,Merida,plan,Asuntos Fronterizos,MEXICO|united-states|sre,seed-2009,p. 16"
    run = bring(curator, Agreement, csv_of(headers, line))
    page = preview(curator, run)
    assert "+ parties: Mexico" in page.text and "+ baskets: Border affairs" in page.text
    confirm(curator, run)
    merida = Agreement.objects.get(slug="merida")
    ends = {party.jurisdiction or party.institution for party in merida.parties.all()}
    assert {end.slug for end in ends} == {"mexico", "united-states", "sre"}
    assert merida.coverages.get().basket.slug == "border-affairs"
    assert {(one.source.slug, one.locator) for one in merida.parties.all()} == {
        ("seed-2009", "p. 16")
    }
    assert (merida.citations.get().source.slug, merida.citations.get().locator) == (
        "seed-2009",
        "p. 16",
    )
    assert {row.change_set_id for row in Party.history.all()} == {run.change_set_id}


def test_links_that_are_there_stay_as_they_are(curator, ground):
    mexico = Jurisdiction.objects.get(slug="mexico")
    party = make_link(Party, agreement=ground, jurisdiction=mexico, role="guarantor")
    run = bring(curator, Agreement, csv_of("slug,parties", "la-paz,México|Estados Unidos"))
    assert "+ parties: Mexico" not in preview(curator, run).text
    confirm(curator, run)
    assert ground.parties.count() == 2
    assert Party.objects.get(pk=party.pk).role == "guarantor"


def test_a_blank_cell_of_links_removes_none(curator, ground):
    make_link(Party, agreement=ground, jurisdiction=Jurisdiction.objects.get(slug="mexico"))
    run = bring(curator, Agreement, csv_of("slug,parties", "la-paz,"))
    assert run.unchanged == 1
    assert ground.parties.count() == 1


def test_a_party_named_twice_in_a_cell_is_linked_once(curator, ground):
    confirm(curator, bring(curator, Agreement, csv_of("slug,parties", "la-paz,Mexico|México|MX")))
    assert ground.parties.count() == 1


def test_a_name_of_several_is_refused_with_the_candidates(curator, ground):
    make_jurisdiction(slug="chihuahua", name_en="Chihuahua")
    make_jurisdiction(slug="chihuahua-city", name_en="Chihuahua", name_es="Chihuahua")
    make_institution(slug="gobierno", name_en="Chihuahua")
    run = bring(curator, Agreement, csv_of("slug,parties", "la-paz,CHIHUAHUA"))
    text = preview(curator, run).text
    assert "institutions/gobierno" in text and "jurisdictions/chihuahua-city" in text
    line = "la-paz,jurisdictions/chihuahua-city"
    confirm(curator, bring(curator, Agreement, csv_of("slug,parties", line)))
    assert ground.parties.get().jurisdiction.slug == "chihuahua-city"


def test_records_of_one_sheet_may_name_each_other(curator):
    headers = "name_en,kind,reach,members"
    lines = ["Conference,conference,binational,Bureau", "Bureau,office,binational,"]
    confirm(curator, bring(curator, Institution, csv_of(headers, *lines)))
    assert Institution.objects.get(slug="conference").memberships.get().member.slug == "bureau"


def test_links_that_need_more_than_a_name_have_a_sheet_of_their_own(curator):
    run = bring(curator, Report, csv_of("slug,name_en,baskets", "one,One,"))
    text = preview(curator, run).text
    assert "also need ordinal, text_en, text_es: bring them in a sheet of focuses" in text


def test_a_change_by_somebody_else_stops_the_confirmation_and_is_shown(curator, editor):
    body = make_draft(slug="bank", founded="1994", acronym="NADB")
    run = bring(curator, Institution, csv_of("slug,founded", "bank,1993"))
    other = bring(editor, Institution, csv_of("slug,acronym", "bank,BDAN"))
    confirm(editor, other, "the Spanish acronym")
    assert confirm(curator, run).stage == "stale"
    text = preview(curator, run).text
    assert "acronym: NADB → BDAN" in text
    assert "editor" in text and "the Spanish acronym" in text
    body.refresh_from_db()
    assert body.founded == "1994"


def test_a_stale_sheet_can_be_previewed_again_and_confirmed(curator, editor):
    make_draft(slug="bank", founded="1994")
    run = bring(curator, Institution, csv_of("slug,founded", "bank,1993"))
    confirm(editor, bring(editor, Institution, csv_of("slug,acronym", "bank,BDAN")))
    confirm(curator, run)
    answer = curator.post(run_address(run), {"act": "again"})
    fresh = ImportRun.objects.latest("pk")
    assert answer.url == run_address(fresh) and fresh.pk != run.pk
    assert confirm(curator, fresh).stage == "confirmed"
    assert (Institution.objects.get().founded, Institution.objects.get().acronym) == (
        "1993",
        "BDAN",
    )


def test_a_record_deleted_since_the_preview_is_not_made_anew(curator):
    body = make_draft(slug="bank", founded="1994")
    run = bring(curator, Institution, csv_of("slug,founded", "bank,1993"))
    body.delete()
    assert confirm(curator, run).stage == "stale"
    assert not Institution.objects.exists()


def test_a_record_made_since_the_preview_stops_the_sheet_that_would_make_it(curator):
    run = bring(curator, Institution, csv_of(BODIES, "bank,Bank,Banco,bank,binational"))
    make_draft(slug="bank", founded="1994")
    assert confirm(curator, run).stage == "stale"
    assert Institution.objects.get().founded == "1994"


def test_a_change_elsewhere_stops_nothing(curator):
    make_draft(slug="bank")
    run = bring(curator, Institution, csv_of("slug,founded", "bank,1993"))
    make_draft(slug="council")
    assert confirm(curator, run).stage == "confirmed"


def test_a_row_changed_while_the_sheet_is_written_is_not_overwritten(curator):
    body = make_draft(slug="bank", founded="1994")
    run = bring(curator, Institution, csv_of("slug,founded", "bank,1993"))
    plan = runs.make_plan(Institution, *run.read(), run.who)
    body.founded = "1995"
    body.save()
    with pytest.raises(runs.Stale):
        runs.carry_out(run, plan, run.who, "too late")
    body.refresh_from_db()
    assert body.founded == "1995"


def test_a_cancelled_sheet_cannot_be_confirmed(curator):
    run = bring(curator, Institution, csv_of(BODIES, "bank,Bank,Banco,bank,binational"))
    curator.post(run_address(run), {"act": "cancel"})
    assert confirm(curator, run).stage == "cancelled"
    assert not Institution.objects.exists()


def test_an_old_slug_is_no_slug_for_a_new_record(editor):
    body = make_draft(slug="old-bank")
    body.slug = "new-bank"
    body.save()
    run = bring(editor, Institution, csv_of(BODIES, "old-bank,Bank,Banco,bank,binational"))
    assert "The record of this old slug is now new-bank." in preview(editor, run).text


def test_a_published_record_needs_a_source(editor):
    make_source(slug="seed-2009")
    line = "bank,Bank,Banco,bank,binational,published"
    run = bring(editor, Institution, csv_of(f"{BODIES},publication", line))
    assert "A published record needs a source" in preview(editor, run).text
    content = csv_of(f"{BODIES},publication,source", f"{line},seed-2009")
    confirm(editor, bring(editor, Institution, content))
    assert Institution.objects.get().publication == "published"


def test_sheets_of_links_and_citations_are_imported_too(curator, ground):
    headers = "agreement,basket,source,locator"
    content = csv_of(headers, "la-paz,border-affairs,seed-2009,p. 3")
    confirm(curator, bring(curator, Coverage, content))
    assert Coverage.objects.get().locator == "p. 3"
    again = bring(curator, Coverage, content)
    assert "This is recorded already" in preview(curator, again).text
    confirm(curator, bring(curator, AgreementCitation, csv_of("record,source", "la-paz,seed-2009")))
    assert ground.citations.count() == 1


def test_a_source_needs_its_key(curator):
    run = bring(curator, Source, csv_of("title", "A Study"))
    assert "The column “slug” is missing" in preview(curator, run).text


def test_the_source_of_a_sheet_is_cited_once(curator, ground):
    cite(ground, source=Source.objects.get(slug="seed-2009"), locator="p. 3")
    run = bring(curator, Agreement, csv_of("slug,source,locator", "la-paz,seed-2009,p. 3"))
    assert run.unchanged == 1


def test_the_list_of_imports_shows_what_became_of_each(curator):
    bring(curator, Institution, csv_of(BODIES, "bank,Bank,Banco,bank,binational"), "bodies.csv")
    answer = curator.get("/en/admin/records/importrun/")
    assert "bodies.csv" in answer.content.decode()
    assert "waits for confirmation" in answer.content.decode()
    assert "Imports" in curator.get("/en/admin/").content.decode()


def test_the_pages_speak_spanish(curator):
    with translation.override("es"):
        run = bring(curator, Institution, csv_of(BODIES, "bank,Bank,Banco,counsil,binational"))
        assert "“counsil” no es ninguno de estos valores" in preview(curator, run).text


def test_the_number_of_queries_does_not_grow_with_the_rows(
    curator, ground, django_assert_max_num_queries
):
    def sheet(name: str, rows: int) -> bytes:
        line = "plan,border-affairs,Mexico|SRE,seed-2009"
        headers = "slug,name_en,form,baskets,parties,source"
        return csv_of(headers, *(f"{name}-{n},{name} {n},{line}" for n in range(rows)))

    with django_assert_max_num_queries(40):
        run = bring(curator, Agreement, sheet("many", 400))
    with django_assert_max_num_queries(60):
        confirm(curator, run)
    assert Party.objects.count() == 800
