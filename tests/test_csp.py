"""Every answer carries the strict content security policy."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from records.tables import record_types
from tests.factories import make, make_institution

pytestmark = pytest.mark.django_db
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def policy(response) -> str:
    return response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_public_pages_and_files_carry_the_policy(client, language):
    for model in record_types():
        path = f"/{language}/{model.PATH}"
        record = make(model)
        for address in (f"{path}/", f"{path}.csv", f"{path}/{record.slug}/"):
            assert policy(client.get(address)) == POLICY
    for address in (f"/{language}/", f"/{language}/sources/", "/"):
        assert policy(client.get(address)) == POLICY


def test_the_admin_carries_the_policy(client, admin_client):
    assert policy(client.get("/en/admin/login/")) == POLICY
    assert policy(client.get("/en/admin/")) == POLICY
    body = make_institution()
    for path in ("", "institutions/institution/", f"institutions/institution/{body.pk}/change/"):
        response = admin_client.get(f"/en/admin/{path}")
        assert response.status_code == 200 and policy(response) == POLICY


def test_errors_carry_the_policy(client):
    gone = make_institution(
        publication="withdrawn", withdrawn_why_en="Doubled.", withdrawn_why_es="Repetida."
    )
    for address, status in [
        ("/en/institutions/?x=1", 400),
        ("/en/nowhere/", 404),
        (gone.get_absolute_url(), 410),
    ]:
        response = client.get(address)
        assert (response.status_code, policy(response)) == (status, POLICY)


def test_a_refused_form_and_a_refused_method_carry_the_policy(client):
    get_user_model().objects.create_superuser("ana", password="right")
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/en/admin/login/", {"username": "ana", "password": "right"})
    assert (response.status_code, policy(response)) == (403, POLICY)
    assert policy(client.post("/en/institutions/")) == POLICY
