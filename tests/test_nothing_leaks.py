"""No page and no file shows anything of a record that is not published.

Drafts, records in review and withdrawn ones carry a mark in every text. They are linked with
published records by every kind of link and column, cited, and named by claims; then every public
address is read in both languages.
"""

import io
import re
import zipfile
from html import unescape
from itertools import count

import pytest
from django.db import models
from django.urls import get_resolver, resolve
from django.urls.resolvers import URLResolver
from django.utils.translation import override

from records import dataset
from records.fields import EdtfField
from records.models import Redirect, Source, Topic
from records.models.tracked import derived_fields, record_ends
from records.tables import record_types, statement_types
from tests.factories import citation_model, make, make_source
from tests.factories import cite as cite_anew
from tests.reading import body, rows, shown

MARK = "quetzal"
HIDDEN = ("draft", "review", "withdrawn")
ADDRESS = re.compile(r'(?:href|src|action)="([^"#]+)')
BOX = re.compile(r'name="(\w+)" value="([^"]+)"')
numbers = count(1)


def marked(model, **values):
    """A row with the mark in every text that is not given."""
    texts = [field for field in model._meta.fields if holds_words(field)]
    words = {field.name: f"{MARK}-{next(numbers)}" for field in texts}
    return make(model, **words | values)


def holds_words(field) -> bool:
    """Whether any text may stand in the column."""
    if field.choices or isinstance(field, EdtfField | models.URLField):
        return False
    if field.name in {*derived_fields(field.model), "about"}:
        return False
    return isinstance(field, models.CharField | models.TextField)


def cite(record, **values):
    """A citation of the one source of this test, so that few pages need be read."""
    source = Source.objects.first() or make_source()
    return cite_anew(record, source=source, **values)


def published_pairs() -> dict:
    """Two published and cited records of every kind."""
    pairs = {model: (make(model), make(model)) for model in record_types()}
    for pair in pairs.values():
        for record in pair:
            cite(record)
    return pairs


def hidden_records(state: str) -> dict:
    """A marked record of every kind, cited and with an old address that leads to it."""
    hidden = {model: marked(model, publication=state) for model in record_types()}
    for model, record in hidden.items():
        marked(
            citation_model(model), record=record, topic=make(Topic), source=Source.objects.first()
        )
        make(Redirect, table=model.PATH, old=f"{MARK}-old-{record.slug}", new=record.slug)
    return hidden


def keys_to_records(model) -> list[models.Field]:
    return [model._meta.get_field(name) for name in record_ends(model)]


def link_all(pairs: dict, hidden: dict) -> None:
    """Links of every kind with one hidden end and the others published."""
    for model in statement_types():
        for near in keys_to_records(model):
            needed = [key for key in keys_to_records(model) if not key.null and key is not near]
            others = {key.name: pairs[key.related_model][0] for key in needed}
            marked(model, **others, **{near.name: hidden[near.related_model]})


def link_by_columns(pairs: dict, hidden: dict) -> None:
    """Columns of published records that lead to hidden ones, disputed too, and the reverse."""
    for model in record_types():
        for key in keys_to_records(model):
            record = make(model, **{key.name: hidden[key.related_model]})
            cite(record, about=key.name, value=pairs[key.related_model][0].slug)
            cite(record, about=key.name, value=hidden[key.related_model].slug)
            marked(model, publication="draft", **{key.name: pairs[key.related_model][0]})


def claim_all(pairs: dict, hidden: dict) -> None:
    """Claims about the links of published records that name hidden ones."""
    for model, (record, _other) in pairs.items():
        for relation in model.link_relations():
            keys = keys_to_records(relation.related_model)
            for key in [key for key in keys if key is not relation.field]:
                slug = hidden[key.related_model].slug
                cite(record, about=relation.get_accessor_name(), value=slug)


def link_published(pairs: dict) -> None:
    """Links of every kind between published records, so that every part of a page is there."""
    for model in statement_types():
        needed = [key for key in keys_to_records(model) if not key.null]
        ends = {key.name: pairs[key.related_model][place] for place, key in enumerate(needed[:2])}
        make(model, start="1990", **ends) if hasattr(model, "start") else make(model, **ends)


