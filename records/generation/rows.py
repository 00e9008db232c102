"""Rows that keep every rule of their table, made one after the other from one seed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from django.db import models

from records.fields import EdtfField
from records.generation.columns import drawers
from records.generation.dates import days, edtf
from records.generation.scene import Scene
from records.generation.words import NAMES, OTHER_NAME, SENTENCES, TEXTS
from records.models import Record, Source, Statement, Tracked
from records.rules import UniqueIndex, broken_rules
from records.tables import table_name
from records.text import slug_words

ATTEMPTS = 30
NOT_PUBLISHED = ["draft"] * 7 + ["review"] * 2 + ["withdrawn"]
SAYS_NOTHING = {"publication", "confidence"}
SOURCED = {"source": 0.8, "via": 0.04, "disputed_by": 0.03}
HUBS = 3
ENDED = ["terminated", "expired", "superseded", "lapsed", "unknown"]
NOT_ENDED = ["ongoing", "ongoing", "unknown", "dormant"]


@dataclass
class Made:
    """What is known of a table's rows, place by place."""

    pks: list[int] = field(default_factory=list)
    slugs: dict[int, str] = field(default_factory=dict)
    years: list[int] = field(default_factory=list)
    dates: list[dict[str, str]] = field(default_factory=list)

    def place(self, random: Random, skew: int = 1) -> int:
        """The place of some row; with a skew the first ones come up more often, like hubs."""
        return int(len(self.pks) * random.random() ** skew)

    def add(self, row: Tracked) -> None:
        """Take note of a new row."""
        self.pks.append(row.pk)
        self.slugs[row.pk] = row.__dict__.get(row.KEY[0], "")
        self.years.append(getattr(row, "year", 1980))
        if isinstance(row, Record):
            names = [name for name, kept in row.__dict__.items() if kept and name in row.dates]
            self.dates.append({name: row.__dict__[name] for name in names})


class RowMaker:
    """Makes the rows of one table; `made` has what there is of every table, by model."""

    def __init__(self, model: type[Tracked], made: dict[type, Made], seed: int, drafts: float):
        self.model, self.made, self.drafts = model, made, drafts
        self.random = Random(f"{seed} {table_name(model)}")
        self.columns = drawers(model)
        self.dates = {one.name for one in model._meta.fields if isinstance(one, EdtfField)}
        keys = [one for one in model._meta.fields if one.many_to_one]
        keys = [key for key in keys if made[key.related_model].pks or not key.null]
        self.sources = [key for key in keys if key.related_model is Source]
        self.needed = [key for key in keys if not key.null and key not in self.sources]
        self.optional = [key for key in keys if key.null and key not in self.sources]
        choices = [one.name for one in model._meta.fields if one.choices]
        self.what = next((name for name in choices if name not in SAYS_NOTHING), "")

    def rows(self, count: int, first: int, taken: set, indexes: list) -> Iterator[Tracked]:
        """That many rows, their primary keys from `first`, each with a key that is not `taken`."""
        for number in range(1, count + 1):
            row = self.valid_row(number, first + number - 1, indexes)
            if row is None:
                return  # the table can hold no more rows that differ
            if len(self.model.KEY) == 1:
                setattr(row, self.model.KEY[0], self.free_key(row, number, taken))
            yield row

    def valid_row(self, number: int, pk: int, indexes: list[UniqueIndex]) -> Tracked | None:
        """A row that offends no rule and repeats no fact, or None if none is found."""
        for _attempt in range(ATTEMPTS):
            row = self.row(Scene(self.random, number))
            row.pk = pk
            row.derive()
            if not any(broken_rules(row)) and not any(one.taken(row) for one in indexes):
                return row
        return None

    def row(self, scene: Scene) -> Tracked:
        """One row, filled column by column."""
        key = {self.model.KEY[0]: "-"} if len(self.model.KEY) == 1 else {}
        row = self.model(**key)
        row.dates = self.dates
        self.link(row, scene)
        row.year = scene.year
        for name, draw in self.columns:
            row.__dict__[name] = draw(scene)
        self.settle(row, scene)
        return row

    def free_key(self, row: Tracked, number: int, taken: set[str]) -> str:
        """A slug from the name, or a ref from the table, with a number of its own."""
        words = getattr(row, "name_en", "") or getattr(row, "title", "")
        stem = slug_words(words)[:80].strip("-") or self.model._meta.model_name
        while f"{stem}-{number}" in taken:
            number += 1_000_000
        return f"{stem}-{number}"

    def link(self, row: Tracked, scene: Scene) -> None:
        """Fill the keys that must be filled, and at most one of those that may stay blank."""
        for key in self.needed:
            place = self.lead(row, key, scene)
            if key.remote_field.on_delete is models.CASCADE:
                scene.year = self.made[key.related_model].years[place]
        if self.optional and (isinstance(row, Statement) or scene.likely(0.5)):
            self.lead(row, scene.random.choice(self.optional), scene)
        for key in self.sources:
            if not key.null or scene.likely(SOURCED[key.name]):
                self.lead(row, key, scene)

    def lead(self, row: Tracked, key: models.ForeignKey, scene: Scene) -> int:
        """Fill a key with a row of the other table; its place there."""
        owner = key.remote_field.on_delete is models.CASCADE
        found = self.made[key.related_model]
        place = found.place(scene.random, 1 if owner else HUBS)
        setattr(row, key.attname, found.pks[place])
        return place

    def settle(self, row: Tracked, scene: Scene) -> None:
        """What hangs together in one row."""
        if "name_en" in row.__dict__:
            self.name(row, scene)
        if isinstance(row, Record):
            self.publish(row, scene)
        if isinstance(row, Statement):
            row.locator = row.locator if row.source_id else ""
            row.disputed_locator = row.disputed_locator if row.disputed_by_id else ""
        if "ending" in row.__dict__:
            over = row.__dict__.get("ended") or row.__dict__.get("end")
            row.ending = scene.random.choice(ENDED if over else NOT_ENDED)
        if getattr(row, "PATH", "") == "meetings":
            row.start, row.end = self.meeting_days(scene)

    def name(self, row: Tracked, scene: Scene) -> None:
        """Names in both languages, after what the row is."""
        patterns = NAMES.get(getattr(row, "PATH", ""), {})
        found = patterns.get(getattr(row, self.what, "")) or patterns.get("") or OTHER_NAME
        row.name_en, row.name_es = scene.name_it(*found)
        if isinstance(row, Record):
            row.acronym = scene.say(scene.random.choice(TEXTS["acronym"]))[:60]

    def publish(self, row: Record, scene: Scene) -> None:
        """Published, or one of the other states in the share asked for."""
        row.publication = "published"
        if scene.likely(self.drafts / 100):
            row.publication = scene.random.choice(NOT_PUBLISHED)
        if row.publication == "withdrawn":
            row.withdrawn_why_en, row.withdrawn_why_es = SENTENCES["withdrawn_why"][0]

    def meeting_days(self, scene: Scene) -> tuple[str, str]:
        """A few days, or a date that is less exact."""
        if scene.likely(0.6):
            return days(scene.random, scene.year)
        return edtf(scene.random, scene.year), ""
