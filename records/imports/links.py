"""Links and citations that a sheet of records adds: they are never changed or removed by it."""

from dataclasses import dataclass, field
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from records.cells import unguard
from records.columns import Joined
from records.fields import new_ref
from records.imports.names import Names, Target
from records.models import Citation, Record, Source, Statement
from records.models.tracked import derived_fields
from records.tables import table_name

SOURCE, LOCATOR = "source", "locator"


@dataclass
class Addition:
    """One link or citation that a line adds; `values` may hold rows that are not written yet."""

    column: str
    target: Target
    model: type[Statement | Citation]
    near: str
    values: dict = field(default_factory=dict)

    @property
    def detail(self) -> str:
        """What else is said of it: the locator of a citation."""
        return self.values[LOCATOR] if self.column == SOURCE else ""

    @property
    def address(self) -> str:
        """What is added, the same in every language: parties jurisdictions/mexico."""
        return f"{self.column} {self.target.address}"

    def row(self, record: int) -> dict:
        """The columns of the new row, for the record with this primary key."""
        found = {
            name: value.key if isinstance(value, Target) else value
            for name, value in self.values.items()
        }
        return {"ref": new_ref(), self.near: record, **found}


class LinkColumn:
    """A column whose cells name the far ends of one kind of link: parties, baskets."""

    def __init__(self, model: type[Record], name: str, joined: Joined):
        relation = model._meta.get_field(joined.relation)
        self.name, self.only = name, joined.only
        self.link, self.near = relation.related_model, relation.field
        self.ends = {self.link._meta.get_field(end).related_model: end for end in joined.ends}

    def cannot(self) -> str:
        """Why such links need a sheet of their own, or an empty text."""
        given = {self.near.name, *self.ends.values(), *self.only, *derived_fields(self.link), "id"}
        others = [one for one in self.link._meta.fields if one.name not in given]
        needed = [one.name for one in others if not (one.null or one.blank or one.has_default())]
        if not needed:
            return ""
        message = _(
            "The links of this column also need %(columns)s: bring them in a sheet of %(table)s."
        )
        return message % {"columns": ", ".join(needed), "table": table_name(self.link)}

    @cached_property
    def held(self) -> set[tuple[int, str, int]]:
        """The links there are: record, kind of end, and what stands at it."""
        names = {end: self.link._meta.get_field(end).attname for end in self.ends.values()}
        rows = self.link._base_manager.filter(**self.only)
        rows = rows.values_list(self.near.attname, *names.values())
        return {
            (near, end, key)
            for near, *keys in rows
            for end, key in zip(names, keys, strict=True)
            if key is not None
        }

    def addition(self, target: Target, support: dict) -> Addition:
        """The link to this target."""
        end = self.link._meta.get_field(self.ends[target.model]).attname
        values = {**self.only, end: target, **support}
        return Addition(self.name, target, self.link, self.near.attname, values)

    def has(self, record: int | None, target: Target) -> bool:
        """Whether the record has such a link already."""
        return (record, self.ends[target.model], target.key) in self.held


class Additions:
    """What the link columns, `source` and `locator` of a sheet of records add."""

    def __init__(self, model: type[Record], headers: list[str]):
        self.model = model
        self.columns = [
            LinkColumn(model, name, joined)
            for name, joined in model.JOINED.items()
            if name in headers
        ]
        self.places = {name: place for place, name in enumerate(headers)}
        self.sources = Names([Source]) if SOURCE in headers else None
        self.citation = model._meta.get_field("citations").related_model
        ends = [tuple(column.ends) for column in self.columns]
        self.names = {tables: Names(list(tables)) for tables in dict.fromkeys(ends)}

    def bring(self, slug: str, names: list[str], row: Record) -> None:
        """Make a record of this same sheet known, so that other lines can name it."""
        for tables, index in self.names.items():
            if self.model in tables and slug not in index.slugs:
                shown = next((name for name in names if name), slug)
                index.add(Target(self.model, slug, shown, row=row), names)

    def cell(self, cells: list[str], name: str) -> str:
        """The text in a column of a line; blank where the sheet has no such column."""
        return unguard(cells[self.places[name]]).strip() if name in self.places else ""

    def of(self, cells: list[str], record: int | None, row, refuse) -> list[Addition]:
        """What a line adds; `refuse(column, value, sentence)` takes what is wrong."""
        support = self.support(cells, refuse)
        found = self.citations(record, support) if SOURCE + "_id" in support else []
        for column in self.columns:
            for target in self.targets(column, cells, refuse):
                if self.is_itself(target, record, row):
                    refuse(column.name, target.slug, _("A record cannot be linked with itself."))
                elif not column.has(record, target):
                    found.append(column.addition(target, support))
        return found

    def is_itself(self, target: Target, record: int | None, row) -> bool:
        """Whether the target is the record of the line."""
        if target.model is not self.model:
            return False
        return target.row is row if record is None else target.key == record

    def support(self, cells: list[str], refuse) -> dict:
        """The source and locator of a line, as columns of a link or citation."""
        slug, locator = self.cell(cells, SOURCE), self.cell(cells, LOCATOR)
        if not slug:
            if locator:
                refuse(LOCATOR, locator, _("A locator needs its source: fill in “source”."))
            return {}
        try:
            source = self.sources.find(slug)
            self.citation._meta.get_field(LOCATOR).clean(locator, None)
        except ValidationError as error:
            refuse(LOCATOR, locator, " ".join(error.messages))
            return {}
        except ValueError as error:
            refuse(SOURCE, slug, str(error))
            return {}
        return {"source_id": source, LOCATOR: locator}

    def targets(self, column: LinkColumn, cells: list[str], refuse) -> list[Target]:
        """What a cell names, each once."""
        found = {}
        for text in self.cell(cells, column.name).split("|"):
            if text.strip():
                try:
                    target = self.names[tuple(column.ends)].find(text.strip())
                    found[target.address] = target
                except ValueError as error:
                    refuse(column.name, text.strip(), str(error))
        return list(found.values())

    def citations(self, record: int | None, support: dict) -> list[Addition]:
        """The citation of the record as a whole, unless there is one."""
        source, locator = support["source_id"], support[LOCATOR]
        if (record, source.key, locator) in self.cited:
            return []
        return [Addition(SOURCE, source, self.citation, "record_id", support)]

    @cached_property
    def cited(self) -> set[tuple[int, int, str]]:
        """The citations that speak of whole records."""
        rows = self.citation._base_manager.filter(about="", topic=None)
        return set(rows.values_list("record_id", "source_id", LOCATOR))

    @cached_property
    def supported(self) -> set[int]:
        """The records that any source supports."""
        return set(self.citation._base_manager.values_list("record_id", flat=True))
