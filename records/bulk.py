"""Many rows written at once, with their history: one INSERT … SELECT instead of a row each."""

from collections.abc import Iterable

from django.db import connection, models, transaction
from django.utils import timezone

from records.models import ChangeSet, Tracked
from records.models.tracked import derived_fields

BATCH = 500


@transaction.atomic
def add_rows(model: type[Tracked], rows: list[Tracked]) -> None:
    """Insert new rows and note their creation in the history."""
    for part in parts(rows):
        model.objects.bulk_create(part)
        write_history(model, [row.pk for row in part], "+")


@transaction.atomic
def change_rows(model: type[Tracked], rows: list[Tracked], fields: Iterable[str]) -> None:
    """Update the named columns, and what is derived from them, and note it in the history."""
    names = list(dict.fromkeys((*fields, *derived_fields(model))))
    if any(field.name == "version" for field in model._meta.fields):
        names.append("version")
        for row in rows:
            row.version += 1
    for part in parts(rows):
        for row in part:
            row.derive()
        model.objects.bulk_update(part, names)
        write_history(model, [row.pk for row in part], "~")


def remove_rows(model: type[Tracked], rows: list[Tracked]) -> None:
    """Delete the rows and what hangs on them; each deletion is noted in the history."""
    model.objects.filter(pk__in=[row.pk for row in rows]).delete()


def parts(rows: list) -> Iterable[list]:
    """The rows in batches that any database takes."""
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def write_history(model: type[models.Model], pks: list[int], kind: str) -> None:
    """Copy the rows as they stand into their history; `kind` is "+", "~" or "-"."""
    if not pks:
        return
    history = model.history.model
    own = {"history_id", "history_date", "history_change_reason", "history_type"}
    own |= {"history_user_id", "change_set_id"}
    quote = connection.ops.quote_name
    copied = [field for field in history._meta.fields if field.attname not in own]
    columns = ", ".join(quote(field.column) for field in copied)
    marks = ", ".join(["%s"] * len(pks))
    change_set = ChangeSet.current()
    moment = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(history._meta.db_table)} ({columns}, history_date, history_type,"
            f" change_set_id, history_user_id) SELECT {columns}, %s, %s, %s, %s"
            f" FROM {quote(model._meta.db_table)} WHERE id IN ({marks}) ORDER BY id",
            [moment, kind, change_set.pk, change_set.who_id, *pks],
        )
