"""Finding records by what people call them: slug, name in either language, acronym, other name."""

from collections import defaultdict
from dataclasses import dataclass

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from records.cells import suggestion
from records.models import Tracked
from records.tables import table_name
from records.text import fold

NAMES = ("name_en", "name_es", "acronym", "other_names", "title", "iso_3166")


@dataclass
class Target:
    """A row that a cell names; one that this same sheet brings has no primary key yet."""

    model: type[Tracked]
    slug: str
    name: str
    pk: int | None = None
    row: Tracked | None = None

    @property
    def key(self) -> int | None:
        """The primary key, also of a row that was written meanwhile."""
        return self.row.pk if self.row else self.pk

    @property
    def address(self) -> str:
        """The row without ambiguity: jurisdictions/mexico."""
        return f"{table_name(self.model)}/{self.slug}"


class Names:
    """The rows of some tables by slug and by folded name; each table is read once."""

    def __init__(self, tables: list[type[Tracked]]):
        self.tables = tables
        self.slugs: dict[str, list[Target]] = defaultdict(list)
        self.rows: list[tuple[Target, list[str]]] = []
        self.folded: dict[str, list[Target]] = {}
        self.answers: dict[str, Target | str] = {}
        for model in tables:
            self.read(model)

    def read(self, model: type[Tracked]) -> None:
        """Take in a table."""
        names = name_columns(model)
        for pk, slug, *values in model._base_manager.values_list("pk", model.KEY[0], *names):
            self.add(Target(model, slug, shown(names, values) or slug, pk), values)

    def add(self, target: Target, values: list[str]) -> None:
        """Take in one row with its names."""
        self.slugs[target.slug].append(target)
        self.rows.append((target, values))

    def find(self, text: str) -> Target:
        """The row that the text names, or a ValueError that says which it might be."""
        if text not in self.answers:
            self.answers[text] = self.search(text)
        answer = self.answers[text]
        if isinstance(answer, str):
            raise ValueError(answer)
        return answer

    def search(self, text: str) -> Target | str:
        """The row, or the sentence that says why there is none."""
        table, _slash, slug = text.rpartition("/")
        found = [one for one in self.slugs.get(slug, ()) if table in ("", table_name(one.model))]
        found = found or self.by_name().get(fold(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            candidates = ", ".join(sorted(one.address for one in found))
            message = _("“%(text)s” names several: %(candidates)s. Write the one that is meant.")
            return message % {"text": text, "candidates": candidates}
        message = _("“%(text)s” is the slug or name of nothing in: %(tables)s.")
        tables = ", ".join(str(model._meta.verbose_name_plural) for model in self.tables)
        return message % {"text": text, "tables": tables} + self.hint(text)

    def hint(self, text: str) -> str:
        """The slugs that the text may have been meant to be."""
        if ";" in text:
            return " " + _("Write | between several: %(text)s.") % {"text": text.replace(";", "|")}
        by_name = self.by_name()
        near = suggestion(fold(text), by_name)
        return near or suggestion(text, self.slugs)

    def by_name(self) -> dict[str, list[Target]]:
        """The rows by each of their names, folded when first asked for."""
        if not self.folded:
            for target, values in self.rows:
                for name in dict.fromkeys(fold(part) for part in parts(values)):
                    self.folded.setdefault(name, []).append(target)
        return self.folded


def name_columns(model: type[models.Model]) -> list[str]:
    """The columns of a table that hold names."""
    own = {field.name for field in model._meta.fields}
    return [name for name in NAMES if name in own]


def parts(values: list[str]):
    """The single names in columns that may hold several with | between."""
    return (part.strip() for value in values for part in value.split("|") if part.strip())


def shown(columns: list[str], values: list[str]) -> str:
    """The name in the reader's language, or else in the other one."""
    named = dict(zip(columns, values, strict=True))
    first, second = ("name_es", "name_en") if get_language() == "es" else ("name_en", "name_es")
    return named.get(first) or named.get(second) or ""
