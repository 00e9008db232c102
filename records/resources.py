"""Sheets in and out: one resource class a table, on django-import-export with its defaults mended.

Look-ups are strict and made once a sheet; rows are checked in Python against the tables' own
constraints; a faulty sheet changes nothing; all rows are written in bulk with their history.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from import_export import fields, resources
from import_export.instance_loaders import BaseInstanceLoader
from import_export.results import RowResult
from tablib import Dataset

from records import cells
from records.bulk import add_rows, change_rows
from records.fields import EdtfField
from records.models import Tracked
from records.rules import broken_rules, unique_indexes
from records.tables import curated_fields, table_name

NOT_YET = -1  # stands for the key of a row that is still to be written


@dataclass(frozen=True)
class Fault:
    """What is wrong in a sheet: `line` counts the rows below the heading from 1."""

    table: str
    line: int
    column: str
    value: str
    sentence: str

    def __str__(self):
        row = _("%(table)s, row %(line)s") % {"table": self.table, "line": self.line}
        where = row if self.line else self.table
        cell = f", {self.column} = {self.value!r}" if self.column else ""
        return f"{where}{cell}: {self.sentence}"


def cell_of(field: models.Field, published_only: bool = False) -> cells.Cell:
    """The cell that fits a column; keys that lead to drafts can be kept out."""
    if field.is_relation:
        cell = cells.KeyCell(field)
        cell.published_only = published_only
        return cell
    if isinstance(field, EdtfField):
        return cells.EdtfCell(field)
    if field.choices:
        return cells.ChoiceCell(field)
    for kind, cell in CELLS.items():
        if isinstance(field, kind):
            return cell(field)
    return cells.PlainCell(field) if field.name in field.model.KEY else cells.Cell(field)


CELLS = {
    models.BooleanField: cells.BooleanCell,
    models.DateField: cells.DayCell,
    models.IntegerField: cells.NumberCell,
    models.DecimalField: cells.NumberCell,
    models.URLField: cells.PlainCell,
}


class RowsByKey(BaseInstanceLoader):
    """Finds the row that a line of the sheet is about; a few queries for the whole sheet."""

    def __init__(self, resource, dataset=None):
        super().__init__(resource, dataset)
        model = resource._meta.model
        self.columns = [resource.fields[name] for name in model.KEY]
        if len(model.KEY) == 1 and dataset is not None and model.KEY[0] in dataset.headers:
            keys = {str(key or "").strip() for key in dataset[model.KEY[0]]}
            rows = model.objects.in_bulk(keys, field_name=model.KEY[0]).values()
        else:
            rows = model.objects.all()
        self.rows = {self.stored_key(row): row for row in rows}

    def stored_key(self, row: Tracked) -> tuple:
        return tuple(getattr(row, column.attribute) for column in self.columns)

    def get_instance(self, row):
        try:
            key = tuple(column.clean(row) for column in self.columns)
        except ValueError:
            return None  # the import of the cell itself will say what is wrong
        return self.rows.get(key)


class Row(RowResult):
    """What became of a row, without its name: the package would ask every row for it."""

    def add_instance_info(self, instance):
        self.object_id = instance.pk


class TableResource(resources.ModelResource):
    """The columns of a curated table; `resource_for` makes one for each."""

    class Meta:
        use_bulk = True
        batch_size = None
        skip_diff = True
        skip_html_diff = True
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        instance_loader_class = RowsByKey

    @cached_property
    def columns(self) -> list[fields.Field]:
        """The columns in their order; the package looks them up anew for every row."""
        return super().get_import_fields()

    @cached_property
    def keys_home(self) -> list[fields.Field]:
        """The columns that are keys into the same table."""
        found = [column for column in self.columns if isinstance(column.widget, cells.KeyCell)]
        return [one for one in found if one.widget.field.related_model is self._meta.model]

    def get_import_fields(self):
        return self.columns

    @classmethod
    def get_row_result_class(cls):
        return Row

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        return fields.Field(
            attribute=django_field.attname,
            column_name=field_name,
            widget=cell_of(django_field),
        )

    def before_import(self, dataset, **kwargs):
        self.given = [field for field in self.columns if field.column_name in dataset.headers]
        self.absent = [field for field in self.columns if field not in self.given]
        self.sure = {field: surely_valid(self.column(field)) for field in self.columns}
        self.blank = self._meta.model()
        self.indexes = unique_indexes(self._meta.model)
        self.seen: set[tuple] = set()
        self.waiting: dict[str, list] = {}
        known = [field.column_name for field in self.columns]
        for header in dataset.headers:
            if header not in known:
                message = _("There is no column “%(name)s” in %(table)s.")
                message %= {"name": header, "table": table_name(self._meta.model)}
                raise ValidationError(message + cells.suggestion(header or "", known))
        for name in self._meta.model.KEY:
            if name not in dataset.headers:
                message = _("The column “%(name)s” is missing: it says which row a line is about.")
                raise ValidationError(message % {"name": name})

    def after_init_instance(self, instance, new, row, pks=None, **kwargs):
        """`pks` gives new rows, by key, the primary key that they had before."""
        instance.line = kwargs.get("row_number")
        instance.before = {} if new else dict(instance.__dict__)
        instance.awaited = []  # keys to rows of this sheet that are not written yet
        if new and pks:
            instance.pk = pks.get(tuple(row[name] for name in self._meta.model.KEY))

    def init_instance(self, row=None):
        """A new row: a copy of one, since each default that is asked for anew costs a call."""
        return copy(self.blank)

    def import_instance(self, instance, row, **kwargs):
        """Fill the row; a key of this same sheet may be a row that is not written yet."""
        for field in self.keys_home:
            slug = (row.get(field.column_name) or "").strip()
            if slug and slug not in field.widget.look_up() and slug in self.sheet_keys(kwargs):
                self.waiting.setdefault(slug, []).append((instance, field.attribute))
                row = {**row, field.column_name: ""}
                instance.awaited.append(field.attribute)
        errors = {}
        for field in self.given:
            try:
                setattr(instance, field.attribute, field.widget.clean(row[field.column_name]))
            except ValueError as error:
                errors[field.attribute] = ValidationError(str(error))
        if errors:
            raise ValidationError(errors)

    def sheet_keys(self, kwargs) -> set[str]:
        return kwargs.get("sheet_keys") or set()

    def skip_row(self, instance, original, row, import_validation_errors=None):
        if import_validation_errors or not instance.before or instance.awaited:
            return False
        names = [field.attribute for field in self.given]
        return all(getattr(instance, name) == instance.before.get(name) for name in names)

    def validate_instance(self, instance, import_validation_errors=None, **kwargs):
        """Every cell, rule and uniqueness of one row, without a query."""
        errors = dict(import_validation_errors or {})
        self.check_cells(instance, self.given, errors)
        if not instance.before:
            errors |= self.errors_of_absent
        if not errors:
            self.check_row(instance, errors)
        if errors:
            raise ValidationError(errors)

    def check_cells(self, instance, columns: list[fields.Field], errors: dict) -> None:
        """What the columns refuse of the row's values."""
        for field in columns:
            value = getattr(instance, field.attribute)
            if self.sure[field](value) or field.attribute in errors:
                continue
            column = self.column(field)
            if not column.is_relation:
                collect(errors, field.attribute, column.clean, value, instance)
            elif field.attribute not in instance.awaited:
                errors[field.attribute] = [_("This cell cannot be blank.")]

    @cached_property
    def errors_of_absent(self) -> dict:
        """What is wrong with new rows since columns are absent: the same for each of them."""
        errors: dict = {}
        self.blank.awaited = []
        self.check_cells(self.blank, self.absent, errors)
        return errors

    def column(self, field) -> models.Field:
        return field.widget.field

    def check_row(self, instance, errors: dict) -> None:
        """The model's own checks, its rules, and what must be unique."""
        collect(errors, NON_FIELD_ERRORS, instance.clean)
        if errors:
            return
        sentences = [rule.get_violation_error_message() for rule in broken_by(instance)]
        sentences += [
            index.constraint.get_violation_error_message()
            for index in self.indexes
            if index.taken(instance)
        ]
        key = tuple(getattr(instance, self.fields[name].attribute) for name in self._meta.model.KEY)
        if key in self.seen:
            sentences.append(_("This key stands twice in the sheet."))
        self.seen.add(key)
        if sentences:
            errors[NON_FIELD_ERRORS] = [force_str(sentence) for sentence in sentences]

    def bulk_create(self, using_transactions, dry_run, raise_errors, batch_size=None, result=None):
        """Write the new rows; a dry run keeps them in `create_instances`."""
        if dry_run:
            return
        rows, self.create_instances = self.create_instances, []
        if rows and not faulty(result):
            for generation in self.generations(rows):
                add_rows(self._meta.model, generation, derived=True)

    def bulk_update(self, using_transactions, dry_run, raise_errors, batch_size=None, result=None):
        """Write the changed rows; a dry run keeps them in `update_instances`."""
        if dry_run:
            return
        rows, self.update_instances = self.update_instances, []
        if rows and not faulty(result):
            names = [self.column(field).name for field in self.given]
            change_rows(self._meta.model, rows, names, derived=True)

    def generations(self, rows: list) -> Iterator[list]:
        """Parents before the rows that name them as such."""
        key, left = self._meta.model.KEY[0], rows
        while left:
            ready = [row for row in left if not row.awaited]
            if not ready:
                raise ValidationError(
                    _("These rows lie in each other: %s.") % ", ".join(map(str, left))
                )
            yield ready
            for parent in ready:
                for row, attribute in self.waiting.pop(getattr(parent, key), ()):
                    setattr(row, attribute, parent.pk)
                    row.awaited.remove(attribute)
            written = {id(row) for row in ready}
            left = [row for row in left if id(row) not in written]

    def in_circles(self) -> list[Tracked]:
        """The new rows that wait for each other, so that none could be written first."""
        waits: dict[int, set[str]] = {}
        for slug, pairs in self.waiting.items():
            for row, _attribute in pairs:
                waits.setdefault(id(row), set()).add(slug)
        key = self._meta.model.KEY[0]
        left = {getattr(row, key): row for row in self.create_instances if id(row) in waits}
        while ready := [slug for slug, row in left.items() if not waits[id(row)] & left.keys()]:
            for slug in ready:
                del left[slug]
        return list(left.values())

    def export_rows(self, rows: Iterable[Tracked], published=False) -> Iterator[list[str]]:
        """Each row as the cells of its columns, without keys that lead to drafts if asked."""
        fields = [self.column(column) for column in self.get_export_fields()]
        columns = [(field.attname, cell_of(field, published)) for field in fields]
        for row in rows:
            yield [cell.render(getattr(row, attribute)) for attribute, cell in columns]

    def import_sheet(self, headers: list[str], lines: list[list[str]], **kwargs) -> list[Fault]:
        """Import the lines; the faults found, with nothing written if there are any."""
        dataset = Dataset(*lines, headers=headers)
        slug = self._meta.model.KEY[0]
        place = headers.index(slug) if slug in headers else None
        keys = {line[place] for line in lines} if place is not None else set()
        try:
            self.result = self.import_data(
                dataset, use_transactions=True, sheet_keys=keys, **kwargs
            )
        except ValidationError as error:  # rows that wait for each other
            return [Fault(table_name(self._meta.model), 0, "", "", sentence(error))]
        return list(self.faults(self.result, headers, lines))

    def faults(self, result, headers: list[str], lines: list[list[str]]) -> Iterator[Fault]:
        """What the result refuses, as sentences."""
        table = table_name(self._meta.model)
        for error in result.base_errors:
            yield Fault(table, 0, "", "", sentence(error.error))
        for _number, errors in result.row_errors():
            raise errors[0].error  # no fault of the sheet: a fault of ours must not hide as one
        columns = {field.attribute: field.column_name for field in self.get_import_fields()}
        for row in result.invalid_rows:
            cells_of_row = dict(zip(headers, lines[row.number - 1], strict=False))
            for name, sentences in row.error.message_dict.items():
                column = columns.get(name, name if name != NON_FIELD_ERRORS else "")
                for text in sentences:
                    yield Fault(table, row.number, column, cells_of_row.get(column, ""), text)


