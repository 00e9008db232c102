"""The rows of a table as a sheet would show them, so that what is the same needs no reading."""

from django.db import models

from records.models import Tracked
from records.resources import cell_of


class Stored:
    """Every row by key: `cells` in the order of `names`, `keys` to the primary key.

    Only columns are fetched, no rows are built; each value is rendered once.
    """

    def __init__(self, model: type[Tracked], names: list[str]):
        self.model = model
        self.versioned = any(field.name == "version" for field in model._meta.fields)
        fields = [model._meta.get_field(name) for name in (*model.KEY, *names)]
        extra = [name for name in ("version", "publication") if has(model, name)]
        wanted = [*(field.attname for field in fields), *extra, "pk"]
        rows = list(model._base_manager.order_by().values_list(*wanted))
        columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _name in wanted]
        shown = [texts(field, column) for field, column in zip(fields, columns, strict=False)]
        width = len(model.KEY)
        keys = list(zip(*shown[:width], strict=True))
        pks = columns[-1]
        self.keys: dict[tuple[str, ...], int] = dict(zip(keys, pks, strict=True))
        own = zip(*shown[width:], strict=True) if names else [()] * len(keys)
        self.cells: dict[tuple[str, ...], tuple[str, ...]] = dict(zip(keys, own, strict=True))
        self.extra = {
            name: dict(zip(pks, columns[len(fields) + place], strict=True))
            for place, name in enumerate(extra)
        }

    def publication(self, pk: int | None) -> str:
        """The state of a record; blank for a new one or for what is no record."""
        return self.extra.get("publication", {}).get(pk, "")


def texts(field: models.Field, values: list) -> list[str]:
    """A column as cells."""
    cell = cell_of(field)
    shown = {value: cell.render(value) for value in set(values)}
    return [shown[value] for value in values]


def has(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.fields)
