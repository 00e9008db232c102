"""Everything the chapter of 2009 puts on the map is in the dataset, with its dates and pages."""

from datetime import date

import pytest
from django.conf import settings
from django.db import transaction

from baskets.models import Issue
from records import dataset
from records.dates import DateError, parse, words
from records.models import Record
from tests.inventory import (
    citations,
    claimed,
    either,
    find,
    holds,
    leads_to,
    links,
    meets,
    missing_pages,
    of_the_seed,
    rows,
)

pytestmark = pytest.mark.django_db
LINKS = ["focus", "link", "observation", "priority", "spillover"]
ALONE = ["date", "level", "mark", "mention", "record", "rival", "source"]


@pytest.fixture(scope="module", autouse=True)
def shipped(django_db_setup, django_db_blocker):
    """The dataset, loaded once for all tests of this file and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        dataset.load(settings.BASE_DIR / "fixtures")
        yield
        transaction.set_rollback(True)


def every(*kinds: str):
    """Runs a test once for each row of these kinds."""
    chosen = [row for row in rows() if row["what"] in kinds]
    return pytest.mark.parametrize("row", chosen, ids=label)


def label(row: dict[str, str]) -> str:
    parts = (row["section"], row["item"], row["column"], row["value"], row["other"])
    return " ".join(part for part in parts if part)


def record_of(row: dict[str, str]):
    return find(row["table"], row["item"])


def within(finer: str, coarser: str) -> bool:
    """Whether a date says the same as a coarser one, or more: 2008-12 of 2008."""
    try:
        narrow, wide = parse(finer), parse(coarser)
    except DateError:
        return False
    after = (wide.earliest or date.min) <= (narrow.earliest or date.min)
    return after and (narrow.latest or date.max) <= (wide.latest or date.max)


def told(record) -> str:
    """What a reader is told in English about a record beside its dates and links."""
    joined = links(record)
    notes = [
        row.note_en for row in (record, *citations(record), *joined) if hasattr(row, "note_en")
    ]
    issues = [link.issue.folded for link in joined if isinstance(getattr(link, "issue", 0), Issue)]
    return " ".join([getattr(record, "folded", ""), *notes, *issues])


def test_every_row_of_the_list_is_read_by_a_test():
    assert {row["what"] for row in rows()} == {*LINKS, *ALONE}


@every("record")
def test_a_record_is_found_by_name_and_cites_every_page(row):
    record = record_of(row)
    assert record.name_en and record.name_es
    assert missing_pages(row["page"], citations(record) + links(record)) == []


@every("source")
def test_a_source_of_the_chapter_is_found(row):
    record = record_of(row)
    if "issued" in row["column"]:
        answers = either(row["value"])
        noted = any(words(answer, "en") in record.note_en for answer in answers)
        assert noted or any(within(record.issued, answer) for answer in answers), record.issued


@every("date")
def test_a_date_stands_as_the_value_or_as_a_claim_of_the_chapter(row):
    record, columns = record_of(row), either(row["column"])
    found = {getattr(record, name) for name in columns} | claimed(record, *columns)
    assert found & set(either(row["value"])), f"found: {sorted(found - {''})}"
    assert missing_pages(row["page"], citations(record, "", *columns)) == []


@every("rival")
def test_a_date_of_another_source_stands_beside_that_of_the_chapter(row):
    record, columns = record_of(row), either(row["column"])
    others = [one for one in citations(record, *columns) if not of_the_seed(one)]
    assert any(within(one.value, row["value"]) for one in others)


@every("mark")
def test_a_column_holds_what_the_chapter_says(row):
    record, column = record_of(row), row["column"]
    values = {getattr(record, column)} | claimed(record, column)
    loose = not record._meta.get_field(column).choices
    assert any(holds(value, row["value"], loose) for value in values), f"found: {values}"


@every("level")
def test_a_body_stands_at_its_level_of_government(row):
    levels = list(record_of(row).levels.all())
    assert any(meets(level, row["other"]) for level in levels), f"found: {levels}"


@every("mention")
def test_a_remark_of_the_chapter_is_told(row):
    assert holds(told(record_of(row)), row["value"], loose=True)


@every(*LINKS)
def test_a_link_joins_its_ends_with_its_dates_and_page(row):
    record = record_of(row)
    name, _, end = row["column"].partition(".")
    known = links(record, record._meta.get_field(name).related_model)
    found = [link for link in known if leads_to(link, end, row["value"])]
    found = [link for link in found if meets(link, row["other"])]
    assert found, f"found: {[link.ref for link in known]}"
    if isinstance(record, Record) and not any(of_the_seed(link) for link in found):
        found += citations(record, "", name)  # the link follows a better source
    assert missing_pages(row["page"], found) == []
