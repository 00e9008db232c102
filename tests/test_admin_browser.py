"""The admin in Chromium: it works under the security policy, and nothing is amiss."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import expect

from institutions.models import Institution, Membership
from tests.admin_form import address
from tests.factories import cite, make_institution, make_jurisdiction, make_link

WIDTHS = [1280, 390]


@pytest.fixture
def desk(transactional_db, live_server, page):
    """The page of a curator who has signed in; `troubles` is what the browser complains of."""
    user = User.objects.create_superuser("curator", password="x")
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    key = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("console", lambda message: page.troubles.append(f"{message.type}: {message.text}"))
    page.open = lambda path: page.goto(live_server.url + path)
    return page


def test_a_member_is_chosen_as_one_types_and_saved(desk):
    make_jurisdiction(name_en="Mexico", name_es="México", kind="country")
    body = make_institution(publication="draft")
    desk.open(address(body))
    members = desk.locator("#memberships-group")
    members.get_by_role("heading", name="Members").click()
    members.get_by_role("button", name="Add another Membership").click()
    members.locator("#memberships-0 .field-jurisdiction .select2-selection").click()
    desk.locator(".select2-search__field").last.fill("méxico")
    desk.get_by_role("option", name="Mexico (country)").click()
    members.locator("[name=memberships-0-start]").fill("June 1980")
    desk.locator(".submit-row .default").click()
    expect(desk.get_by_text("Saved as a draft.")).to_be_visible()
    assert (body.memberships.get().start, desk.troubles) == ("1980-06", [])


def test_a_row_shows_its_pickers_when_it_is_opened(desk):
    row = make_link(Membership, jurisdiction=make_jurisdiction(name_en="Sonora"), start="1980")
    desk.open(address(row.body))
    members = desk.locator("#memberships-group")
    members.get_by_role("heading", name="Members 1").click()
    members.get_by_text("Sonora · member · from 1980").click()
    chosen = members.locator("#memberships-0 .field-jurisdiction .select2-selection__rendered")
    expect(chosen).to_contain_text("Sonora")
    assert desk.troubles == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_offends_the_policy_or_overflows(desk, width):
    desk.set_viewport_size({"width": width, "height": 900})
    row = make_link(Membership, body=make_institution(name_en="Council", publication="draft")).body
    cite(row)
    lists = [address(Institution, page) for page in ("changelist", "add")]
    pages = [address(row, page) for page in ("change", "history", "delete")]
    change_set = address(row.history.get().change_set)
    version = f"{address(row, 'history')}{row.history.get().pk}/"
    english = ["/en/admin/", *lists, *pages, change_set, version]
    for path in [*english, *(path.replace("/en/", "/es/") for path in english)]:
        desk.open(path)
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, path
    assert desk.troubles == []


def test_the_calendar_opens_under_the_policy(desk):
    desk.open(address(Institution, "add"))
    desk.locator("#calendarlink0").click()
    expect(desk.locator("#calendarbox0")).to_be_visible()
    assert desk.troubles == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_can_be_read_by_everyone(desk, scheme):
    desk.emulate_media(color_scheme=scheme)
    row = make_link(Membership, body=make_institution(publication="draft")).body
    cite(row)
    pages = [address(row, page) for page in ("change", "history", "delete")]
    change_set = address(row.history.get().change_set)
    for path in ("/en/admin/", address(Institution, "changelist"), *pages, change_set):
        desk.open(path)
        found = Axe().run(desk).response["violations"]
        assert not found, [(path, rule["id"], rule["nodes"][0]["html"]) for rule in found]
