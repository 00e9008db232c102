"""Imports in Chromium: a sheet goes in, on a desk and on a phone; everyone can read the pages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import expect

from institutions.models import Institution
from records.models import ImportRun
from tests.factories import make_basket, make_institution, make_source
from tests.people import BACKEND, make_person
from tests.sheets import bring, csv_of, import_address, run_address

HEADERS = "slug,name_en,kind,reach,founded,summary_en,baskets,source"
NEW = "bank,North American Development Bank,bank,binational,1994,Lends,border-affairs,seed-2009"


@pytest.fixture
def desk(transactional_db, live_server, page):
    """The page of a curator who has signed in; `troubles` is what the browser complains of."""
    client = Client()
    client.force_login(make_person("curator", "Curators"), backend=BACKEND)
    key = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
    page.client, page.troubles = client, []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("console", lambda message: page.troubles.append(f"{message.type}: {message.text}"))
    page.open = lambda path: page.goto(live_server.url + path)
    make_basket(slug="border-affairs", name_en="Border affairs")
    make_source(slug="seed-2009")
    make_institution(slug="council", founded="1990", summary_en="word " * 80, publication="draft")
    return page


def previews(desk) -> list[str]:
    """The addresses of previews with every kind of row."""
    fine = bring(desk.client, Institution, csv_of(HEADERS, NEW, "council,Council,bank,us,1991,,,"))
    wrong = bring(desk.client, Institution, csv_of("slug,kind", f"{'x' * 90},bnk", "council,bank"))
    return [run_address(fine), run_address(wrong)]


def test_a_sheet_is_uploaded_looked_through_and_confirmed(desk, tmp_path):
    sheet = tmp_path / "bodies.csv"
    sheet.write_bytes(csv_of(HEADERS, NEW))
    desk.open("/en/admin/institutions/institution/")
    desk.get_by_role("link", name="Import", exact=True).click()
    desk.get_by_label("Sheet").set_input_files(sheet)
    desk.get_by_role("button", name="Show what it would do").click()
    expect(desk.get_by_text("+ baskets: Border affairs")).to_be_visible()
    desk.get_by_label("Why").fill("bodies of the 1990s")
    desk.get_by_role("button", name="Import these rows").click()
    expect(desk.get_by_text("Imported: 1 new, 0 changed.")).to_be_visible()
    assert Institution.objects.get(slug="bank").responsibilities.get().source.slug == "seed-2009"
    assert desk.troubles == []


def test_the_pages_fit_a_phone_and_keep_the_policy(desk):
    desk.set_viewport_size({"width": 390, "height": 900})
    runs = "/en/admin/records/importrun/"
    english = [import_address(Institution), *previews(desk), runs]
    for path in [*english, *(path.replace("/en/", "/es/") for path in english)]:
        desk.open(path)
        assert desk.evaluate("document.documentElement.scrollWidth") <= 390, path
    assert desk.troubles == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_can_be_read_by_everyone(desk, scheme):
    desk.emulate_media(color_scheme=scheme)
    stale = ImportRun.objects.get(pk=previews(desk)[0].split("/")[-3])
    body = Institution.objects.get(slug="council")
    body.founded = "1989"
    body.save()
    desk.client.post(run_address(stale), {"act": "confirm", "why": "too late"})
    runs = [run_address(run) for run in ImportRun.objects.all()]
    for path in [import_address(Institution), *runs, "/en/admin/records/importrun/"]:
        desk.open(path)
        assert Axe().run(desk).response["violations"] == [], path
