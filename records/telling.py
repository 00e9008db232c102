"""Changes and versions told to a reader: labels, dates in words, names in place of slugs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import capfirst

from records.models import ChangeSet, Citation, Record, Statement, Tracked
from records.models.tracked import in_own_language
from records.story import Chapter
from records.tables import curated_fields
from records.versions import CHANGED, Cells, RowChange, cell_in_words

UNSAID = {"ref", "slug", "publication"}
State = dict[type[Tracked], dict[int, Cells]]


class Names:
    """The names of the rows that cells lead to: one query a table, the slug where a row is gone."""

    def __init__(self, rows: Iterable[tuple[type[Tracked], Cells]]):
        wanted: dict[type[Tracked], set[str]] = defaultdict(set)
        for model, cells in rows:
            for one in curated_fields(model):
                if one.is_relation and cells.get(one.name):
                    wanted[one.related_model].add(cells[one.name])
        self.known = {
            model: model.objects.in_bulk(slugs, field_name=model.KEY[0])
            for model, slugs in wanted.items()
        }

    def words(self, model: type[Tracked], name: str, cell: str) -> str:
        """A cell as a reader reads it."""
        column = model._meta.get_field(name)
        if not column.is_relation or not cell:
            return cell_in_words(model, name, cell)
        row = self.known.get(column.related_model, {}).get(cell)
        return cell if row is None else str(row)


@dataclass
class Told:
    """A row, or the change of one, in words: what it is about, and (label, old, new) by column."""

    noun: str
    target: str
    lines: list[tuple[str, str, str]]
    kind: str = ""


@dataclass
class ToldChapter:
    """A chapter in words; `then` is the address of the record as it stood after it."""

    change_set: ChangeSet
    changes: list[Told]
    then: str = ""


@dataclass
class Group:
    """Links of one kind under their heading."""

    heading: str
    rows: list[Told] = field(default_factory=list)


def told(changes: list[RowChange], near: type[Record]) -> list[Told]:
    """The changes in words, as seen from a record of this kind."""
    names = both_sides(changes)
    return [tell(change, near, names) for change in changes]


def told_chapters(chapters: list[Chapter], near: type[Record]) -> list[ToldChapter]:
    """The chapters of a story in words; the names are asked for once for all of them."""
    names = both_sides([change for chapter in chapters for change in chapter.changes])
    return [
        ToldChapter(one.change_set, [tell(change, near, names) for change in one.changes])
        for one in chapters
    ]


def both_sides(changes: list[RowChange]) -> Names:
    sides = [(one.model, cells) for one in changes for cells in (one.before, one.after)]
    return Names(sides)


def tell(change: RowChange, near: type[Record], names: Names) -> Told:
    """One change in words."""
    model, unsaid = change.model, understood(change, near)
    lines = [
        (
            label(model, name),
            names.words(model, name, change.before.get(name, "")),
            names.words(model, name, change.after.get(name, "")),
        )
        for name in change.columns
        if name not in unsaid
    ]
    said = target(model, change.after or change.before, near, names)
    return Told(change.noun, said, lines, change.kind)


def understood(change: RowChange, near: type[Record]) -> set[str]:
    """The columns that go without saying: of a new row or one that ends, also its ends and noes."""
    cells = change.after or change.before
    if change.kind == CHANGED:
        return {"ref"}
    noes = {name for name in change.columns if cells[name] == "false"}
    keys = {one.name for one in curated_fields(change.model) if one.related_model is near}
    return {"ref", *noes, *keys, *getattr(change.model, "SEEN_FROM", ())}


def label(model: type[Tracked], name: str) -> str:
    return capfirst(model._meta.get_field(name).verbose_name)


def target(model: type[Tracked], cells: Cells, near: type[Record], names: Names) -> str:
    """What a row is about: the far ends of a link, the source of a citation, a record's name."""
    if issubclass(model, Record):
        return in_own_language(cells.get("name_en", ""), cells.get("name_es", ""))
    if issubclass(model, Citation):
        said = [names.words(model, "source", cells["source"]), cells["locator"]]
        return ", ".join(part for part in said if part)
    ends = far_ends(model, near) if issubclass(model, Statement) else ()
    return " – ".join(names.words(model, name, cells[name]) for name in ends if cells.get(name))


def far_ends(model: type[Statement], near: type[Record]) -> list[str]:
    """The ends of a link other than the record; both, where two records of a kind are joined."""
    ends = list(model.SEEN_FROM)
    own = [name for name in ends if model._meta.get_field(name).related_model is near]
    return ends if len(own) > 1 else [name for name in ends if name not in own]


def facts_of(model: type[Record], state: State, pk: int) -> list[tuple[str, str]]:
    """The columns of the record that said something, by label."""
    names = Names([(model, state[model][pk])])
    return [(name, new) for name, _old, new in stated(model, state[model][pk], names, {"slug"})]


def groups_of(model: type[Record], state: State) -> list[Group]:
    """The links, parts and citations of the record as they stood, each kind under its heading."""
    rows = [(other, cells) for other in state for cells in state[other].values()]
    names, found = Names(rows), []
    for other, versions in state.items():
        if other is not model and versions:
            shown = [row_of(other, cells, model, names) for cells in versions.values()]
            found.append(Group(capfirst(other._meta.verbose_name_plural), shown))
    return found


def row_of(other: type[Tracked], cells: Cells, near: type[Record], names: Names) -> Told:
    """One link or citation as it stood: its target, then what else it said."""
    ends = list(getattr(other, "SEEN_FROM", ())) or ["record", "source", "locator"]
    lines = stated(other, cells, names, UNSAID | set(ends))
    return Told(str(other._meta.verbose_name), target(other, cells, near, names), lines)


def stated(model: type[Tracked], cells: Cells, names: Names, without: set[str]) -> list:
    """(label, blank, value) for each column that says something."""
    return [
        (label(model, one.name), "", names.words(model, one.name, cells[one.name]))
        for one in curated_fields(model)
        if one.name not in without and cells[one.name] not in ("", "false")
    ]
