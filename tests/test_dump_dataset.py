"""`manage.py dump_dataset`: the inverse of the load, byte for byte, whatever the texts hold."""

import json
import re
from itertools import cycle
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import models, transaction
from django.utils.translation import override
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from institutions.models import Agreement, Institution, InstitutionLevel, Seat, Stake
from records import dataset
from records.characters import composed, flaw
from records.datapackage import describe
from records.fields import EdtfField
from records.models import Citation, Redirect, Topic
from records.resources import cell_of
from records.sheets import csv_lines, read_sheet
from records.tables import curated_fields, record_types, tables
from tests.factories import cite, make, make_institution, make_issue, make_report

pytestmark = pytest.mark.django_db
FIXTURES = settings.BASE_DIR / "fixtures"
TYPES = {"string", "boolean", "date", "integer", "number"}
NASTY = [
    "=1+1", "'=1+1", "''@x", "-5", "+52 55", "@home", "\tstart", "\rstart", "'quoted'", "'",
    'say "no"', "one\ntwo", "one\r\ntwo", "one\rtwo", "a;b,c\td", "ñandú", "漢字 🌎",
    "  spaces  ", "<script>", "{{ x }}", "%s", "\\N", "NULL", "«—»", "|", "0", "1e5", "007",
]  # fmt: skip
# What a sheet refuses, or writes in another way, cannot come back as it was.
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from("'=+-@\t\r\n\";, ñÁx"), min_size=1, max_size=8),
    st.text(min_size=1, max_size=20),
).filter(lambda text: composed(text) == text and not flaw(text))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def dumped(folder: Path, *options: str) -> dict[str, list[dict[str, str]]]:
    """The rows of every table as the command writes them."""
    call_command("dump_dataset", folder, *options, verbosity=0)
    found = {}
    for path in folder.glob("*.csv"):
        headers, lines = read_sheet(path.read_bytes())
        found[path.stem] = [dict(zip(headers, line, strict=True)) for line in lines]
    return found


def keys(rows: list[dict[str, str]]) -> list[str]:
    """The first column of each row."""
    return [next(iter(row.values())) for row in rows]


def test_the_curated_dataset_comes_out_as_it_went_in(tmp_path):
    dataset.load(FIXTURES)
    dataset.dump(tmp_path)
    written, kept = files(tmp_path), files(FIXTURES)
    assert [name for name, content in kept.items() if written.get(name) != content] == []
    assert written.keys() - kept.keys() <= {"datapackage.json"}


def free_texts(model) -> list[models.Field]:
    """The columns of a table in which anything may be written."""
    fields = [
        f for f in curated_fields(model) if isinstance(f, models.CharField | models.TextField)
    ]
    bound = {*model.KEY, "about", "url", "archived_url"}
    return [
        f for f in fields if f.name not in bound and not f.choices and not isinstance(f, EdtfField)
    ]


def make_rows(words) -> None:
    """A row of every table with such words in its columns, cited where it is published."""
    for model in tables():
        given = {field.name: next(words)[: field.max_length] for field in free_texts(model)}
        given |= {"topic": make(Topic)} if issubclass(model, Citation) else {}
        make(model, **given)
    for model in record_types():
        for record in model.objects.filter(citations=None):
            cite(record)


@given(st.lists(texts, min_size=10, max_size=20))
@hypothesis_settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example takes a second
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_dumped_loads_into_the_same_whatever_the_texts(tmp_path, words):
    with transaction.atomic():
        make_rows(cycle(words))
        dataset.dump(tmp_path / "first")
        transaction.set_rollback(True)
    with transaction.atomic():
        dataset.load(tmp_path / "first")
        dataset.dump(tmp_path / "second")
        transaction.set_rollback(True)
    assert files(tmp_path / "first") == files(tmp_path / "second")


@given(texts)
def test_a_text_in_a_cell_is_no_formula_and_comes_back(text):
    cell = cell_of(Institution._meta.get_field("summary_en"))
    written = cell.render(text)
    assert written[0] not in "=+-@\t\r"
    assert cell.clean(written) == text


@given(texts)
def test_the_texts_of_the_database_come_out_as_they_are(text):
    headers, rows = ["slug", "text"], [["a", text]]
    assert read_sheet("".join(csv_lines(headers, rows)).encode()) == (headers, rows)


