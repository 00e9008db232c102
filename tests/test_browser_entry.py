"""A curator's and an editor's work in Chromium, by keyboard: entry, review, proposal, restore."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import expect

from institutions.models import Agreement
from tests.admin_form import address
from tests.factories import (
    cite,
    make_agreement,
    make_basket,
    make_institution,
    make_jurisdiction,
    make_link,
    make_source,
)
from tests.people import BACKEND, make_person
from tests.reading import rows

MINUTES = 2 * 60
SOON = 15_000  # milliseconds: shared machines are slow at times


@pytest.fixture
def enter(transactional_db, live_server, browser):
    """Opens the site for a person of a role, or for a reader; all that goes amiss is noted."""
    contexts, troubles = [], []

    def open_site(name="", role=""):
        context = browser.new_context(base_url=live_server.url)
        contexts.append(context)
        if name:
            client = Client()
            client.force_login(make_person(name, role), backend=BACKEND)
            key = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        page = context.new_page()
        page.set_default_timeout(SOON)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else 0)
        return page

    open_site.troubles = troubles
    yield open_site
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def known(transactional_db):
    """What the agreement will name."""
    make_jurisdiction(name_en="Mexico", name_es="México", kind="country")
    make_institution(name_en="Ministry of Foreign Affairs", acronym="SRE")
    make_basket(name_en="Border affairs")
    make_basket(name_en="Security")
    make_source(slug="sbd-2002", title="Smart Border: 22-Point Agreement")


def press(page, locator, key="Enter"):
    """Go to an element as the tab key does, and press a key there."""
    locator.focus()
    expect(locator).to_be_focused()
    page.keyboard.press(key)


def offences(enter, page) -> list:
    """What keeps some people from using the page; the checker's own styles are no trouble."""
    assert enter.troubles == []
    found = Axe().run(page).response["violations"]
    enter.troubles.clear()
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found]


def add_row(page, prefix: str):
    """Open a kind of link and add a row, by keyboard."""
    group = page.locator(f"#{prefix}-group")
    details = group.locator("details").first
    if details.get_attribute("open") is None:
        press(page, details.locator("> summary"))
    press(page, group.locator(".add-row a"))
    number = int(page.locator(f"#id_{prefix}-TOTAL_FORMS").input_value()) - 1
    return page.locator(f"#{prefix}-{number}")


def choose(page, row, name: str, text: str, option: str):
    """Find a row by typing in a picker, and take what it offers first."""
    press(page, row.locator(f".field-{name} .select2-selection"))
    expect(page.locator(".select2-container--open .select2-search__field")).to_be_focused()
    page.keyboard.type(text)
    offered = page.locator(".select2-results__option--highlighted")
    expect(offered).to_contain_text(option, timeout=SOON)
    page.keyboard.press("Enter")
    expect(row.locator(f".field-{name} .select2-selection__rendered")).to_contain_text(option)


def take(page, step: str, why: str = ""):
    """Press the button of a step."""
    if why:
        page.locator("#id_why").fill(why)
    with page.expect_navigation():
        press(page, page.locator(f".submit-row input[name={step}]"))


def enter_agreement(page):
    """Fill the empty form of an agreement and submit it."""
    page.goto(address(Agreement, "add"))
    page.locator("#id_name_en").focus()
    page.keyboard.type("Smart Border Declaration")
    page.keyboard.press("Tab")
    page.keyboard.type("Declaración de Frontera Inteligente")
    page.locator("#id_form").select_option("joint-statement")
    page.locator("#id_signed").focus()
    page.keyboard.type("22 March 2002")
    choose(page, add_row(page, "parties"), "jurisdiction", "mexico", "Mexico (country)")
    choose(page, add_row(page, "parties"), "institution", "sre", "Ministry of Foreign Affairs")
    choose(page, add_row(page, "coverages"), "basket", "border aff", "Border affairs")
    choose(page, add_row(page, "coverages"), "basket", "secur", "Security")
    act = add_row(page, "acts")
    act.locator("[name$=-kind]").select_option("signed")
    act.locator("[name$=-date]").fill("2002-03-22")
    choose(page, add_row(page, "citations"), "source", "22-point", "22-Point Agreement")
    take(page, "_submit")


def test_an_agreement_goes_from_an_empty_form_to_the_reader(enter, known, client):
    curator, editor, reader = enter("ana", "Curators"), enter("luis", "Editors"), enter()
    start = time.monotonic()
    enter_agreement(curator)
    assert time.monotonic() - start < MINUTES
    agreement = Agreement.objects.get()
    found = agreement.parties.count(), agreement.coverages.count(), agreement.acts.count()
    assert (found, agreement.publication, agreement.signed) == ((2, 2, 1), "review", "2002-03-22")

    editor.goto("/en/admin/")
    editor.get_by_role("link", name="Smart Border Declaration").first.click()
    take(editor, "_back", why="Add the acronym, please.")

    curator.goto("/en/admin/")
    curator.get_by_role("link", name="Smart Border Declaration").first.click()
    expect(curator.get_by_text("Add the acronym, please.")).to_be_visible()
    curator.locator("#id_acronym").fill("SBD")
    take(curator, "_submit")

    editor.goto(address(agreement))
    take(editor, "_publish")
    reader.goto("/en/agreements/")
    expect(reader.get_by_role("link", name="Smart Border Declaration")).to_be_visible()
    (line,) = rows(client, "/en/agreements.csv")
    assert (line["name_en"], line["acronym"]) == ("Smart Border Declaration", "SBD")


