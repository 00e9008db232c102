"""What a sheet would do, line by line, checked as the database will check it, nothing written."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext as _
from tablib import Dataset

from records.cells import suggestion
from records.imports.guards import Sight, forbidden_step, out_of_reach
from records.imports.links import LOCATOR, SOURCE, Addition, Additions
from records.imports.slugs import Slugs
from records.imports.stored import Stored
from records.models import Keyed, Record, Redirect, Tracked
from records.resources import resource_for
from records.roles import PUBLISH, may
from records.tables import curated_fields, table_name

REFUSED, NEW, CHANGED, UNCHANGED = "refused", "new", "changed", "unchanged"
OUTCOMES = (REFUSED, NEW, CHANGED, UNCHANGED)
LONGEST = 300  # of a refused value, as it is shown


@dataclass
class Line:
    """One line of a sheet: what it is about, what is wrong with it, or what it would do."""

    number: int
    cells: list[str]
    key: tuple[str, ...]
    pk: int | None = None
    row: Tracked | None = None
    faults: list[tuple[str, str, str]] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    added: list[Addition] = field(default_factory=list)

    def refuse(self, column: str, value: str, sentence: str) -> None:
        """Note what is wrong: the column, its value, and what would be right."""
        shown = value if len(value) <= LONGEST else f"{value[:LONGEST]} …"
        self.faults.append((column, shown, str(sentence)))

    @property
    def outcome(self) -> str:
        if self.faults:
            return REFUSED
        if self.pk is None:
            return NEW
        return CHANGED if self.changes or self.added else UNCHANGED


@dataclass
class Plan:
    """The lines of a sheet; `faults` are sentences about the sheet as a whole."""

    model: type[Tracked]
    lines: list[Line] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    resource: object = None
    versions: dict[int, int] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """How many lines have each outcome."""
        found = Counter(line.outcome for line in self.lines)
        return {outcome: found[outcome] for outcome in OUTCOMES}

    @property
    def refused(self) -> bool:
        return bool(self.faults) or any(line.faults for line in self.lines)

    @property
    def effect(self) -> str:
        """A fingerprint of what would be written: the same again unless the data change."""
        parts = [
            [line.key, line.outcome, line.changes, [one.address for one in line.added]]
            for line in self.lines
            if line.outcome != UNCHANGED
        ]
        return hashlib.sha256(json.dumps([self.faults, parts]).encode()).hexdigest()


def columns_of(model: type[Tracked]) -> dict[str, str]:
    """The columns that a sheet of the table may have, each with its help."""
    found = {field.name: help_of(field) for field in curated_fields(model)}
    if issubclass(model, Record):
        joined = _("Adds links: slugs or names, with | between several. Links there are stay.")
        found |= {name: joined for name in model.JOINED}
        found[SOURCE] = _("Citation key of the source of these links, cited for the record too.")
        found[LOCATOR] = _("The part of the source: p. 11, n. 7, opening paragraphs.")
    return found


def help_of(field: models.Field) -> str:
    """What belongs into a column, with the values that it takes if these are few."""
    values = ", ".join(str(value) for value, _label in field.flatchoices)
    return f"{field.help_text} ({values})" if values else str(field.help_text)


def make_plan(model: type[Tracked], headers: list[str], lines: list[list[str]], user) -> Plan:
    """What the sheet would do if this person brought it."""
    plan = Plan(model, faults=heading_faults(model, headers))
    if not plan.faults:
        Planner(plan, headers, lines, user).run()
    return plan


def heading_faults(model: type[Tracked], headers: list[str]) -> list[str]:
    """What is wrong with the columns: unknown ones, a key that is missing, links not for here."""
    known = columns_of(model)
    faults = []
    for name in headers:
        if name not in known:
            message = _("There is no column “%(name)s” in %(table)s.")
            message %= {"name": name[:60], "table": table_name(model)}
            faults.append(message + suggestion(name[:60], known))
    for name in model.KEY:
        if name not in headers and not model._meta.get_field(name).blank:
            message = _("The column “%(name)s” is missing: it says which row a line is about.")
            faults.append(message % {"name": name})
    return faults[:20]


class Planner:
    """Fills a plan, step by step; each step takes all lines at once, for a query a line is slow."""

    def __init__(self, plan: Plan, headers: list[str], lines: list[list[str]], user):
        self.plan, self.model, self.headers, self.user = plan, plan.model, headers, user
        own = {field.name for field in curated_fields(self.model)}
        self.own = [place for place, name in enumerate(headers) if name in own]
        self.names = [headers[place] for place in self.own]
        keys = [headers.index(name) if name in headers else None for name in self.model.KEY]
        plan.lines = [
            Line(number, cells, tuple("" if at is None else cells[at].strip() for at in keys))
            for number, cells in enumerate(lines, 1)
        ]

    def run(self) -> None:
        self.stored = Stored(self.model, self.names)
        self.plan.versions = self.stored.extra.get("version", {})
        self.find_rows()
        once = (line for line in self.plan.lines if line.number not in self.doubled)
        self.read_rows([line for line in once if self.differs(line)])
        if issubclass(self.model, Record):
            self.read_links()
            self.guard_records()
        elif not may(self.user, PUBLISH):
            self.guard_rows()

    def find_rows(self) -> None:
        """The row that each line is about; lines without a slug get one and are new."""
        first: dict[tuple[str, ...], int] = {}
        self.doubled: set[int] = set()
        for line in self.plan.lines:
            if line.key[0] and first.setdefault(line.key, line.number) != line.number:
                message = _("This row stands in the sheet twice, first in row %(first)s.")
                line.refuse(self.model.KEY[0], line.key[0], message % {"first": first[line.key]})
                self.doubled.add(line.number)
            line.pk = self.stored.keys.get(line.key)
        if issubclass(self.model, Keyed):
            self.give_slugs([line for line in self.plan.lines if not line.key[0]])
        if issubclass(self.model, Record):
            self.refuse_old_slugs()

    def give_slugs(self, lines: list[Line]) -> None:
        """Slugs for the lines that give none."""
        if not lines:
            return
        slugs = Slugs(self.model)
        slugs.reserve(line.key[0] for line in self.plan.lines)
        for line in lines:
            cells = dict(zip(self.headers, line.cells, strict=True))
            line.key = (slugs.make(cells),)
            if sentence := slugs.double(line.number, cells):
                line.refuse("slug", "", sentence)

    def refuse_old_slugs(self) -> None:
        """A slug that a record had before is no slug for a new one."""
        moved = dict(Redirect.objects.filter(table=self.model.PATH).values_list("old", "new"))
        for line in self.plan.lines if moved else ():
            if line.pk is None and line.key[0] in moved:
                message = _("The record of this old slug is now %(slug)s.")
                line.refuse("slug", line.key[0], message % {"slug": moved[line.key[0]]})

    def differs(self, line: Line) -> bool:
        """Whether a line says anything that its row does not."""
        if line.pk is None:
            return True
        cells, own = self.stored.cells[line.key], self.own
        return any(cells[at] != line.cells[place] for at, place in enumerate(own))

    def read_rows(self, lines: list[Line]) -> None:
        """Read and check the cells of these lines through the table's resource."""
        resource = self.plan.resource = resource_for(self.model)()
        if not lines:
            return
        missing = [name for name in self.model.KEY if name not in self.headers]
        headers = [*missing, *self.names]
        rows = [self.cells_with_key(line, missing) for line in lines]
        result = resource.import_data_inner(
            Dataset(*rows, headers=headers),
            dry_run=True,
            raise_errors=False,
            using_transactions=False,
            collect_failed_rows=False,
            sheet_keys={line.key[0] for line in lines},
        )
        for fault in resource.faults(result, headers, rows):
            if fault.line:
                lines[fault.line - 1].refuse(fault.column, fault.value, fault.sentence)
            else:
                self.plan.faults.append(fault.sentence)
        self.take_rows(lines, resource)

    def cells_with_key(self, line: Line, missing: list[str]) -> list[str]:
        """The cells of a line as the resource takes them, with the slug that was made for it."""
        cells = [line.cells[place] for place in self.own]
        if missing:
            return [*line.key, *cells]
        if issubclass(self.model, Keyed):
            cells[self.names.index("slug")] = line.key[0]
        return cells

    def take_rows(self, lines: list[Line], resource) -> None:
        """The rows that the resource made ready, with what changes in those that exist."""
        for row in resource.create_instances:
            lines[row.line - 1].row = row
        for row in resource.update_instances:
            line = lines[row.line - 1]
            line.row, stored = row, dict(zip(self.names, self.stored.cells[line.key], strict=True))
            given = dict(zip(self.headers, line.cells, strict=True))
            for one in resource.given:
                value = getattr(row, one.attribute)
                if value != row.before[one.attribute] or one.attribute in row.awaited:
                    awaited = one.attribute in row.awaited
                    new = given[one.column_name] if awaited else one.widget.render(value)
                    line.changes.append((one.column_name, stored[one.column_name], new))
        for row in resource.in_circles():
            message = _("These rows lie in each other: %s.") % row
            lines[row.line - 1].refuse("", "", message)

    def read_links(self) -> None:
        """What the link columns, `source` and `locator` add to each record."""
        self.additions = Additions(self.model, self.headers)
        for column in self.additions.columns:
            if sentence := column.cannot():
                self.plan.faults.append(f"{column.name}: {sentence}")
        if self.plan.faults or not (self.additions.columns or self.additions.places.keys() & EXTRA):
            return
        for line in self.plan.lines:
            if line.row is not None and line.pk is None and not line.faults:
                names = [line.row.name_en, line.row.name_es, line.row.acronym, line.row.other_names]
                self.additions.bring(line.key[0], names, line.row)
        for line in self.plan.lines:
            line.added = self.additions.of(line.cells, line.pk, line.row, line.refuse)

    def guard_records(self) -> None:
        """Refuse what the person may not do to records."""
        for line in self.plan.lines:
            before = self.stored.publication(line.pk)
            after = line.row.publication if line.row is not None else before
            if line.faults or (line.outcome == UNCHANGED):
                continue
            if sentence := out_of_reach(self.user, before):
                line.refuse("", "", sentence)
            elif after != (before or "draft"):
                supported = line.pk in self.additions.supported or any(
                    one.column == SOURCE for one in line.added
                )
                if sentence := forbidden_step(self.user, before, after, supported):
                    line.refuse("publication", after, sentence)

    def guard_rows(self) -> None:
        """Refuse a curator's links, citations and parts of what readers see."""
        sight = Sight(self.model)
        for line in self.plan.lines:
            if line.row is not None and not line.faults and (sentence := sight.forbids(line.row)):
                line.refuse("", "", sentence)


EXTRA = {SOURCE, LOCATOR}
