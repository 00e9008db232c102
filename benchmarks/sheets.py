"""The sheets that the import is measured on: agreements and three kinds of their links."""

from dataclasses import dataclass
from pathlib import Path

from baskets.models import Basket, Issue
from institutions.models import (
    Agreement,
    AgreementCitation,
    Coverage,
    Institution,
    Jurisdiction,
    Mandate,
    Party,
)
from records.dataset import load_table
from records.generation import Plan, into_folder
from records.models import ChangeSet, Source, Tracked
from records.sheets import csv_lines, read_sheet
from records.tables import table_name, tables

MEASURED = (Agreement, Party, Mandate, Coverage)
BESIDES = {Source: 1000, Institution: 1000, Basket: 12, Issue: 60}


@dataclass(frozen=True)
class AgreementPlan(Plan):
    """So many agreements, three links for each, and what these lead to."""

    def counts(self) -> dict[type[Tracked], int]:
        return BESIDES | dict.fromkeys(MEASURED, self.records)


def make(rows: int, seed: int, folder: Path) -> dict[type[Tracked], bytes]:
    """The sheets around so many agreements, by model; what they lead to is loaded."""
    into_folder(AgreementPlan(records=rows, seed=seed), folder)
    with ChangeSet.open(kind="load"):
        for model in tables():
            if model not in MEASURED:
                load_table(model, folder)
    contents = {model: (folder / f"{table_name(model)}.csv").read_bytes() for model in MEASURED}
    return contents | {Agreement: as_drafts(contents[Agreement])}


def as_drafts(content: bytes) -> bytes:
    """The same records not published yet: published ones need a source in their own sheet."""
    headers, lines = read_sheet(content)
    place = headers.index("publication")
    return written(headers, [[*line[:place], "draft", *line[place + 1 :]] for line in lines])


def written(headers: list[str], lines: list[list[str]]) -> bytes:
    return "".join(csv_lines(headers, lines)).encode()


def with_link_columns(contents: dict[type[Tracked], bytes]) -> dict[type[Tracked], bytes]:
    """The agreements alone, with a party and two baskets for each in columns of their sheet."""
    headers, lines = read_sheet(contents[Agreement])
    parties = list(Jurisdiction.objects.order_by("slug").values_list("slug", flat=True))
    baskets = list(Basket.objects.order_by("slug").values_list("slug", flat=True))
    source = Source.objects.order_by("slug").first().slug
    for number, line in enumerate(lines):
        one, other = baskets[number % len(baskets)], baskets[(number + 1) % len(baskets)]
        line += [parties[number % len(parties)], f"{one} | {other}", source, f"p. {number}"]
    return {Agreement: written([*headers, "parties", "baskets", "source", "locator"], lines)}


def first(rows: int, contents: dict[type[Tracked], bytes]) -> dict[type[Tracked], bytes]:
    """The same sheets with the first so many agreements, and the links of these."""
    _headers, lines = read_sheet(contents[Agreement])
    kept = {line[0] for line in lines[:rows]}
    found = {}
    for model, content in contents.items():
        headers, lines = read_sheet(content)
        place = headers.index("slug" if model is Agreement else "agreement")
        lines = [line for line in lines if line[place] in kept]
        found[model] = written(headers, lines)
    return found


def count(contents: dict[type[Tracked], bytes]) -> int:
    """The number of rows in all sheets."""
    return sum(len(read_sheet(content)[1]) for content in contents.values())


def empty() -> None:
    """Take the measured rows and their history out again."""
    for model in (AgreementCitation, *reversed(MEASURED)):
        for rows in (model.objects.all(), model.history.all()):
            rows._raw_delete(using="default")
