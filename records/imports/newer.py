"""What others changed in the rows of a sheet between its preview and its confirmation."""

from dataclasses import dataclass

from django.db.models import Max

from records.models import ChangeSet, Tracked
from records.versions import RowChange, Slugs, changes_between


@dataclass
class Newer:
    """One change that the preview did not know of."""

    key: str
    change_set: ChangeSet
    kind: str
    changes: list[tuple[str, str, str]]


def mark(model: type[Tracked]) -> int:
    """The last row of the table's history."""
    return model.history.aggregate(last=Max("history_id"))["last"] or 0


def newer(model: type[Tracked], since: int, keys: set[tuple[str, ...]]) -> list[Newer]:
    """The changes after the mark in rows that have, or had, one of the keys; oldest first."""
    history = model.history.select_related("change_set__who")
    touched = set(history.filter(history_id__gt=since).values_list("id", flat=True))
    if not touched:
        return []
    versions = list(history.filter(id__in=touched).order_by("history_id"))
    slugs = Slugs()
    slugs.learn(model, versions)
    named = {version.id for version in versions if key(model, slugs, version) in keys}
    own = [version for version in versions if version.id in named]
    return [
        Newer(" ".join(change.key), version.change_set, change.kind, list(cells(change)))
        for version, change in changes_between(model, own, slugs)
        if version.history_id > since
    ]


def key(model: type[Tracked], slugs: Slugs, version) -> tuple[str, ...]:
    """The key that a version of a row had in sheets."""
    return tuple(slugs.cell(model._meta.get_field(name), version) for name in model.KEY)


def cells(change: RowChange):
    """Column, old and new cell of each column that changed."""
    for name in change.columns:
        yield name, change.before.get(name, ""), change.after.get(name, "")
