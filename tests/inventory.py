"""Reads `inventory.csv`: what the chapter of 2009 puts on the map, listed by hand from the chapter.

The list was not made from the dataset: it says what must be there. One row is one statement about
the record `item` of `table`: that it exists (`names`: spellings under which it may be found), or
that a `column` or link of it holds `value`, on this `page` of the chapter. `|` stands between
answers of which one is right; `column` may name the far end of a link: `spillovers.basket`;
`other` says more of a link: `kind=creates;emphasis_en~drugs` (`~`: among its words; `*`: any).
"""

import csv
import re
from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path

from records.models import Source
from records.tables import citation_types, statement_types, table_name, tables
from records.text import fold

SEED = "seed-2009"
LIST = Path(__file__).with_name("inventory.csv")
NUMBER = r"\d+(?:\s*[–-]\s*\d+)?"
PAGES = re.compile(rf"\b([pn])[pn]?\.\s*({NUMBER}(?:,\s*{NUMBER})*)")
CONDITION = re.compile(r"(\w+)([=~])(.*)")


def rows() -> list[dict[str, str]]:
    """The rows of the list."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def either(cell: str) -> list[str]:
    """The answers of which one is right: "1987 | 1988" → ["1987", "1988"]."""
    return [part.strip() for part in cell.split("|") if part.strip()]


def plain(text: str) -> str:
    """Words alone: "México–US (Group)" → "mexico us group"."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


SPELLINGS = {(row["table"], row["item"]): either(row["names"]) for row in rows() if row["names"]}


def names(record) -> set[str]:
    """Every name of a record or place; of a source the words that describe it."""
    if isinstance(record, Source):
        about = (record.title, record.authors, record.container, record.publisher)
        return {plain(" ".join(about))}
    more = f"{getattr(record, 'acronym', '')}|{getattr(record, 'other_names', '')}"
    return {plain(name) for name in (record.name_en, record.name_es, *either(more))}


@cache
def published(table: str) -> list[tuple[object, set[str]]]:
    """What readers see of a table, with its names."""
    model = next(model for model in tables() if table_name(model) == table)
    return [(record, names(record)) for record in model.objects.published()]


@cache
def find(table: str, item: str):
    """The one record that has the item's name, or at least all words of it in one name.

    Of several that have the words, the one that has them side by side.
    """
    wanted = {plain(name) for name in SPELLINGS.get((table, item), [item])}
    found = [record for record, known in published(table) if known & wanted]
    if not found:
        having = [(record, known) for record, known in published(table) if has_words(known, wanted)]
        phrased = [one for one in having if any(w in name for w in wanted for name in one[1])]
        found = [record for record, _known in (phrased if len(having) > 1 else having)]
    assert len(found) == 1, f"{item} in {table}: {[record.slug for record in found]}"
    return found[0]


def has_words(known: set[str], wanted: set[str]) -> bool:
    """Whether all the words of a wanted name are in one of the known ones."""
    have = [set(name.split()) for name in known]
    return any(set(name.split()) <= words for name in wanted for words in have)


@cache
def statements() -> dict[tuple[str, int], list]:
    """The links of every record and place, seen from each of their ends."""
    found = defaultdict(list)
    for model in statement_types():
        ends = [field.name for field in model._meta.fields if field.name in model.SEEN_FROM]
        for link in model.objects.published().select_related("source", "via", *ends):
            for end in filter(None, (getattr(link, name) for name in ends)):
                found[end._meta.label, end.pk].append(link)
    return found


@cache
def all_citations() -> dict[tuple[str, int], list]:
    """The citations of every record."""
    found = defaultdict(list)
    for model in citation_types():
        label = model._meta.get_field("record").related_model._meta.label
        for citation in model.objects.select_related("source", "via"):
            found[label, citation.record_id].append(citation)
    return found


def links(record, model=None) -> list:
    """The links of a record, from either end; those of one table if it is given."""
    found = statements()[record._meta.label, record.pk]
    return [link for link in found if model in (None, type(link))]


def citations(record, *about: str) -> list:
    """The record's citations about these columns or links; all of them if none is named."""
    found = all_citations()[record._meta.label, record.pk]
    return [citation for citation in found if not about or citation.about in about]


def claimed(record, *about: str) -> set[str]:
    """The values that the chapter, or what it quotes, gives for these columns."""
    return {citation.value for citation in citations(record, *about) if of_the_seed(citation)}


def of_the_seed(row) -> bool:
    """Whether a citation or link rests on the chapter, or on a source that it quotes."""
    return SEED in {source.slug for source in (row.source, row.via) if source}


def pages(text: str) -> set[str]:
    """The pages and notes named in a text: "p. 3–4, 8; n. 7" → {"p3", "p4", "p8", "n7"}."""
    found = set()
    for kind, numbers in PAGES.findall(text):
        for part in numbers.split(","):
            ends = [int(number) for number in re.findall(r"\d+", part)]
            found |= {f"{kind}{number}" for number in range(ends[0], ends[-1] + 1)}
    return found


def missing_pages(cell: str, rows) -> list[str]:
    """The pages of the cell that no row cites; of a range, or of "p. 4 / n. 7", one is enough."""
    named = (f"{row.locator}; {row.via_locator}" for row in rows if of_the_seed(row))
    cited = pages(" ".join(named))
    return [part for part in cell.split(",") if part and not pages(part) & cited]


def holds(value, wanted: str, loose: bool = False) -> bool:
    """Whether a value is one of the wanted answers; `loose`: has one of them among its words."""
    if wanted == "*":
        return value not in (None, "")
    if isinstance(value, Decimal):
        return value in {Decimal(answer) for answer in either(wanted)}
    if hasattr(value, "name_en"):
        return bool(names(value) & {plain(answer) for answer in either(wanted)})
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if loose:
        return any(fold(answer) in fold(text) for answer in either(wanted))
    return text in either(wanted)


def meets(row, conditions: str) -> bool:
    """Whether the columns of a row are as the list's `other` says."""
    parts = [CONDITION.fullmatch(part).groups() for part in conditions.split(";") if part]
    return all(holds(getattr(row, name), wanted, sign == "~") for name, sign, wanted in parts)


def leads_to(link, end: str, value: str) -> bool:
    """Whether the far end of a link is one of the items named; without an end, its value is."""
    if not value:
        return True
    if not end:
        return holds(link.value, value)
    table, target = type(link)._meta.get_field(end).related_model, getattr(link, end)
    if table is None:
        return holds(target, value, loose=True)
    wanted = {find(table_name(table), item).pk for item in either(value)}
    return target is not None and target.pk in wanted
