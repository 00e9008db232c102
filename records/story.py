"""The story of a record: who changed which field, link or citation, when and why."""

from dataclasses import dataclass, field

from django.db.models import Q

from records.models import ChangeSet, Record, Tracked
from records.versions import Cells, RowChange, Slugs, changes_between, family


@dataclass
class Chapter:
    """What one change set did to a record, its links and its citations."""

    change_set: ChangeSet
    changes: list[RowChange] = field(default_factory=list)


def story(model: type[Record], pk: int, since: int = 0) -> list[Chapter]:
    """The chapters of a record's story, newest first; only those after a mark, if one is given.

    Works for records that were deleted too.
    """
    chapters: dict[int, Chapter] = {}
    slugs = Slugs()
    for other, versions in family_versions(model, pk):
        for version, change in changes_between(other, versions, slugs):
            if version.change_set_id > since:
                chapter = Chapter(version.change_set)
                chapters.setdefault(version.change_set_id, chapter).changes.append(change)
    return [chapters[number] for number in sorted(chapters, reverse=True)]


def family_versions(model: type[Record], pk: int):
    """Every version of the record and of what belongs to it, by table: two queries each at most."""
    columns: dict[type[Tracked], Q] = {}
    for other, column in family(model):
        columns[other] = columns.get(other, Q()) | Q(**{column: pk})
    for other, belongs in columns.items():
        pks = other.history.filter(belongs).values("id")
        versions = other.history.filter(id__in=pks).select_related("change_set__who")
        yield other, list(versions.order_by("history_id"))


def state_at(
    model: type[Record], pk: int, change_set: int
) -> dict[type[Tracked], dict[int, Cells]]:
    """The record and what belonged to it after a change set, by table and primary key."""
    found: dict[type[Tracked], dict[int, Cells]] = {}
    slugs = Slugs()
    names: dict[type[Tracked], list[str]] = {}
    for other, column in family(model):
        names.setdefault(other, []).append(column)
    for other, versions in family_versions(model, pk):
        last = {one.id: one for one in versions if one.change_set_id <= change_set}
        kept = [one for one in last.values() if belongs(one, names[other], pk)]
        slugs.learn(other, kept)
        found[other] = {one.id: slugs.cells(other, one) for one in kept}
    return found


def belongs(version, columns: list[str], pk: int) -> bool:
    """Whether the version is of a row that exists and hangs on the record."""
    return version.history_type != "-" and any(getattr(version, name) == pk for name in columns)


def way_back(model: type[Record], pk: int, change_set: int) -> list[RowChange]:
    """The changes that lead from the present to the state after a change set."""
    then, now = state_at(model, pk, change_set), state_at(model, pk, latest(model, pk))
    found = []
    for other in then:
        for key in sorted(then[other].keys() | now[other].keys()):
            change = RowChange(other, key, now[other].get(key, {}), then[other].get(key, {}))
            found += [change] if change.columns else []
    return found


def latest(model: type[Record], pk: int) -> int:
    """The number of the last chapter of a record's story."""
    chapters = story(model, pk)
    return chapters[0].change_set.pk if chapters else 0