@pytest.fixture
def pairs(db):
    """The published records; all that is hidden hangs on them."""
    pairs = published_pairs()
    link_published(pairs)
    for state in HIDDEN:
        hidden = hidden_records(state)
        link_all(pairs, hidden)
        link_by_columns(pairs, hidden)
        claim_all(pairs, hidden)
    return pairs


def walk(client, *starts: str) -> dict[str, str]:
    """All that can be reached from the addresses, by address; one choice at a time."""
    found, waiting = {}, list(starts)
    while waiting:
        address = waiting.pop()
        if address in found or not address.startswith(("/en/", "/es/")):
            continue
        if address.count("=") > 1 or MARK in address:
            continue  # combinations are endless; a marked address is reported where it was found
        response = client.get(address)
        assert response.status_code in {200, 302}, (address, response.status_code)
        found[address] = text_of(response) + str(response.headers)
        waiting += addresses(address, found[address]) if "html" in found[address][:20] else []
    return found


def text_of(response) -> str:
    """All that an answer holds, the parts of a workbook unpacked."""
    content = body(response)
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def addresses(page: str, html: str) -> list[str]:
    """Where a page leads: its links, and its form with each box ticked alone."""
    path = page.partition("?")[0]
    links = [unescape(link) for link in ADDRESS.findall(html)]
    links = [f"{path}{link}" if link.startswith("?") else link for link in links]
    boxes = [f"{path}?{name}={value}" for name, value in BOX.findall(html)]
    return [link for link in links if "/admin/" not in link] + boxes


def public_names(resolver=None) -> set[str]:
    """The names of all public addresses."""
    names: set[str] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            names |= public_names(pattern) if pattern.app_name != "admin" else set()
        elif pattern.name:
            names.add(pattern.name)
    return names


def names_of(addresses) -> set[str]:
    """The names of the addresses that were read, of those in English."""
    paths = [address.partition("?")[0] for address in addresses if address.startswith("/en/")]
    with override("en"):
        return {resolve(path).url_name for path in paths}


def test_nothing_of_a_hidden_record_is_shown_at_any_address(client, pairs):
    suggestions = [f"/{language}/search/suggest/?q=n" for language in ("en", "es")]
    found = walk(client, "/en/", "/es/", *suggestions)
    assert [address for address, text in found.items() if MARK in text.casefold()] == []
    assert public_names() - names_of(found) == set()
    assert len(found) > 300


def test_a_search_for_the_words_of_hidden_records_finds_nothing(client, pairs):
    for model in record_types():
        assert shown(client, f"/en/{model.PATH}/?q={MARK}") == []
        assert rows(client, f"/es/{model.PATH}.csv?q={MARK}") == []
    for address in ("/en/search/", "/en/search/suggest/"):
        found = body(client.get(f"{address}?q={MARK}")).decode()
        assert not [link for link in ADDRESS.findall(found) if MARK in link.partition("?")[0]]


@pytest.mark.parametrize("state", HIDDEN)
def test_the_address_of_a_hidden_record_tells_nothing_of_it(client, db, state):
    reasons = {"withdrawn_why_en": "Doubled.", "withdrawn_why_es": "Repetida."}
    for model in record_types():
        record = marked(model, publication=state, slug=f"hidden-{model.PATH}", **reasons)
        response = client.get(record.get_absolute_url())
        assert response.status_code == (410 if state == "withdrawn" else 404)
        assert MARK not in response.content.decode().casefold()


@pytest.mark.parametrize("state", HIDDEN)
def test_an_old_address_does_not_lead_to_a_hidden_record(client, db, state):
    for model in record_types():
        record = marked(model, publication=state)
        make(Redirect, table=model.PATH, old=f"old-{model.PATH}", new=record.slug)
        response = client.get(f"/en/{model.PATH}/old-{model.PATH}/")
        assert response.status_code in {404, 410}
        assert MARK not in str(response.headers)


def test_the_published_dataset_holds_nothing_of_a_hidden_record(pairs, tmp_path):
    dataset.dump(tmp_path, published=True)
    texts = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert [name for name, text in texts.items() if MARK in text.casefold()] == []
