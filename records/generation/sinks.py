"""Where generated rows go: into the database, or into a folder as a Data Package."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.core.management.color import no_style
from django.db import connection, transaction

from records.bulk import add_rows
from records.cells import KeyCell
from records.dataset import Progress, by_key, silent, write_description, write_table
from records.generation.plan import Making, Plan
from records.models import ChangeSet, Tracked
from records.resources import cell_of
from records.tables import curated_fields, table_name, tables

PART = 2000


def into_database(plan: Plan, progress: Progress = silent) -> dict[str, int]:
    """Write the rows beside those that are there, in one change set; rows by table."""
    counts = {}
    with transaction.atomic(), ChangeSet.open(kind="load", why=str(plan)):
        for model, rows in Making(plan, stored=True).tables():
            counts[table_name(model)] = sum(add(model, part) for part in parts(rows))
            progress(table_name(model), counts[table_name(model)])
        set_counters()
    return counts


def add(model: type[Tracked], rows: list[Tracked]) -> int:
    """Write some rows; their number."""
    add_rows(model, rows)
    return len(rows)


def parts(rows: Iterator[Tracked]) -> Iterator[list[Tracked]]:
    """The rows in lists that fit into memory."""
    while part := list(islice(rows, PART)):
        yield part


def set_counters() -> None:
    """New rows get keys after those that were written with theirs: PostgreSQL must be told."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def into_folder(plan: Plan, folder: Path, progress: Progress = silent) -> dict[str, int]:
    """Write the rows as a Data Package, which an empty database can load; rows by table."""
    folder.mkdir(parents=True, exist_ok=True)
    making = Making(plan, stored=False)
    filled = dict.fromkeys(tables(), 0)
    for model, rows in making.tables():
        headers = [field.name for field in curated_fields(model)]
        lines = by_key(model, headers, cells_of(making, model, rows))
        write_table(folder, model, headers, lines)
        filled[model] = len(lines)
        progress(table_name(model), len(lines))
    for model in (model for model in tables() if not filled[model]):
        write_table(folder, model, [field.name for field in curated_fields(model)], [])
    write_description(folder)
    return {table_name(model): number for model, number in filled.items()}


def cells_of(making: Making, model: type[Tracked], rows: Iterable[Tracked]) -> Iterator[list[str]]:
    """Each row as the cells of its columns."""
    columns = [(field.attname, cell_of(field)) for field in curated_fields(model)]
    for _name, cell in columns:
        if isinstance(cell, KeyCell):
            cell.slugs = making.keys(cell.field.related_model)
    for row in rows:
        yield [cell.render(getattr(row, name)) for name, cell in columns]
