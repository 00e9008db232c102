"""The import one gets from django-import-export by following its documentation.

A ModelResource with ForeignKeyWidget for look-ups by slug, validation and transactions on,
unchanged rows skipped; django-simple-history notes each save by its signal. Differences for the
preview are computed, as the package's admin shows them.
"""

from django.db import models
from import_export import fields, resources
from import_export.widgets import ForeignKeyWidget
from tablib import Dataset

from records.models import ChangeSet, Tracked
from records.tables import curated_fields


def plain_resource(model: type[Tracked]) -> resources.ModelResource:
    """A resource for the table, with a slug for each foreign key."""
    columns = curated_fields(model)
    options = {
        "model": model,
        "fields": [column.name for column in columns],
        "import_id_fields": list(model.KEY),
        "clean_model_instances": True,
        "use_transactions": True,
        "skip_unchanged": True,
        "report_skipped": True,
    }
    keys = {column.name: by_slug(column) for column in columns if column.is_relation}
    body = keys | {"Meta": type("Meta", (), options)}
    return type(resources.ModelResource)("Plain", (resources.ModelResource,), body)()


def by_slug(column: models.ForeignKey) -> fields.Field:
    """A foreign key written as the slug of the row it leads to."""
    widget = ForeignKeyWidget(column.related_model, field=column.related_model.KEY[0])
    return fields.Field(column_name=column.name, attribute=column.name, widget=widget)


def run(model: type[Tracked], content: bytes, dry_run: bool) -> dict[str, int]:
    """Import a sheet, or try it; the number of rows by what became of them."""
    dataset = Dataset().load(content.decode(), format="csv")
    with ChangeSet.open(kind="import"):
        result = plain_resource(model).import_data(dataset, dry_run=dry_run)
    assert not result.has_errors() and not result.has_validation_errors(), refused(result)
    return dict(result.totals)


def refused(result) -> str:
    """The first thing that the package refused."""
    errors = [str(error.error) for _line, row in result.row_errors() for error in row]
    errors += [str(row.error) for row in result.invalid_rows]
    return (errors + [str(error.error) for error in result.base_errors])[0]


def preview(model: type[Tracked], content: bytes) -> dict[str, int]:
    return run(model, content, dry_run=True)


def confirm(model: type[Tracked], content: bytes) -> dict[str, int]:
    return run(model, content, dry_run=False)
