"""Odd files are taken whole or refused with a sentence; nothing is lost, halved or garbled."""

import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override
from hypothesis import HealthCheck, example, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from baskets.models import Scheme
from institutions.models import Institution
from records.cells import guard
from records.characters import composed
from records.imports.names import Names
from records.models import ChangeSet, ImportRun
from records.resources import cell_of, resource_for
from records.sheets import SheetError, csv_lines, read_sheet
from records.tables import table_name, tables
from tests.factories import (
    make_agreement,
    make_indicator,
    make_institution,
    make_jurisdiction,
    make_meeting,
)
from tests.odd_files import cases, spellings


def is_readable(content: bytes) -> bool:
    """Whether the file is a sheet, of whatever table."""
    try:
        read_sheet(content)
    except SheetError:
        return False
    return True


TAKEN = [case for case in cases() if case.outcome == "taken"]
REFUSED = [case for case in cases() if case.outcome == "refused"]
UNFIT = [case for case in REFUSED if is_readable(case.content)]
UNREADABLE = [case for case in REFUSED if case not in UNFIT]
# The admin makes slugs for a sheet that has none.
UNFIT_FOR_ADMIN = [case for case in UNFIT if case.file != "no-key.csv"]
PARTIES = {
    "sre": (
        "Secretariat of Foreign Relations",
        "Secretaría de Relaciones Exteriores",
        "SRE",
        "Cancillería",
    ),
    "us-department-of-state": ("U.S. Department of State", "Departamento de Estado", "DOS", ""),
}
MODELS = {table_name(model): model for model in tables()}
PROGRAM = re.compile(r"Error|Exception|Traceback|object has no|constraint failed|<class|0x[0-9a-f]")


@pytest.fixture
def ground(db):
    """What the files refer to."""
    for slug, (english, spanish, acronym, others) in PARTIES.items():
        names = {"name_en": english, "name_es": spanish, "acronym": acronym, "other_names": others}
        make_institution(slug=slug, **names)
    make_jurisdiction(slug="mexico")
    make_agreement(slug="la-paz")
    make_meeting(slug="bgc-meeting-5")
    make_indicator(slug="border-crossings")


def refusal(table: str, content: bytes) -> str:
    """Import a file; the first sentence against it, or an empty text if it was taken."""
    try:
        headers, lines = read_sheet(content)
    except SheetError as error:
        return str(error)
    with ChangeSet.open(kind="import"):
        faults = resource_for(MODELS[table])().import_sheet(headers, lines)
    return " ".join(str(fault) for fault in faults)


def contents() -> dict:
    """Every row of every table and of its history."""
    return {
        name: [list(rows.order_by("pk").values_list()) for rows in (model.objects, model.history)]
        for name, model in MODELS.items()
    }


def texts(row, names) -> dict[str, str]:
    """What is stored in these columns: texts as they are, other values as in a sheet."""
    found = {}
    for name in names:
        field = row._meta.get_field(name)
        value = getattr(row, field.attname)
        found[name] = value if isinstance(value, str) else cell_of(field).render(value)
    return found


@pytest.mark.parametrize("case", TAKEN, ids=lambda case: case.file)
def test_an_odd_file_is_taken_whole(ground, case):
    model = MODELS[case.table]
    before = model.objects.count()
    assert refusal(case.table, case.content) == ""
    check_rows(model, before, case.rows)


def check_rows(model, before: int, rows: list[dict[str, str]]) -> None:
    """The table has just these rows more, as they are wanted."""
    assert model.objects.count() == before + len(rows)
    for wanted in rows:
        row = model.objects.get(**{name: wanted[name] for name in model.KEY})
        assert texts(row, wanted) == wanted


@pytest.mark.parametrize("case", UNREADABLE, ids=lambda case: case.file)
def test_a_file_that_is_no_sheet_is_refused_in_both_languages(case):
    check_sentences(case)


@pytest.mark.parametrize("case", UNFIT, ids=lambda case: case.file)
def test_a_sheet_with_a_fault_is_refused_in_both_languages_and_changes_nothing(ground, case):
    before = contents()
    check_sentences(case)
    assert contents() == before


def check_sentences(case) -> None:
    """The file is refused with the sentence expected in English, and another in Spanish."""
    english = refusal(case.table, case.content)
    with override("es"):
        spanish = refusal(case.table, case.content)
    assert case.what in english
    assert english and spanish and spanish != english
    for sentence in (english, spanish):
        assert sentence[-1] in ".?" and not PROGRAM.search(sentence)


def upload(client, case) -> tuple[ImportRun | None, str]:
    """The import that a file begins in the admin, if it begins one, and the page that follows."""
    model = MODELS[case.table]
    before = ImportRun.objects.count()
    place = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_import")
    file = SimpleUploadedFile(case.file, case.content)
    response = client.post(place, {"sheet": file}, follow=True)
    assert response.status_code == 200
    run = ImportRun.objects.latest("pk") if ImportRun.objects.count() > before else None
    return run, response.content.decode()


