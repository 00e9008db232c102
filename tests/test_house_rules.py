"""What must hold for every table, every record type and every template, found by walking them."""

import re

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db.models import UniqueConstraint
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override

from institutions.models import Jurisdiction
from records import datapackage
from records.models import Citation, Record
from records.tables import (
    citation_types,
    curated_fields,
    record_types,
    statement_types,
    table_name,
    tables,
)
from tests.catalog import compiled
from tests.factories import citation_model, make

FOLDERS = ("config", "atlas", "events", "institutions", "baskets", "records")
SPANISH = settings.BASE_DIR / "locale" / "es" / "LC_MESSAGES" / "django.mo"
every_table = pytest.mark.parametrize("model", tables(), ids=table_name)
every_record_type = pytest.mark.parametrize("model", record_types(), ids=table_name)
every_statement = pytest.mark.parametrize("model", statement_types(), ids=table_name)
both_languages = pytest.mark.parametrize("language", ["en", "es"])


def sources(ending: str) -> dict[str, str]:
    """The text of every file of ours with this ending, by path."""
    found = [path for name in FOLDERS for path in (settings.BASE_DIR / name).rglob(f"*{ending}")]
    if ending == ".html":
        found += (settings.BASE_DIR / "templates").rglob("*.html")
    return {str(path.relative_to(settings.BASE_DIR)): path.read_text() for path in found}


def offending(pattern: str, *endings: str) -> list[str]:
    """The files in which the pattern occurs."""
    files = {path: text for ending in endings for path, text in sources(ending).items()}
    return [path for path, text in files.items() if re.search(pattern, text, re.IGNORECASE)]


def targets(model) -> set[str]:
    """The foreign keys that lead to a record or a place."""
    keys = [field for field in model._meta.fields if field.many_to_one]
    return {key.name for key in keys if issubclass(key.related_model, (Record, Jurisdiction))}


@pytest.mark.django_db
@both_languages
@every_record_type
def test_a_record_type_has_a_list_a_csv_and_pages(client, model, language):
    record = make(model)
    with override(language):
        names = [reverse(f"{model.PATH}-list"), reverse(f"{model.PATH}-csv")]
        addresses = [*names, record.get_absolute_url()]
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]
    assert all(address.startswith(f"/{language}/{model.PATH}") for address in addresses)


@every_record_type
def test_the_address_of_a_record_type_is_the_name_of_its_table(model):
    assert table_name(model) == model.PATH


@every_record_type
def test_a_record_type_has_citations(model):
    assert issubclass(citation_model(model), Citation)
    assert citation_model(model) in citation_types()


@every_table
def test_a_table_is_in_the_admin(model):
    assert admin.site.is_registered(model)


@every_table
def test_a_table_says_what_one_row_is(model):
    assert model.__doc__ and not model.__doc__.startswith(f"{model.__name__}(")


def texts(model) -> list:
    """The names of the table and of its columns, and the help for each."""
    names = [model._meta.verbose_name, model._meta.verbose_name_plural]
    fields = curated_fields(model)
    return [*names, *(f.verbose_name for f in fields), *(f.help_text for f in fields)]


@every_table
def test_a_table_and_its_columns_have_names_and_help_that_can_be_translated(model):
    assert [text for text in texts(model) if not isinstance(text, Promise)] == []


@every_table
def test_a_table_and_its_columns_have_names_and_help_in_spanish(model):
    spanish = {key.rpartition("\x04")[2] for key in compiled(SPANISH)}
    with override("en"):
        assert [str(text) for text in texts(model) if str(text) not in spanish] == []


@every_table
def test_a_table_is_in_the_codebook(model):
    described = {one["path"]: one for one in datapackage.describe()["resources"]}
    columns = described[f"{table_name(model)}.csv"]["schema"]["fields"]
    assert [one["name"] for one in columns] == [field.name for field in curated_fields(model)]
    assert all(one["title"] and one["description"] for one in columns)


@every_table
def test_a_table_has_a_history_that_names_change_sets(model):
    assert model.history.model._meta.get_field("change_set").null is False


@every_table
def test_a_key_of_a_table_can_be_read_from_the_other_side(model):
    keys = [field for field in model._meta.fields if field.many_to_one]
    assert [key.name for key in keys if not key.remote_field.related_name] == []


@every_table
def test_a_constraint_of_a_table_has_a_sentence_of_its_own(model):
    rules = model._meta.constraints
    assert [
        rule.name for rule in rules if not isinstance(rule.violation_error_message, Promise)
    ] == []


@every_table
def test_no_constraint_relies_on_distinct_nulls(model):
    unique = [rule for rule in model._meta.constraints if isinstance(rule, UniqueConstraint)]
    assert [rule.name for rule in unique if rule.nulls_distinct is not None] == []


@every_table
def test_no_unique_constraint_is_blind_for_blank_keys(model):
    """A column that may be null is named by the constraint's condition, or its rows may repeat."""
    for rule in model._meta.constraints:
        if isinstance(rule, UniqueConstraint):
            blank = [name for name in rule.fields if model._meta.get_field(name).null]
            covered = str(rule.condition)
            assert [name for name in blank if f"{name}__isnull" not in covered] == [], rule.name


@every_table
def test_no_table_has_generic_keys(model):
    assert not [one for one in model._meta.private_fields if isinstance(one, GenericForeignKey)]


@every_statement
def test_a_link_is_seen_from_every_record_and_place_that_it_joins(model):
    assert set(model.SEEN_FROM) == targets(model)


def test_nothing_is_marked_as_safe_by_hand():
    assert offending(r"\|\s*safe\b|autoescape\s+off|mark_safe|SafeString", ".html", ".py") == []


def test_no_form_goes_without_its_token():
    assert offending(r"csrf_exempt", ".py", ".html") == []


def test_no_template_holds_inline_styles_or_scripts():
    inline = r"\sstyle\s*=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*[\"']|javascript:"
    assert offending(inline, ".html") == []


def test_no_signals_are_used():
    assert offending(r"django\.db\.models\.signals|@receiver|post_save\.connect", ".py") == []
