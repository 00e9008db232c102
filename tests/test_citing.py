"""References for citation managers: of sources as what they are, of records as entries."""

import json
import re

import pytest

from records.tables import record_types
from tests.factories import make, make_institution, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_source(
        slug="meyer-2006",
        type="article-journal",
        title="Estados Unidos & México: 50% de {todo}",
        authors="Meyer, Lorenzo | El Colegio de México",
        issued="2006-07~",
        container="Foro Internacional",
        volume="XLVI",
        number="3",
        pages="421-454",
        language="es",
        doi="10.1234/abc",
        url="https://example.org/a",
    )


def test_csl_json_has_the_terms_of_csl(client, article):
    response = client.get("/en/sources/meyer-2006/cite.json")
    (item,) = json.loads(response.text)
    assert response["Content-Type"] == "application/vnd.citationstyles.csl+json"
    assert item["type"] == "article-journal" and item["page"] == "421-454"
    people = [{"family": "Meyer", "given": "Lorenzo"}, {"literal": "El Colegio de México"}]
    assert item["author"] == people and item["issued"] == {"date-parts": [[2006, 7]]}


def test_bibtex_escapes_what_tex_reads_otherwise(client, article):
    text = client.get("/en/sources/meyer-2006/cite.bib").text
    assert text.startswith("@article{meyer-2006,\n") and text.endswith("}\n")
    assert r"title = {{Estados Unidos \& México: 50\% de \{todo\}}}," in text
    assert "author = {Meyer, Lorenzo and {El Colegio de México}}," in text
    assert "pages = {421--454}," in text and "year = {2006}," in text


def test_ris_has_a_tag_a_line_and_ends(client, article):
    text = client.get("/en/sources/meyer-2006/cite.ris").content.decode()
    lines = text.split("\r\n")
    assert lines[0] == "TY  - JOUR" and lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert {"AU  - Meyer, Lorenzo", "SP  - 421", "EP  - 454", "DA  - 2006/07//"} <= set(lines)


@pytest.mark.parametrize("kind", ["json", "bib", "ris"])
@pytest.mark.parametrize("model", record_types(), ids=lambda model: model.PATH)
def test_every_kind_of_record_can_be_cited_in_both_languages(client, model, kind):
    record = make(model, name_en="Name of it", name_es="Nombre suyo")
    for language, name in (("en", "Name of it"), ("es", "Nombre suyo")):
        response = client.get(f"/{language}/{model.PATH}/{record.slug}/cite.{kind}")
        assert response.status_code == 200 and name in response.text
        assert f"http://testserver/{language}/{model.PATH}/{record.slug}/" in response.text


@pytest.mark.parametrize("kind", ["json", "bib", "ris"])
def test_what_is_not_published_cannot_be_cited(client, kind):
    record = make_institution(publication="draft")
    address = f"/en/institutions/{record.slug}/cite.{kind}"
    assert client.get(address).status_code == 404


def test_the_page_offers_the_formats_and_tells_citation_managers_its_title(client):
    record = make_institution(name_en="Border & Water")
    text = client.get(record.get_absolute_url()).text
    for kind in ("json", "bib", "ris"):
        assert f"/en/institutions/{record.slug}/cite.{kind}" in text
    assert '<meta name="citation_title" content="Border &amp; Water">' in text