def collect(errors: dict, name: str, check, *args) -> None:
    """Run a check and keep what it refuses under the name."""
    try:
        check(*args)
    except ValidationError as error:
        if hasattr(error, "error_dict"):
            errors.update(error.message_dict)
        else:
            errors[name] = error.messages


def broken_by(instance: Tracked) -> list[models.CheckConstraint]:
    """The rules that the row offends, as if the rows that it waits for were there."""
    for attribute in instance.awaited:
        setattr(instance, attribute, NOT_YET)
    found = list(broken_rules(instance))
    for attribute in instance.awaited:
        setattr(instance, attribute, None)
    return found


def surely_valid(column: models.Field) -> Callable[[object], bool]:
    """A quick look at whether the column takes a value; what it does not take, `clean` judges."""
    if column.is_relation:
        return lambda value: value is not None or column.null
    if column.choices:
        known = {key for key, _label in column.flatchoices}
        return lambda value: value in known
    checks = {type(check) for check in column.validators} - {MaxLengthValidator}
    if isinstance(column, EdtfField):
        checks = set()  # its cell gives nothing but dates
    if not isinstance(column, models.CharField | models.TextField) or checks:
        return lambda value: value is True or value is False or (value is None and column.null)
    longest, blank = column.max_length or sys.maxsize, column.blank
    return lambda value: type(value) is str and len(value) <= longest and (blank or value != "")


def faulty(result) -> bool:
    """Whether anything in the sheet was refused."""
    return bool(result and (result.has_errors() or result.has_validation_errors()))


def sentence(error: Exception) -> str:
    """The sentences of a refusal; any other error is ours and goes on."""
    if not isinstance(error, ValidationError):
        raise error
    return " ".join(error.messages)


@cache
def resource_for(model: type[Tracked]) -> type[TableResource]:
    """The resource class of a table, with a column for each curated field."""
    names = [field.name for field in curated_fields(model)]
    own = {
        "model": model,
        "fields": names,
        "export_order": names,
        "import_order": names,
        "import_id_fields": list(model.KEY),
    }
    meta = type("Meta", (TableResource.Meta,), own)
    return type(TableResource)(f"{model.__name__}Resource", (TableResource,), {"Meta": meta})
