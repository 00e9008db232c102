"""The whole dataset as a folder of CSVs, a Data Package: loaded and dumped without loss."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from records.datapackage import describe
from records.models import ChangeSet, Tracked
from records.publishing import unsupported
from records.resources import Fault, resource_for
from records.search.index import in_step
from records.sheets import SheetError, csv_lines, read_sheet
from records.tables import table_name, tables

Progress = Callable[[str, int], None]


class DatasetError(Exception):
    """The dataset cannot be loaded; `faults` says why, and nothing was changed."""

    def __init__(self, faults: list):
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


def silent(table: str, rows: int) -> None:
    """No progress to show."""


def is_empty() -> bool:
    """Whether nothing curated is in the database."""
    return not any(model.objects.exists() for model in tables())


def load(folder: Path, progress: Progress = silent, why: str = "") -> dict[str, int]:
    """Load every table of the folder in one change set; rows by table, or a DatasetError."""
    if not is_empty():
        raise DatasetError([_("The database already holds records: load into an empty one.")])
    check_names(folder)
    counts = {}
    with transaction.atomic(), ChangeSet.open(kind="load", why=why), in_step():
        for model in tables():
            counts[table_name(model)] = load_table(model, folder)
            progress(table_name(model), counts[table_name(model)])
        if faults := list(unsupported()):
            raise DatasetError(faults)
    return counts


def check_names(folder: Path) -> None:
    """The folder has a CSV for each table and none besides: a misspelt name is not missed."""
    wanted = {f"{table_name(model)}.csv" for model in tables()}
    found = {path.name for path in folder.glob("*.csv")}
    faults = [
        _("%(folder)s has no %(name)s.") % {"folder": folder, "name": name}
        for name in sorted(wanted - found)
    ]
    faults += [
        _("%(name)s is the name of no table.") % {"name": name} for name in sorted(found - wanted)
    ]
    if faults:
        raise DatasetError(faults)


def load_table(model: type[Tracked], folder: Path) -> int:
    """Load one table; the number of its rows."""
    path = folder / f"{table_name(model)}.csv"
    try:
        headers, lines = read_sheet(path.read_bytes(), exact=True)
    except SheetError as error:
        raise DatasetError([f"{path.name}: {error}"]) from error
    faults: list[Fault] = resource_for(model)().import_sheet(headers, lines)
    if faults:
        raise DatasetError(faults)
    return len(lines)


def dump(folder: Path, published: bool = False, progress: Progress = silent) -> dict[str, int]:
    """Write every table and `datapackage.json` into the folder; rows by table."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for model in sorted(tables(), key=table_name):
        headers, rows = sheet_of(model, published)
        write_table(folder, model, headers, rows)
        counts[table_name(model)] = len(rows)
        progress(table_name(model), len(rows))
    write_description(folder)
    return counts


def write_table(folder: Path, model: type[Tracked], headers: list[str], rows: list) -> None:
    """Write the sheet of one table."""
    text = "".join(csv_lines(headers, rows))
    (folder / f"{table_name(model)}.csv").write_text(text, encoding="utf-8", newline="")


def write_description(folder: Path) -> None:
    """Write `datapackage.json`."""
    with override("en"):
        package = json.dumps(describe(), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(f"{package}\n", encoding="utf-8", newline="")


def sheet_of(model: type[Tracked], published: bool = False) -> tuple[list[str], list[list[str]]]:
    """The headers of a table, and its rows sorted by key."""
    resource = resource_for(model)()
    headers = resource.get_export_headers()
    rows = model.objects.published() if published else model.objects.all()
    cells = resource.export_rows(rows.order_by().iterator(chunk_size=2000), published)
    return headers, by_key(model, headers, cells)


def by_key(model: type[Tracked], headers: list[str], rows: Iterable[list[str]]) -> list[list[str]]:
    """The lines of a sheet in the order of their keys."""
    places = [headers.index(name) for name in model.KEY]
    return sorted(rows, key=lambda row: [row[place] for place in places])
