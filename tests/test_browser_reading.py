"""A reader's way through the site in Chromium: home, list, filter, record, its source, the CSV."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from records import dataset

FIXTURES = Path(__file__).parent.parent / "fixtures"
WIDTHS = [1280, 390]
INSTITUTIONS = {"en": "Institutions", "es": "Instituciones"}
CONFERENCE = {
    "en": "Border Governors Conference",
    "es": "Conferencia de Gobernadores Fronterizos",
}
PAGES = [
    "",
    "institutions/",
    "institutions/?basket=border-affairs&reach=binational",
    "institutions/?q=nothing-of-the-kind",
    "institutions/border-governors-conference/",
    "institutions/us-mexico-binational-commission/",
    "agreements/",
    "agreements/merida-initiative/",
    "meetings/",
    "meetings/bgc-i/",
    "reports/",
    "reports/spp-report-1/",
    "baskets/",
    "baskets/border-affairs/",
    "issues/",
    "issues/water/",
    "indicators/",
    "indicators/us-exports-to-mexico/",
    "sources/",
    "sources/seed-2009/",
    "search/",
    "search/?q=border",
    "search/?q=mexcio&type=meetings&basket=border-affairs",
    "search/?q=water+nothing-of-the-kind",
    "codebook/",
    "about/",
    "institutions/?basket=nonsense",
    "nowhere/",
    "admin/login/",
]


@pytest.fixture
def site(transactional_db, live_server):
    """The address of a running site with the curated dataset."""
    dataset.load(FIXTURES)
    return live_server.url


@pytest.fixture
def troubles(page):
    """What the browser complains of: errors on the console, refusals of the security policy."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console",
        lambda message: (
            found.append(message.text) if message.type in {"error", "warning"} else None
        ),
    )
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_reader_goes_from_home_to_list_filter_record_source_and_csv(
    page, site, troubles, language, width
):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{language}/")
    page.get_by_role("navigation").get_by_role(
        "link", name=INSTITUTIONS[language], exact=True
    ).first.click()
    expect(page).to_have_url(re.compile(f"/{language}/institutions/$"))

    open_filters(page)
    page.locator("input[name=basket][value=border-affairs]").check()
    page.locator("form.facets button[type=submit], form.facets button:not([type])").last.click()
    expect(page).to_have_url(re.compile("basket=border-affairs"))

    page.get_by_role("link", name=CONFERENCE[language], exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CONFERENCE[language])

    page.locator("a[href*='/sources/']").first.click()
    expect(page).to_have_url(re.compile(f"/{language}/sources/"))

    page.goto(f"{site}/{language}/institutions/?basket=border-affairs")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("slug,name_en,name_es")
    assert any(line.startswith("border-governors-conference,") for line in lines)
    assert troubles == []


def open_filters(page):
    """On a phone the facets are behind one button."""
    summary = page.locator("form.facets summary, .facets > summary, details.facets > summary").first
    if not page.locator("input[name=basket][value=border-affairs]").is_visible():
        summary.click()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_page_is_accessible_and_keeps_the_security_policy(
    page, site, troubles, language, width
):
    page.set_viewport_size({"width": width, "height": 900})
    faults = {}
    for address in PAGES:
        page.goto(f"{site}/{language}/{address}")
        report = Axe().run(page, options={"resultTypes": ["violations"]})
        if report.violations_count:
            faults[address] = [rule["id"] for rule in report.response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            faults[f"{address} scrolls sideways"] = wide
    refused = [text for text in troubles if "status of 40" not in text]
    assert (faults, refused) == ({}, [])


def test_the_language_switch_keeps_page_and_filter(page, site):
    page.goto(f"{site}/en/institutions/?basket=border-affairs&q=water")
    page.get_by_role("link", name="Español").click()
    expect(page).to_have_url(f"{site}/es/institutions/?basket=border-affairs&q=water")


def test_pages_answer_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/institutions/?basket=border-affairs")
    expect(page.get_by_role("link", name="Border Governors Conference").first).to_be_visible()
    context.close()
