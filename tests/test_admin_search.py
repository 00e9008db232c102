"""Search in the admin's lists and pickers: without regard to accents, the nearest first."""

import pytest

from baskets.models import Scheme
from institutions.models import Institution, Jurisdiction, Membership
from records.models import Source
from tests.admin_form import address
from tests.factories import (
    make,
    make_basket,
    make_institution,
    make_jurisdiction,
    make_link,
    make_source,
)

pytestmark = pytest.mark.django_db


def listed(client, model, text: str) -> list[str]:
    """The rows that a search in the list of a table finds."""
    response = client.get(address(model, "changelist"), {"q": text})
    assert response.status_code == 200
    return [str(row) for row in response.context["cl"].result_list]


def offered(client, text: str, name: str = "member", table: str = "institutions.membership"):
    """What a picker offers."""
    app, model = table.split(".")
    given = {"app_label": app, "model_name": model, "field_name": name, "term": text}
    response = client.get("/en/admin/autocomplete/", given)
    return [found["text"] for found in response.json()["results"]]


@pytest.mark.parametrize("text", ["mexico", "MÉXICO", "méx", "estados mex"])
def test_a_place_is_found_without_regard_to_accents(admin_client, text):
    make_jurisdiction(name_en="Mexico", name_es="Estados Unidos Mexicanos: México")
    make_jurisdiction(name_en="Texas", name_es="Texas")
    assert listed(admin_client, Jurisdiction, text) == ["Mexico"]


@pytest.mark.parametrize(
    ("model", "column"), [(Institution, "name_es"), (Source, "title"), (Scheme, "name_es")]
)
def test_lists_are_searched_without_regard_to_accents(admin_client, model, column):
    row = make(model, **{column: "Cooperación en la Frontera"})
    make(model)
    assert listed(admin_client, model, "frontera cooperacion") == [str(row)]


def test_a_link_is_found_by_what_it_links(admin_client):
    row = make_link(Membership, body=make_institution(name_es="Comisión de Límites"))
    make_link(Membership)
    assert listed(admin_client, Membership, "comision limites") == [str(row)]


def test_a_source_is_found_by_its_citation_key(admin_client):
    source = make_source(slug="seed-2009")
    assert listed(admin_client, Source, "seed-2009") == [str(source)]


@pytest.mark.parametrize("text", ["sre", "relaciones ext", "SECRETARIA"])
def test_a_ministry_is_offered_by_acronym_or_part_of_its_name(admin_client, text):
    make_institution(
        name_en="Ministry", name_es="Secretaría de Relaciones Exteriores", acronym="SRE"
    )
    make_institution(name_en="Council")
    assert offered(admin_client, text) == ["Ministry (SRE)"]


def test_the_nearest_comes_first(admin_client):
    make_institution(name_en="A body", summary_en="Advises the NADB and Mexico.")
    make_institution(name_en="Bank", acronym="NADB")
    make_institution(name_en="Mexico's congress")
    assert offered(admin_client, "nadb") == ["Bank (NADB)", "A body"]
    assert offered(admin_client, "mexico") == ["Mexico's congress", "A body"]


def test_rows_of_the_same_name_are_told_apart(admin_client):
    country = make_jurisdiction(kind="country")
    for kind in ("state", "locality"):
        make_jurisdiction(name_en="Chihuahua", kind=kind, parent=country)
    found = offered(admin_client, "chihuahua", "jurisdiction")
    assert sorted(found) == [
        "Chihuahua (city or locality)",
        "Chihuahua (state or federal district)",
    ]
    make_basket(name_en="Security", scheme=make(Scheme, name_en="The chapter's baskets"))
    found = offered(admin_client, "security", "basket", "institutions.coverage")
    assert found == ["Security (The chapter's baskets)"]


@pytest.mark.parametrize("text", ['"', "\x00", "%", "_", "'"])
def test_odd_signs_do_no_harm(admin_client, text):
    make_institution(name_en="Council")
    assert admin_client.get(address(Institution, "changelist"), {"q": text}).status_code == 200
    assert isinstance(offered(admin_client, text), list)


def test_the_spanish_name_counts_as_much_as_the_english_one(admin_client):
    make_institution(name_en="State", name_es="Estado", summary_es="Relaciones exteriores de EU")
    make_institution(name_en="Foreign Ministry", name_es="Secretaría de Relaciones Exteriores")
    assert offered(admin_client, "relaciones ext")[0] == "Foreign Ministry"
