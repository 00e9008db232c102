"""How many rows each table gets, and the rows themselves, table after table."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count

from django.db import models

from records.generation.citations import CitationMaker
from records.generation.curated import curated_rows
from records.generation.rows import Made, RowMaker
from records.models import Citation, Keyed, Record, Source, Tracked
from records.rules import UniqueIndex, unique_rules
from records.tables import citation_types, record_types, statement_types, tables

# How the records divide among their kinds, and what there is for each thousand of them.
SHARES = {"institutions": 30, "agreements": 30, "meetings": 25, "reports": 10, "baskets": 0.5}
OTHER_SHARE = 2
SOURCES = 0.2
CITATIONS = 1.5


@dataclass(frozen=True)
class Plan:
    """What to make: so many records, links for each, and a share of them not published."""

    records: int
    links: float = 3
    seed: int = 1
    drafts: float = 10

    def counts(self) -> dict[type[Tracked], int]:
        """The number of rows for each table that is made up."""
        counts = {model: self.share(model) for model in record_types()}
        counts[Source] = max(3, round(self.records * SOURCES))
        for model in citation_types():
            cited = model._meta.get_field("record").related_model
            counts[model] = round(counts[cited] * CITATIONS)
        owned = {model: counts[owner(model)] for model in statement_types()}
        links = self.records * self.links / sum(owned.values())
        counts |= {model: max(1, round(links * rows)) for model, rows in owned.items()}
        parts = [model for model in tables() if model not in counts and owner(model)]
        return counts | {model: counts[owner(model)] for model in parts}

    def share(self, model: type[Record]) -> int:
        """How many of the records are of this kind; at least two, so that links find both ends."""
        whole = sum(SHARES.get(one.PATH, OTHER_SHARE) for one in record_types())
        return max(2, round(self.records * SHARES.get(model.PATH, OTHER_SHARE) / whole))


@cache
def owner(model: type[Tracked]) -> type[Record] | None:
    """The kind of record that the rows of a table belong to: where its first key leads."""
    keys = [field.related_model for field in model._meta.fields if field.many_to_one]
    return next((other for other in keys if issubclass(other, Record)), None)


class Making:
    """A plan carried out: its rows, table after table, each after those that it leads to.

    With `stored`, primary keys, slugs and refs go on from what is in the database.
    """

    def __init__(self, plan: Plan, stored: bool):
        self.plan, self.stored = plan, stored
        self.made = {model: Made() for model in tables()}

    def tables(self) -> Iterator[tuple[type[Tracked], Iterator[Tracked]]]:
        """Each table with its rows; they are to be taken before the next table is."""
        counts = self.plan.counts()
        for model in tables():
            if model in counts:
                yield model, self.noted(model, self.rows(model, counts[model]))
            elif issubclass(model, Keyed) and not issubclass(model, Record):
                yield model, self.noted(model, self.curated(model))

    def noted(self, model: type[Tracked], rows: Iterator[Tracked]) -> Iterator[Tracked]:
        """The rows, with note taken of each."""
        for row in rows:
            self.made[model].add(row)
            yield row

    def rows(self, model: type[Tracked], number: int) -> Iterator[Tracked]:
        """Rows that are made up."""
        kind = CitationMaker if issubclass(model, Citation) else RowMaker
        indexes = [UniqueIndex(model, rule, self.stored) for rule in unique_rules(model)]
        maker = kind(model, self.made, self.plan.seed, self.plan.drafts)
        return maker.rows(number, self.first_pk(model), self.taken(model), indexes)

    def curated(self, model: type[Keyed]) -> Iterator[Keyed]:
        """The rows of the curated data; one that is stored already serves as it is."""
        stored = dict(model.objects.values_list("slug", "pk")) if self.stored else {}
        number = count(self.first_pk(model))
        keys = dict(stored)
        for row in curated_rows(model, keys):
            keys[row.slug] = row.pk = stored.get(row.slug) or next(number)
            if row.slug in stored:
                self.made[model].add(row)
            else:
                yield row

    def keys(self, model: type[Tracked]) -> dict[int, str]:
        """The slugs of a table by primary key; the table's own grow while it is made."""
        return self.made[model].slugs

    def first_pk(self, model: type[Tracked]) -> int:
        """The first primary key that is free."""
        last = model.objects.aggregate(last=models.Max("pk"))["last"] if self.stored else None
        return (last or 0) + 1

    def taken(self, model: type[Tracked]) -> set[str]:
        """The slugs or refs that are not free."""
        return set(model.objects.values_list(model.KEY[0], flat=True)) if self.stored else set()
