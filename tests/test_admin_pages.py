"""The admin's pages: every table, in both languages, to those with the right."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import User

from institutions.models import Institution
from records.models import ChangeSet, Record
from records.tables import tables
from tests.admin_form import address
from tests.factories import make, make_institution
from tests.reading import read

pytestmark = pytest.mark.django_db
TABLES = [*tables(), ChangeSet]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_a_table_has_a_list_and_a_form(admin_client, model, language):
    if model is not ChangeSet:
        make(model)
    read(admin_client, address(model, "changelist", language))
    read(admin_client, address(model, "add", language), 403 if model is ChangeSet else 200)


@pytest.mark.parametrize("model", tables(), ids=lambda model: model.__name__)
def test_a_row_has_a_form_a_history_and_a_page_to_delete_it(admin_client, model):
    row = make(model)
    shown = isinstance(row, Record)  # what is published is withdrawn, not deleted
    for page in ("change", "history", "delete"):
        read(admin_client, address(row, page), 403 if shown and page == "delete" else 200)


def test_the_index_has_every_table_once_in_the_order_of_work(admin_client):
    page = read(admin_client, "/en/admin/")
    lists = [address(model, "changelist") for model in admin.site._registry]
    index = re.findall(r'<th scope="row".*?href="(.*?)"', page.html, re.DOTALL)
    assert {path: index.count(path) for path in lists} == dict.fromkeys(lists, 1)
    headings = re.findall(r"<caption>(.*?)</caption>", page.html)
    assert headings[:6] == [
        "Review",
        "Institutions",
        "Agreements",
        "Meetings",
        "Reports",
        "Baskets",
    ]
    rest = [heading for heading in headings[6:] if heading != "Other records"]
    assert rest == ["Links", "Sources", "Imports", "History", "Accounts"]


def test_the_other_language_keeps_the_page_and_its_filter(admin_client):
    page = read(admin_client, "/en/admin/institutions/institution/?kind__exact=bank")
    assert "/es/admin/institutions/institution/?kind__exact=bank" in page.links


def test_readers_are_asked_to_sign_in(client):
    for path in ("/en/admin/", address(Institution, "changelist"), address(Institution, "add")):
        response = client.get(path)
        assert response.status_code == 302
        assert "/admin/login/" in response.url


@pytest.fixture
def helper(client):
    """Someone who may enter the admin, and nothing else."""
    user = User.objects.create_user("helper", password="x", is_staff=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user


def test_staff_without_rights_see_nothing(client, helper):
    row = make_institution()
    assert "no rights here yet" in read(client, "/en/admin/").text
    for page in ("change", "history", "delete"):
        read(client, address(row, page), 403)
    for page in ("changelist", "add"):
        read(client, address(Institution, page), 403)


def test_staff_without_rights_find_nothing_to_choose(client, helper):
    assert choose(client).status_code == 403


def choose(client):
    picker = {"app_label": "institutions", "model_name": "membership", "field_name": "body"}
    return client.get("/en/admin/autocomplete/", picker | {"term": "name"})
