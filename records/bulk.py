"""Many rows written at once, with their history: a few statements instead of several a row."""

from collections.abc import Iterable, Iterator

from django.db import connection, models, transaction
from django.utils import timezone

from records.models import ChangeSet, Tracked
from records.models.tracked import derived_fields
from records.search.index import in_step, touch

BATCH = 500
PLAIN = {str, int, bool, type(None)}  # what every database takes as it is


@transaction.atomic
@in_step()
def add_rows(model: type[Tracked], rows: list[Tracked], derived: bool = False) -> None:
    """Insert new rows and note their creation in the history; `derived` if they were cleaned."""
    if not rows:
        return
    for row in rows if not derived else ():
        row.derive()
    nameless = [row for row in rows if row.pk is None]
    for row, key in zip(nameless, new_keys(model, len(nameless)), strict=True):
        row.pk = key
    fields = model._meta.concrete_fields
    insert(model, list(zip(*(column(field, rows) for field in fields), strict=True)))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias
    write_history(model, [row.pk for row in rows], "+")
    touch(model, [row.pk for row in rows], new=True)


@transaction.atomic
@in_step()
def change_rows(
    model: type[Tracked], rows: list[Tracked], fields: Iterable[str], derived: bool = False
) -> None:
    """Update the named columns, and what is derived from them, and note it in the history."""
    names = list(dict.fromkeys((*fields, *derived_fields(model))))
    if any(field.name == "version" for field in model._meta.fields):
        names.append("version")
        for row in rows:
            row.version += 1
    for row in rows if not derived else ():
        row.derive()
    touch(model, [row.pk for row in rows])  # what they led to until now
    update(model, rows, [model._meta.get_field(name) for name in names])
    write_history(model, [row.pk for row in rows], "~")
    touch(model, [row.pk for row in rows])


@transaction.atomic
@in_step()
def add_like(pattern: Tracked, others: list[dict]) -> None:
    """Insert rows that are as the pattern but for a few columns, and note it in the history.

    All of `others` name the same columns, by `attname`, none from which others are derived.
    """
    model = type(pattern)
    pattern.derive()
    keys = new_keys(model, len(others))
    columns = []
    for field in model._meta.concrete_fields:
        if field.primary_key:
            columns.append(keys)
        elif field.attname in others[0]:
            columns.append(adapted(field, [values[field.attname] for values in others]))
        else:
            columns.append(column(field, [pattern]) * len(others))
    insert(model, list(zip(*columns, strict=True)))
    write_history(model, keys, "+")
    touch(model, keys, new=True)


def remove_rows(model: type[Tracked], rows: list[Tracked]) -> None:
    """Delete the rows and what hangs on them; each deletion is noted in the history."""
    model.objects.filter(pk__in=[row.pk for row in rows]).delete()


def parts(rows: list) -> Iterator[list]:
    """The rows in batches that any database takes."""
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def new_keys(model: type[models.Model], number: int) -> list[int]:
    """Primary keys for new rows, which nothing else will get."""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            one = "SELECT nextval(pg_get_serial_sequence(%s, 'id'))"
            cursor.execute(f"{one} FROM generate_series(1, %s)", [table, number])
            return [key for (key,) in cursor.fetchall()]
        # Safe because a writing transaction has SQLite for itself; deleted keys stay unused.
        cursor.execute(
            "SELECT MAX(COALESCE((SELECT seq FROM sqlite_sequence WHERE name = %s), 0),"
            f" COALESCE((SELECT MAX(id) FROM {table}), 0))",
            [model._meta.db_table],
        )
        (last,) = cursor.fetchone()
    return list(range(last + 1, last + 1 + number))


def insert(model: type[models.Model], rows: list[tuple]) -> None:
    """Insert the rows, each with a value for every column."""
    fields = model._meta.concrete_fields
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    head = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES"
    marks = ", ".join(["%s"] * len(fields))
    run(f"{head} ({marks})", f"{head} %s", f"({marks})", rows)


def update(model: type[models.Model], rows: list[models.Model], fields: list) -> None:
    """Write these columns of the rows."""
    quote = connection.ops.quote_name
    table, pk = quote(model._meta.db_table), model._meta.pk
    given = [*fields, pk]
    columns = [quote(field.column) for field in fields]
    one = f"UPDATE {table} SET {', '.join(f'{name} = %s' for name in columns)} WHERE id = %s"
    sets = ", ".join(f"{name} = new.{name}" for name in columns)
    names = ", ".join(quote(field.column) for field in given)
    many = f"UPDATE {table} SET {sets} FROM (VALUES %s) AS new ({names}) WHERE {table}.id = new.id"
    marks = ", ".join(f"%s::{plain_type(field)}" for field in given)
    values = list(zip(*(column(field, rows) for field in given), strict=True))
    run(one, many, f"({marks})", values)


def plain_type(field: models.Field) -> str:
    """The type of a column, which nulls and texts alone would not tell; without its length, since
    a cast to varchar(300) would cut longer texts in silence.
    """
    return field.rel_db_type(connection).partition("(")[0]


def run(one: str, many: str, template: str, rows: list[tuple]) -> None:
    """One statement for many rows: `one` as SQLite repeats it, `many` as PostgreSQL takes it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            from psycopg2.extras import execute_values

            execute_values(cursor, many, rows, template, page_size=BATCH)
        else:
            cursor.executemany(one, rows)


def column(field: models.Field, rows: list[models.Model]) -> list:
    """One column of the rows as the database takes it."""
    return adapted(field, [getattr(row, field.attname) for row in rows])


def adapted(field: models.Field, values: list) -> list:
    """Values of one column as the database takes them."""
    if {type(value) for value in values} <= PLAIN:
        return values
    known = {value: field.get_db_prep_save(value, connection) for value in set(values)}
    return [known[value] for value in values]


def write_history(model: type[models.Model], pks: list[int], kind: str) -> None:
    """Copy the rows as they stand into their history; `kind` is "+", "~" or "-"."""
    history = model.history.model
    own = {"history_id", "history_date", "history_change_reason", "history_type"}
    own |= {"history_user_id", "change_set_id"}
    quote = connection.ops.quote_name
    copied = [field for field in history._meta.fields if field.attname not in own]
    columns = ", ".join(quote(field.column) for field in copied)
    change_set = ChangeSet.current()
    moment = connection.ops.adapt_datetimefield_value(timezone.now())
    for part in parts(pks):
        marks = ", ".join(["%s"] * len(part))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {quote(history._meta.db_table)} ({columns}, history_date,"
                " history_type, change_set_id, history_user_id)"
                f" SELECT {columns}, %s, %s, %s, %s"
                f" FROM {quote(model._meta.db_table)} WHERE id IN ({marks}) ORDER BY id",
                [moment, kind, change_set.pk, change_set.who_id, *part],
            )
