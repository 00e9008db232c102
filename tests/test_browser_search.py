"""Searching in Chromium: suggestions by keyboard and by mouse, and the form without any script."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from records import dataset

FIXTURES = Path(__file__).parent.parent / "fixtures"
WIDTHS = [1280, 390]
MARK = {"en": "border governors", "es": "gobernadores fronterizos"}


@pytest.fixture
def site(transactional_db, live_server):
    """The address of a running site with the curated dataset."""
    dataset.load(FIXTURES)
    return live_server.url


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_suggestions_are_chosen_by_keyboard_alone(page, site, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/{language}/")
    box = page.get_by_role("combobox").first
    box.focus()
    box.press_sequentially(MARK[language])
    expect(page.get_by_role("option").first).to_be_visible()
    assert Axe().run(page, options={"resultTypes": ["violations"]}).violations_count == 0
    box.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", re.compile("suggestions"))
    box.press("Enter")
    expect(page).to_have_url(re.compile(f"/{language}/institutions/border-governors-conference/$"))


def test_escape_closes_the_suggestions_and_enter_sends_what_was_typed(page, site):
    page.goto(f"{site}/en/about/")
    box = page.get_by_role("combobox").first
    box.press_sequentially("water")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("option").first).to_be_hidden()
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/search/\?q=water$"))
    expect(page.locator("mark").first).to_be_visible()


def test_a_suggestion_is_chosen_by_mouse(page, site):
    page.goto(f"{site}/es/")
    page.get_by_role("combobox").first.press_sequentially("aguas")
    page.get_by_role("option").first.click()
    expect(page).to_have_url(re.compile(r"/es/(institutions|issues)/"))


def test_the_answers_are_narrowed_by_kind_without_any_script(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/en/search/?q=border")
    page.get_by_role("navigation", name="Narrow the answers").get_by_role(
        "link", name=re.compile("Meetings")
    ).click()
    expect(page).to_have_url(re.compile("type=meetings"))
    expect(page.get_by_role("heading", level=2).last).to_contain_text("Meetings")
    context.close()