@pytest.mark.parametrize("case", [case for case in TAKEN if case.rows], ids=lambda case: case.file)
def test_an_odd_file_is_uploaded_and_confirmed(ground, admin_client, case):
    model = MODELS[case.table]
    before = model.objects.count()
    run, _page = upload(admin_client, case)
    assert (run.stage, run.new) == ("previewed", len(case.rows))
    assert model.objects.count() == before
    place = reverse("admin:records_importrun_change", args=[run.pk])
    response = admin_client.post(place, {"act": "confirm", "why": "odd"}, follow=True)
    assert response.status_code == 200
    check_rows(model, before, case.rows)


@pytest.mark.parametrize("case", UNFIT_FOR_ADMIN, ids=lambda case: case.file)
def test_an_odd_file_is_refused_when_it_is_uploaded(ground, admin_client, case):
    before = contents()
    run, page = upload(admin_client, case)
    assert run.stage == "refused"
    assert 'class="errornote"' in page or 'class="faults"' in page
    assert not PROGRAM.search(run.preview)
    assert contents() == before


def test_files_that_are_no_sheets_are_refused_when_they_are_uploaded(ground, admin_client):
    for case in [*UNREADABLE, *(case for case in TAKEN if not case.rows)]:
        run, page = upload(admin_client, case)
        assert run is None
        assert 'id="id_sheet_error"' in page, case.file


@pytest.mark.parametrize("date", spellings("dates.csv"), ids=lambda date: date.text)
def test_a_date_is_read_when_it_means_one_thing(ground, date):
    sheet = f'slug,name_en,kind,reach,founded\nbgc,Border,commission,binational,"{date.text}"\n'
    said = refusal("institutions", sheet.encode())
    stored = Institution.objects.filter(slug="bgc").values_list("founded", flat=True)
    if date.outcome == "taken":
        assert (said, list(stored)) == ("", [date.what])
    else:
        assert date.what in said and "founded" in said
        assert not stored


@pytest.mark.parametrize("name", spellings("names.csv"), ids=lambda name: name.text)
def test_a_party_is_found_by_its_names_or_refused(ground, name):
    try:
        _headers, ((cell,),) = read_sheet(f'parties\n"{name.text}"\n'.encode())
        found = Names([Institution]).find(cell).slug
    except ValueError as error:
        assert name.outcome == "refused" and name.what in str(error)
    else:
        assert (name.outcome, name.what) == ("taken", found)


def test_markup_of_a_sheet_is_text_on_the_page(ground, client):
    for case in TAKEN:
        if case.file in ("html-text.csv", "template-text.csv", "sql-text.csv"):
            assert refusal(case.table, case.content) == ""
    Institution.objects.update(publication="published")
    page = client.get("/en/institutions/html/").content.decode()
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ settings.SECRET_KEY }}" in client.get("/en/institutions/template/").content.decode()


def test_the_curated_dataset_has_no_flaw_in_its_characters():
    for path in sorted((settings.BASE_DIR / "fixtures").glob("*.csv")):
        assert read_sheet(path.read_bytes()) == read_sheet(path.read_bytes(), exact=True)


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
ODD = ["=1+1", "'=x", "#N/A", "Comisi\u00c3\u00b3n", "a\r\nb", " ", "", '"', "a,b;c\td", "e\u0301"]
CELL = TEXT | st.sampled_from(ODD)


@given(st.binary(max_size=300))
@example(b"\xff\xfe\0\0")
@example(b"\xef\xbb\xbfsep=\t\n")
def test_any_bytes_are_read_or_refused(content):
    try:
        headers, lines = read_sheet(content)
    except SheetError as error:
        assert str(error)
    else:
        assert all(len(line) == len(headers) for line in lines)


@given(st.text(st.sampled_from("ab,;\t\"'\r\n =\ufeff\u00c3\u00a9"), max_size=80))
def test_any_text_like_a_sheet_is_read_or_refused(text):
    try:
        headers, lines = read_sheet(f"slug,name\n{text}".encode())
    except SheetError as error:
        assert str(error)
    else:
        assert read_sheet("".join(csv_lines(headers, lines)).encode()) == (headers, lines)


@given(st.lists(st.tuples(CELL, CELL), max_size=5))
def test_what_a_dump_writes_is_read_exactly(lines):
    written = "".join(csv_lines(["slug", "name"], [["key", *line][:2] for line in lines]))
    read = read_sheet(written.encode(), exact=True)
    assert read == (["slug", "name"], [["key", *line][:2] for line in lines])


@settings_of_hypothesis(max_examples=40, suppress_health_check=list(HealthCheck))
@given(name=CELL, note=CELL)
def test_any_text_is_stored_as_it_looks_or_refused(ground, name, note):
    Scheme.objects.all().delete()
    written = "".join(csv_lines(["slug", "name_en", "note_en"], [["s", guard(name), guard(note)]]))
    if not refusal("schemes", written.encode()):
        stored = Scheme.objects.get(slug="s")
        assert (stored.name_en, stored.note_en) == (composed(name), composed(note))
