"""The two steps of an import: a preview that writes nothing, and one change set if it is confirmed.

The sheet is planned anew before it is written. If what it would do is no longer what was seen, or
others have changed one of its rows, nothing is written and the run is stale.
"""

import json
from collections import defaultdict

from django.db import IntegrityError, transaction

from records.bulk import add_like, parts
from records.imports.newer import Newer, mark, newer
from records.imports.plan import CHANGED, NEW, Line, Plan, make_plan
from records.models import ChangeSet, ImportRun, Tracked
from records.models.imports import Stage
from records.search.index import in_step
from records.tables import table_name, tables


class Stale(Exception):
    """The data are no longer as they were when the sheet was planned."""


def model_of(run: ImportRun) -> type[Tracked] | None:
    """The table that the sheet is for; None if it is gone from the code."""
    return next((model for model in tables() if table_name(model) == run.table), None)


def preview(user, model, file_name: str, headers: list[str], lines: list[list[str]]) -> ImportRun:
    """Plan the sheet and keep it with what it would do."""
    last = mark(model)
    plan = make_plan(model, headers, lines, user)
    run = ImportRun(who=user, table=table_name(model), file_name=file_name[-200:], mark=last)
    run.stage = Stage.REFUSED if plan.refused else Stage.PREVIEWED
    run.keep(headers, lines)
    run.preview = json.dumps(as_shown(plan), ensure_ascii=False)
    run.effect = plan.effect
    for outcome, number in plan.counts.items():
        setattr(run, outcome, number)
    run.save()
    return run


def as_shown(plan: Plan) -> dict:
    """The plan as the pages of the preview need it: refused lines first, then new, changed."""
    order = {outcome: place for place, outcome in enumerate(plan.counts)}
    lines = sorted(plan.lines, key=lambda line: (order[line.outcome], line.number))
    return {"faults": plan.faults, "lines": [line_as_shown(line) for line in lines]}


def line_as_shown(line: Line) -> dict:
    """One line; the cells of new ones are in the sheet itself."""
    shown = {"number": line.number, "key": " ".join(line.key), "outcome": line.outcome}
    if line.faults:
        return shown | {"faults": line.faults}
    if line.changes:
        shown["changes"] = line.changes
    if line.added:
        shown["added"] = [[one.column, one.target.name, one.detail] for one in line.added]
    return shown


def again(run: ImportRun, user) -> ImportRun:
    """A fresh preview of the same sheet."""
    return preview(user, model_of(run), run.file_name, *run.read())


def changed_since(run: ImportRun) -> list[Newer]:
    """What others changed in rows of the sheet after the preview."""
    shown = json.loads(run.preview)["lines"]
    model = model_of(run)
    keys = {(line["key"],) if len(model.KEY) == 1 else tuple(line["key"].split()) for line in shown}
    return newer(model, run.mark, keys - {("",)})


def cancel(run: ImportRun) -> None:
    """Set the sheet aside."""
    move(run, Stage.CANCELLED)


def move(run: ImportRun, stage: str, **values) -> bool:
    """Take the run to its last stage, unless another request did so already."""
    waiting = ImportRun.objects.filter(pk=run.pk, stage=Stage.PREVIEWED)
    moved = waiting.update(stage=stage, **values) == 1
    run.refresh_from_db()
    return moved


def confirm(run: ImportRun, user, why: str) -> None:
    """Import the sheet in one change set, or mark the run as stale; a second call does nothing."""
    if not run.waits or not (run.new or run.changed):
        return
    model = model_of(run)
    plan = make_plan(model, *run.read(), user)
    keys = {line.key for line in plan.lines}
    if plan.refused or plan.effect != run.effect or newer(model, run.mark, keys):
        move(run, Stage.STALE)
        return
    try:
        carry_out(run, plan, user, why)
    except (Stale, IntegrityError):
        move(run, Stage.STALE)


def carry_out(run: ImportRun, plan: Plan, user, why: str) -> None:
    """Write what was planned; the first statement keeps a second request out."""
    with transaction.atomic(), ChangeSet.open(kind="import", who=user, why=why), in_step():
        change_set = ChangeSet.current()
        if not move(run, Stage.CONFIRMED, why=why, change_set=change_set):
            change_set.delete()
            return
        check_unmoved(plan)
        write(plan)


def check_unmoved(plan: Plan) -> None:
    """Lock the rows to be written and see that they are as they were when the plan was made."""
    touched = [line for line in plan.lines if line.outcome == CHANGED]
    if plan.versions:
        known = {line.pk: (plan.versions[line.pk],) for line in touched}
        names = ["version"]
    else:
        names = [one.attribute for one in plan.resource.given] if touched else []
        known = {line.pk: tuple(line.row.before[name] for name in names) for line in touched}
    for part in parts(list(known)):
        rows = plan.model._base_manager.select_for_update().filter(pk__in=part)
        now = {pk: tuple(values) for pk, *values in rows.values_list("pk", *names)}
        if any(now.get(pk) != known[pk] for pk in part):
            raise Stale


def write(plan: Plan) -> None:
    """New rows, changed rows, then the links and citations of both."""
    for step in (plan.resource.bulk_create, plan.resource.bulk_update):
        step(using_transactions=True, dry_run=False, raise_errors=True)
    alike = defaultdict(list)
    for line in plan.lines:
        if line.added:
            record = line.row.pk if line.outcome == NEW else line.pk
            for one in line.added:
                row = one.row(record)
                alike[one.model, tuple(row)].append(row)
    for (model, _columns), rows in alike.items():
        add_like(model(), rows)