def test_a_proposal_of_a_curator_is_accepted_by_an_editor(enter):
    agreement = make_agreement(name_en="La Paz Agreement")
    cite(agreement)
    curator, editor = enter("ana", "Curators"), enter("luis", "Editors")
    curator.goto(address(agreement))
    curator.locator("#id_acronym").fill("LPA")
    take(curator, "_propose", why="as everyone calls it")
    editor.goto("/en/admin/")
    editor.get_by_role("link", name=f"agreements/{agreement.slug}").click()
    expect(editor.locator("ins").first).to_have_text("LPA")
    press(editor, editor.get_by_role("button", name="Accept"))
    expect(editor.get_by_text("Accepted: readers see it now.")).to_be_visible()
    agreement.refresh_from_db()
    assert agreement.acronym == "LPA"


def test_a_stale_edit_is_caught_and_what_was_typed_is_kept(enter):
    agreement = make_agreement(publication="draft", name_en="Border XXI")
    ana, eva = enter("ana", "Curators"), enter("eva", "Curators")
    eva.goto(address(agreement))
    ana.goto(address(agreement))
    ana.locator("#id_acronym").fill("BXXI")
    take(ana, "_draft", why="the usual short form")
    eva.locator("#id_name_en").fill("Border XXI Program")
    take(eva, "_draft")
    expect(eva.locator(".newer")).to_contain_text("the usual short form")
    expect(eva.locator("#id_name_en")).to_have_value("Border XXI Program")
    agreement.refresh_from_db()
    assert (agreement.name_en, agreement.acronym) == ("Border XXI", "BXXI")


def test_a_version_is_restored_with_its_links(enter):
    agreement = make_agreement(name_en="La Paz Agreement")
    cite(agreement)
    parties = Agreement._meta.get_field("parties").related_model
    make_link(parties, agreement=agreement, jurisdiction=make_jurisdiction(name_en="Mexico"))
    editor = enter("luis", "Editors")
    editor.goto(address(agreement))
    editor.locator("#id_name_en").fill("Spoilt")
    party = editor.locator("#parties-group")
    press(editor, party.locator("details > summary").first)
    press(editor, party.locator("#parties-0 summary").first)
    press(editor, party.locator("#id_parties-0-DELETE"), "Space")
    take(editor, "_change", why="by mistake")
    assert not agreement.parties.exists()
    editor.goto(address(agreement, "history"))
    press(editor, editor.get_by_role("link", name="The record as it stood then").nth(1))
    expect(editor.get_by_role("row", name="Name in English La Paz Agreement")).to_be_visible()
    press(editor, editor.get_by_role("link", name="Restore this version"))
    expect(editor.get_by_role("heading", name="What the restore would change")).to_be_visible()
    assert offences(enter, editor) == []
    editor.locator("#id_why").fill("it was a mistake")
    press(editor, editor.get_by_role("button", name="Restore this version"))
    expect(editor.get_by_text("Restored as it stood then.")).to_be_visible()
    agreement.refresh_from_db()
    assert (agreement.name_en, agreement.parties.count()) == ("La Paz Agreement", 1)


def test_a_date_is_read_and_likely_duplicates_are_shown_while_one_types(enter):
    make_agreement(publication="draft", name_en="Smart Border Declaration", signed="2002-03-22")
    page = enter("ana", "Curators")
    page.goto(address(Agreement, "add"))
    page.locator("#id_signed").press_sequentially("hacia 1980")
    reading = page.locator("#id_signed + .reading")
    expect(reading).to_have_text("about 1980: between 1 January 1979 and 31 December 1981")
    page.locator("#id_signed").fill("1980-02-31")
    expect(reading).to_contain_text("1980-02 has no day 31")
    page.locator("#id_name_en").press_sequentially("Smart border declaration")
    expect(page.locator("#likely")).to_contain_text("22 March 2002 · draft · similar name")
    assert offences(enter, page) == []


def test_a_date_in_an_added_row_is_read_too(enter):
    page = enter("ana", "Curators")
    page.goto(address(Agreement, "add"))
    act = add_row(page, "acts")
    act.locator("[name$=-date]").press_sequentially("june 1980")
    expect(act.locator(".reading")).to_contain_text("June 1980")


def test_who_adds_a_row_goes_on_in_it(enter):
    page = enter("ana", "Curators")
    page.goto(address(Agreement, "add"))
    for prefix in ("acts", "parties", "coverages", "citations"):
        row = add_row(page, prefix)
        expect(row.locator(".line").first.locator(":focus")).to_have_count(1)


def test_a_picker_that_is_clicked_waits_for_what_is_typed(enter):
    make_institution(name_en="Ministry of Foreign Affairs", acronym="SRE")
    page = enter("ana", "Curators")
    page.goto(address(Agreement, "add"))
    row = add_row(page, "parties")
    row.locator(".field-institution .select2-selection").click()
    page.keyboard.type("sre")
    offered = page.locator(".select2-results__option--highlighted")
    expect(offered).to_contain_text("Ministry of Foreign Affairs")


def test_the_tab_key_goes_through_a_form_in_its_order(enter):
    page = enter("ana", "Curators")
    page.goto(address(Agreement, "add"))
    page.locator("#id_name_en").focus()
    order = []
    for _step in range(16):
        order.append(page.evaluate("document.activeElement.name || ''"))
        page.keyboard.press("Tab")
    names = [name for name in order if name]
    first = ["name_en", "name_es", "name_en_ours", "name_es_ours", "acronym", "other_names", "slug"]
    then = ["form", "stage", "binding", "is_class", "comparator"]
    assert names == [*first, *then, "announced", "signed", "in_force", "ended"]
