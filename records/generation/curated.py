"""Places, schemes and topics for generated rows: those of the curated data, as they stand."""

import csv
from collections.abc import Iterator
from graphlib import TopologicalSorter

from django.conf import settings

from records.cells import KeyCell
from records.models import Keyed
from records.resources import cell_of
from records.tables import table_name


def curated_rows(model: type[Keyed], keys: dict[str, int]) -> Iterator[Keyed]:
    """The rows of a table of the curated data, parents first.

    `keys` gives the primary keys of the table by slug; the caller adds each row to it.
    """
    fields = {field.name: field for field in model._meta.fields}
    for line in in_order(model, read(model)):
        row = model()
        for name, text in line.items():
            cell = cell_of(fields[name])
            if isinstance(cell, KeyCell):
                cell.pks = keys
            setattr(row, fields[name].attname, cell.clean(text))
        yield row


def read(model: type[Keyed]) -> dict[str, dict[str, str]]:
    """The lines of the table's sheet by slug; none if it has no sheet."""
    path = settings.BASE_DIR / "fixtures" / f"{table_name(model)}.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {line["slug"]: line for line in csv.DictReader(file)}


def in_order(model: type[Keyed], lines: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    """The lines, each after the one of the same table that it names."""
    own = [field.name for field in model._meta.fields if field.related_model is model]
    graph = {slug: {line[name] for name in own if line[name]} for slug, line in lines.items()}
    return [lines[slug] for slug in TopologicalSorter(graph).static_order()]
