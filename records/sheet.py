"""The researcher's CSV: one row a record, dates with bounds, joined columns, number of sources.

Headers are the same in both languages; the codebook lists them.
"""

from collections.abc import Iterable, Iterator

from django.db import models

from records.claims import conflicts
from records.columns import Joined, held_ends
from records.fields import EdtfField
from records.models import Record
from records.resources import cell_of
from records.tables import curated_fields

EDITORIAL = {"publication", "withdrawn_why_en", "withdrawn_why_es"}


def sheet_fields(model: type[Record]) -> list[models.Field]:
    """The columns of the record itself, the bounds after each date."""
    found = []
    for field in curated_fields(model):
        if field.name not in EDITORIAL:
            found.append(field)
        if isinstance(field, EdtfField):
            bounds = (f"{field.name}_earliest", f"{field.name}_latest")
            found += [model._meta.get_field(name) for name in bounds]
    return found


def sheet_headers(model: type[Record], joined: dict[str, Joined]) -> list[str]:
    """The heading of the CSV."""
    names = [field.name for field in sheet_fields(model)]
    return [*names, *joined, "sources", "sources_disagree", "address"]


def sheet_rows(model, records: Iterable[Record], joined, request) -> Iterator[list[str]]:
    """A row of texts for each record, which `RecordList.fetch` has made ready."""
    columns = [(field, cell_of(field, published_only=True)) for field in sheet_fields(model)]
    for record in records:
        held = held_ends(record, joined)
        yield [
            *(cell.render(getattr(record, field.attname)) for field, cell in columns),
            *(column.cell(record) for column in joined.values()),
            str(len({citation.source_id for citation in record.claims})),
            "true" if conflicts(record, record.claims, held) else "false",
            request.build_absolute_uri(record.get_absolute_url()),
        ]
