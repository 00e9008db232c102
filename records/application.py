"""Changes of rows applied to the tables: one mechanism for proposals, restores and undo."""

from collections import defaultdict

from django.db import models, transaction
from django.utils.translation import gettext as _

from records.bulk import remove_rows
from records.resources import Fault, resource_for
from records.search.index import in_step
from records.tables import table_name, tables
from records.versions import DELETED, RowChange, row_with_key


class ApplicationError(Exception):
    """The changes cannot be applied; `faults` says why, and nothing was changed."""

    def __init__(self, faults: list):
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


@transaction.atomic
@in_step()
def apply(changes: list[RowChange]) -> None:
    """Carry out the changes in the open change set, all of them or an ApplicationError.

    Only the columns that differ are written. A row that is added keeps the primary key of the
    change where it is free, so that its history goes on.
    """
    by_model = defaultdict(list)
    for change in changes:
        by_model[change.model].append(change)
    for model in reversed(tables()):
        delete(model, [one for one in by_model[model] if one.kind == DELETED])
    for model in tables():
        write(model, [one for one in by_model[model] if one.kind != DELETED])


def delete(model: type[models.Model], changes: list[RowChange]) -> None:
    """Remove rows that are still there; what others stand on stays, with a sentence."""
    rows = [row for row in (row_with_key(model, one.key) for one in changes) if row]
    try:
        remove_rows(model, rows)
    except models.ProtectedError as error:
        held = ", ".join(sorted({str(one) for one in error.protected_objects})[:5])
        message = _("%(table)s: other records stand on this one: %(held)s.")
        raise ApplicationError([message % {"table": table_name(model), "held": held}]) from error


def write(model: type[models.Model], changes: list[RowChange]) -> None:
    """Add and change rows through the sheet of their table, so that every check applies."""
    sheets: dict[tuple[str, ...], list[RowChange]] = defaultdict(list)
    for change in changes:
        rename(model, change)
        headers = dict.fromkeys((*model.KEY, *change.columns))
        sheets[tuple(headers)].append(change)
    for headers, rows in sheets.items():
        lines = [[row.after[name] for name in headers] for row in rows]
        pks = {row.key: row.pk for row in rows if not row.before}
        faults: list[Fault] = resource_for(model)().import_sheet(list(headers), lines, pks=pks)
        if faults:
            raise ApplicationError(faults)


def rename(model: type[models.Model], change: RowChange) -> None:
    """Give a row that changes its key the new one, so that the sheet finds it."""
    old = tuple(change.before.get(name, "") for name in model.KEY)
    if not change.before or old == change.key:
        return
    row = row_with_key(model, old)
    if row is not None and len(model.KEY) == 1:
        setattr(row, model.KEY[0], change.key[0])
        row.save()
