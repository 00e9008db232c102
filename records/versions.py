"""Versions of rows: what the history holds, in the words of sheets, and what changed between two.

A row's version is a dict from column to cell text, as `dump_dataset` would write it, so that any
two versions of any table compare, show and apply alike.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import BooleanField, Max, Value
from django.utils.translation import gettext as _

from records.cells import unguard
from records.dates import words
from records.fields import EdtfField
from records.models import ChangeSet, Record, Tracked
from records.resources import cell_of
from records.tables import curated_fields, table_name, tables

Cells = dict[str, str]
ADDED, CHANGED, DELETED = "added", "changed", "deleted"


@dataclass
class RowChange:
    """One row before and after a change; `before` is empty when added, `after` when deleted."""

    model: type[Tracked]
    pk: int
    before: Cells
    after: Cells
    change_set: ChangeSet | None = None

    @property
    def kind(self) -> str:
        return CHANGED if self.before and self.after else (ADDED if self.after else DELETED)

    @property
    def table(self) -> str:
        return table_name(self.model)

    @property
    def key(self) -> tuple[str, ...]:
        """The key of the row as it stands in sheets."""
        cells = self.after or self.before
        return tuple(cells[name] for name in self.model.KEY)

    @property
    def noun(self) -> str:
        """What kind of row it is: "party"."""
        return str(self.model._meta.verbose_name)

    @property
    def columns(self) -> list[str]:
        """The columns that differ, in the order of the table."""
        names = (one.name for one in curated_fields(self.model))
        return [name for name in names if self.before.get(name, "") != self.after.get(name, "")]


def cell_in_words(model: type[Tracked], name: str, cell: str) -> str:
    """A cell as a reader reads it: dates in words, choices and truths in the reader's language."""
    column = model._meta.get_field(name)
    if isinstance(column, EdtfField):
        return words(cell)
    if isinstance(column, BooleanField):
        return {"true": _("yes"), "false": _("no")}.get(cell, "")
    if column.choices:
        return str(dict(column.choices).get(cell, cell))
    return unguard(cell)


@dataclass
class Slugs:
    """The slugs behind foreign keys, also of rows that are gone; a query for each table."""

    known: dict[type, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))

    def learn(self, model: type[Tracked], versions: Iterable) -> None:
        """Look up what the foreign keys of these versions lead to."""
        versions = list(versions)
        for one in curated_fields(model):
            if one.is_relation:
                wanted = {getattr(version, one.attname) for version in versions} - {None}
                self.fetch(one.related_model, wanted - set(self.known[one.related_model]))

    def fetch(self, model: type[Tracked], pks: set[int]) -> None:
        if not pks:
            return
        name, found = model.KEY[0], self.known[model]
        found |= dict(model.objects.filter(pk__in=pks).values_list("pk", name))
        gone = model.history.filter(id__in=pks - set(found)).order_by("history_id")
        found |= dict(gone.values_list("id", name))

    def cells(self, model: type[Tracked], version) -> Cells:
        """A version, or a present row, as cells; its foreign keys must have been learnt."""
        return {one.name: self.cell(one, version) for one in curated_fields(model)}

    def cell(self, one, version) -> str:
        value = getattr(version, one.attname)
        if one.is_relation:
            return "" if value is None else self.known[one.related_model].get(value, "")
        return cell_of(one).render(value)


def changes_between(model: type[Tracked], versions: list, slugs: Slugs | None = None):
    """The changes that versions of rows show, oldest first; each row's own versions in order."""
    slugs = slugs or Slugs()
    slugs.learn(model, versions)
    last: dict[int, Cells] = {}
    for version in sorted(versions, key=lambda one: one.history_id):
        after = {} if version.history_type == "-" else slugs.cells(model, version)
        change = RowChange(model, version.id, last.get(version.id, {}), after, version.change_set)
        last[version.id] = after
        if change.columns:
            yield version, change


def changes_in(change_set: ChangeSet) -> list[RowChange]:
    """What one change set did, a change a row: from before its first to after its last version."""
    found = []
    for model in tables():
        pks = set(model.history.filter(change_set=change_set).values_list("id", flat=True))
        if pks:
            found += net_changes(model, pks, change_set)
    return found


def net_changes(model: type[Tracked], pks: set[int], change_set: ChangeSet) -> list[RowChange]:
    """What the change set did to these rows of a table."""
    own = model.history.filter(change_set=change_set, id__in=pks)
    first, last = defaultdict(lambda: None), {}
    for version in own.order_by("-history_id"):
        first[version.id] = version
        last.setdefault(version.id, version)
    before = previous(model, {pk: version.history_id for pk, version in first.items()})
    slugs = Slugs()
    slugs.learn(model, [*last.values(), *before.values()])
    changes = []
    for pk in sorted(last):
        old = slugs.cells(model, before[pk]) if pk in before else {}
        new = {} if last[pk].history_type == "-" else slugs.cells(model, last[pk])
        changes.append(RowChange(model, pk, old, new, change_set))
    return [change for change in changes if change.columns]


def previous(model: type[Tracked], marks: dict[int, int]) -> dict[int, object]:
    """The version of each row before the history mark given for it, deletions left out."""
    older = model.history.filter(id__in=marks, history_id__lt=max(marks.values(), default=0))
    found = {}
    for version in older.order_by("history_id"):
        if version.history_id < marks[version.id]:
            found[version.id] = version
    return {pk: version for pk, version in found.items() if version.history_type != "-"}


def family(model: type[Record]) -> list[tuple[type[Tracked], str]]:
    """The tables whose rows belong to a record, with the column that leads to it: itself first."""
    own = [(model, "id")]
    for other in tables():
        if other is not model and not issubclass(other, Record):
            own += [
                (other, one.attname)
                for one in curated_fields(other)
                if one.is_relation and one.related_model is model
            ]
    return own


def mark(record: Record) -> int:
    """The last change set that touched the record, its links or its citations; one query."""
    first, *others = (
        other.history.filter(**{column: record.pk})
        .order_by()
        .values(group=Value(1))
        .annotate(last=Max("change_set_id"))
        .values_list("last", flat=True)
        for other, column in family(type(record))
    )
    return max((number for number in first.union(*others, all=True) if number), default=0)


def present(model: type[Tracked], row: Tracked) -> Cells:
    """A row as it stands, as cells."""
    slugs = Slugs()
    slugs.learn(model, [row])
    return slugs.cells(model, row)


def row_with_key(model: type[Tracked], key: tuple[str, ...]) -> Tracked | None:
    """The present row with this key."""
    lookups = {}
    for name, text in zip(model.KEY, key, strict=True):
        one = model._meta.get_field(name)
        lookups[f"{name}__{one.related_model.KEY[0]}" if one.is_relation else name] = text
    return model.objects.filter(**lookups).first()