def test_rows_are_sorted_by_key_and_without_what_is_not_curated(tmp_path):
    for slug in ("b", "a-2", "a", "aa"):
        make_institution(slug=slug)
    rows = dumped(tmp_path)["institutions"]
    assert keys(rows) == ["a", "a-2", "aa", "b"]
    assert not {"id", "version", "folded", "sort_en", "founded_earliest"} & rows[0].keys()


def test_the_published_dataset_leaves_out_what_readers_do_not_see(tmp_path):
    shown, draft = make_institution(slug="shown"), make_institution(slug="d", publication="draft")
    gone = make_institution(
        slug="g", publication="withdrawn", withdrawn_why_en="x", withdrawn_why_es="x"
    )
    issue = make_issue()
    for place, body in enumerate((shown, draft, gone)):
        make(Stake, ref=f"stake-{place}", institution=body, issue=issue)
        make(Seat, ref=f"seat-{place}", institution=body)
        make(InstitutionLevel, institution=body)
        cite(body, ref=f"paper-{place}")
        make(Redirect, table="institutions", old=f"old-{place}", new=body.slug)
    found = dumped(tmp_path, "--published")
    assert keys(found["institutions"]) == ["shown"] == keys(found["institution_levels"])
    assert keys(found["stakes"]) == ["stake-0"] and keys(found["seats"]) == ["seat-0"]
    assert keys(found["institution_citations"]) == ["paper-0"]
    assert [row["old"] for row in found["redirects"]] == ["old-0"]


def test_a_column_that_leads_to_a_draft_is_blank_in_the_published_dataset(tmp_path):
    draft = make(Agreement, publication="draft")
    report = make_report(agreement=draft)
    cite(report)
    assert dumped(tmp_path / "all")["reports"][0]["agreement"] == draft.slug
    assert dumped(tmp_path / "some", "--published")["reports"][0]["agreement"] == ""


def test_the_published_dataset_loads(tmp_path):
    dataset.load(FIXTURES)
    make_institution(publication="draft")
    dataset.dump(tmp_path, published=True)
    with transaction.atomic():
        for model in reversed(tables()):
            model.objects.all()._raw_delete("default")
        assert dataset.load(tmp_path)["institutions"] == Institution.objects.count() > 10
        transaction.set_rollback(True)


def test_the_package_names_every_table_and_its_columns_in_order(tmp_path):
    dataset.dump(tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["profile"] == "tabular-data-package"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    for resource in package["resources"]:
        headers, _lines = read_sheet((tmp_path / resource["path"]).read_bytes())
        assert headers == [field["name"] for field in resource["schema"]["fields"]]
    assert {one["path"] for one in package["resources"]} == {p.name for p in tmp_path.glob("*.csv")}


def test_the_package_follows_the_rules_of_table_schema(tmp_path):
    resources = {one["name"]: one for one in describe()["resources"]}
    for name, one in resources.items():
        assert re.fullmatch(r"[a-z0-9-]+", name) and one["encoding"] == "utf-8"
        fields = {field["name"]: field for field in one["schema"]["fields"]}
        assert {field["type"] for field in fields.values()} <= TYPES
        assert set(one["schema"]["primaryKey"]) <= fields.keys()
        for key in one["schema"].get("foreignKeys", []):
            other = resources[key["reference"]["resource"] or name]["schema"]
            assert key["fields"] in fields
            assert [key["reference"]["fields"]] == other["primaryKey"]


def test_the_package_reads_the_same_in_any_language(tmp_path):
    dataset.dump(tmp_path / "en")
    with override("es"):
        dataset.dump(tmp_path / "es")
    assert files(tmp_path / "en") == files(tmp_path / "es")


def test_the_values_in_the_files_meet_the_package(tmp_path):
    dataset.load(FIXTURES)
    rows = dumped(tmp_path)
    for resource in describe()["resources"]:
        for field in resource["schema"]["fields"]:
            rules = field.get("constraints", {})
            values = [row[field["name"]] for row in rows[Path(resource["path"]).stem]]
            assert not rules.get("required") or all(values), (resource["name"], field["name"])
            assert not rules.get("unique") or len(set(values)) == len(values)
            assert not set(values) - {"", *rules.get("enum", values)}


def test_an_empty_database_is_not_written_over_data(tmp_path):
    (tmp_path / "institutions.csv").write_text("slug\nbgc\n")
    with pytest.raises(CommandError, match="nothing was written over"):
        call_command("dump_dataset", tmp_path)
    assert (tmp_path / "institutions.csv").read_text() == "slug\nbgc\n"
