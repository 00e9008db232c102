"""Earlier versions of records put back with their links and citations, also of deleted records."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from records.application import ApplicationError, apply
from records.models import ChangeSet, Record, Tracked
from records.publishing import lacking
from records.story import Chapter, way_back
from records.tables import curated_fields
from records.versions import ADDED, DELETED, RowChange, row_with_key

# A restore brings back what a record says, not where it stands or whether readers see it.
KEPT = ("slug", "publication", "withdrawn_why_en", "withdrawn_why_es")


@dataclass
class Restore:
    """What a restore would change; `left_out` are rows that join what is no longer there."""

    model: type[Record]
    pk: int
    changes: list[RowChange] = field(default_factory=list)
    left_out: list[RowChange] = field(default_factory=list)


def plan(model: type[Record], pk: int, change_set: int) -> Restore:
    """The way from the present to the record as it stood after a change set."""
    changes = [kept(change, pk) for change in way_back(model, pk, change_set)]
    gone = gone_targets(changes)
    found = Restore(model, pk)
    for change in changes:
        if change.columns:
            unfit = change.model is not model and change.kind != DELETED and lost(change, gone)
            (found.left_out if unfit else found.changes).append(change)
    return found


def kept(change: RowChange, pk: int) -> RowChange:
    """The record keeps its address and publication; deleted, it comes back for readers as none."""
    if not issubclass(change.model, Record):
        return change
    if change.kind == ADDED:
        last = change.model.history.filter(id=pk).order_by("-history_id")
        change.after["slug"] = last.values_list("slug", flat=True).first()
        if change.after["publication"] == "published":
            change.after["publication"] = "draft"
    else:
        change.after |= {name: change.before[name] for name in KEPT}
    return change


def gone_targets(changes: list[RowChange]) -> dict[type[Tracked], set[str]]:
    """The slugs that the changes name and no row has, by table; a query a table."""
    wanted: dict[type[Tracked], set[str]] = defaultdict(set)
    for change in changes:
        for one in curated_fields(change.model):
            if one.is_relation and change.after.get(one.name):
                wanted[one.related_model].add(change.after[one.name])
    for change in changes:
        if change.after:
            wanted[change.model].discard(change.key[0])  # comes back with this restore
    found = {}
    for model, slugs in wanted.items():
        name = model.KEY[0]
        there = model.objects.filter(**{f"{name}__in": slugs}).values_list(name, flat=True)
        found[model] = slugs - set(there)
    return found


def lost(change: RowChange, gone: dict[type[Tracked], set[str]]) -> bool:
    """Whether the row would join something that is no longer there."""
    keys = [one for one in curated_fields(change.model) if one.is_relation]
    return any(change.after[one.name] in gone.get(one.related_model, ()) for one in keys)


def restore(found: Restore, who, why: str) -> None:
    """Carry the restore out in one change set, or raise an ApplicationError and change nothing."""
    if faults := taken(found.changes):
        raise ApplicationError(faults)
    with transaction.atomic(), ChangeSet.open(kind="restore", who=who, why=why):
        apply(found.changes)
        record = found.model.objects.get(pk=found.pk)
        if record.is_published and (faults := lacking(record)):
            raise ApplicationError(faults)


def taken(changes: list[RowChange]) -> list[str]:
    """A sentence for each row whose key now belongs to another row."""
    leaving = {(one.model, one.key) for one in changes if one.kind == DELETED}
    message = _("The %(noun)s cannot come back: its name in sheets, %(key)s, is now another's.")
    return [
        message % {"noun": one.noun, "key": " ".join(one.key)}
        for one in changes
        if one.kind == ADDED
        and (one.model, one.key) not in leaving
        and row_with_key(one.model, one.key)
    ]


def deleted(model: type[Record]):
    """The last version of each record of this kind that is gone, the latest first."""
    gone = model.history.exclude(id__in=model.objects.values("id"))
    last = gone.values("id").annotate(last=Max("history_id")).values("last")
    rows = model.history.filter(history_id__in=last).select_related("change_set__who")
    return rows.order_by("-history_id")


def ends_with(chapter: Chapter, model: type[Record], pk: int) -> bool:
    """Whether the record is gone after the chapter."""
    ended = [one for one in chapter.changes if one.kind == DELETED]
    return any(one.model is model and one.pk == pk for one in ended)


def last_state(chapters: list[Chapter], model: type[Record], pk: int) -> int:
    """The change set after which a record, now deleted, stood for the last time; 0 if none."""
    numbers = [one.change_set.pk for one in chapters]
    end = max((one.change_set.pk for one in chapters if ends_with(one, model, pk)), default=0)
    return next((number for number in numbers if number < end), 0)
