"""What goes wrong is said in a page of ours, in the language of the address, without a trace."""

import pytest
from django.test import Client

from institutions.views import InstitutionPage
from records.models import Redirect
from tests.factories import make, make_institution, make_source
from tests.reading import Page, read

pytestmark = pytest.mark.django_db
WHY = {"withdrawn_why_en": "Doubled by mistake.", "withdrawn_why_es": "Repetida por error."}


def test_an_address_of_nothing_is_not_found(client):
    assert "Nothing is at this address" in read(client, "/en/nowhere/", 404).text
    assert "Nothing is at this address" not in read(client, "/es/nowhere/", 404).text
    assert "No record has this address" in read(client, "/en/institutions/nowhere/", 404).text


@pytest.mark.parametrize("state", ["draft", "review"])
def test_the_address_of_a_draft_is_not_found(client, state):
    read(client, make_institution(publication=state).get_absolute_url(), 404)


def test_a_withdrawn_record_is_gone_and_says_why_in_both_languages(client):
    make_institution(slug="double", publication="withdrawn", **WHY)
    assert "Doubled by mistake." in read(client, "/en/institutions/double/", 410).text
    assert "Repetida por error." in read(client, "/es/institutions/double/", 410).text


def test_an_old_address_leads_for_ever_to_the_new_one(client):
    record = make_institution(slug="old")
    record.slug = "new"
    record.save()
    for language in ("en", "es"):
        response = client.get(f"/{language}/institutions/old/")
        assert (response.status_code, response.url) == (301, f"/{language}/institutions/new/")


def test_an_old_address_of_a_withdrawn_record_says_why(client):
    record = make_institution(slug="old")
    record.slug = "new"
    record.save()
    for name, text in {**WHY, "publication": "withdrawn"}.items():
        setattr(record, name, text)
    record.save()
    assert "Doubled by mistake." in read(client, "/en/institutions/old/", 410).text


def test_an_address_of_another_kind_of_record_is_not_found(client):
    make(Redirect, table="agreements", old="old", new=make_institution().slug)
    read(client, "/en/institutions/old/", 404)


def test_a_source_that_is_not_there_is_not_found(client):
    make_source(slug="paper")
    read(client, "/en/sources/papers/", 404)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_fault_of_ours_is_a_plain_page_without_a_trace(client, monkeypatch, language):
    def fail(self):
        raise RuntimeError("the secret of the trace")

    monkeypatch.setattr(InstitutionPage, "context", fail)
    client.raise_request_exception = False
    page = read(client, f"/{language}/institutions/{make_institution().slug}/", 500)
    assert "Traceback" not in page.html and "secret" not in page.html
    assert f'lang="{language}"' in page.html and page.links


def test_the_page_of_our_fault_asks_the_database_nothing(
    client, monkeypatch, django_assert_num_queries
):
    def fail(self, request, slug):
        raise RuntimeError

    monkeypatch.setattr(InstitutionPage, "get", fail)
    client.raise_request_exception = False
    with django_assert_num_queries(0):
        read(client, "/en/institutions/any/", 500)


@pytest.mark.parametrize("host", ["elsewhere.example", "a b", ""])
def test_a_foreign_host_is_refused_with_a_page(client, host):
    client.raise_request_exception = False
    response = client.get("/en/institutions/", headers={"host": host})
    assert response.status_code == 400
    assert "elsewhere.example" not in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_public_pages_take_no_changes(client, method):
    for path in ("", "search/", "codebook/", "about/", "institutions/", "institutions.csv"):
        assert getattr(client, method)(f"/en/{path}").status_code == 405
    assert getattr(client, method)(make_institution().get_absolute_url()).status_code == 405


@pytest.mark.parametrize("path", ["/en/", "/es/institutions/", "/en/nowhere/"])
def test_a_form_sent_from_elsewhere_to_a_public_page_is_refused_as_any_change(path):
    assert Client(enforce_csrf_checks=True).post(path).status_code in (404, 405)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_form_that_was_open_too_long_is_refused_in_a_page_of_ours(language):
    client = Client(enforce_csrf_checks=True)
    response = client.post(f"/{language}/admin/login/")
    page = Page(response)
    assert response.status_code == 403
    assert f'lang="{language}"' in page.html
    assert "<style" not in page.html and page.links


@pytest.mark.parametrize("query", ["?year=%00", "institutions/?jurisdiction=%00%1B"])
def test_what_cannot_be_seen_is_not_repeated_to_the_reader(client, query):
    page = read(client, f"/en/{query}", 400)
    assert "[U+0000]" in page.text and "\0" not in page.html and "\x1b" not in page.html


def test_machines_are_told_what_they_may_read(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /es/search/" in text and "Disallow: /\n" not in text


def test_browsers_find_the_icon_at_its_old_place(client):
    assert client.get("/favicon.ico").url == "/static/icon.svg"


@pytest.mark.parametrize("path", ["institutions/%00/", "institutions/%FF/", "institutions/a%2Fb/"])
def test_an_address_of_odd_signs_is_not_found(client, path):
    assert client.get(f"/en/{path}").status_code == 404
