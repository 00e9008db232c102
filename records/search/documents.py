"""What is found of each kind of record: its own names and texts, and what else leads to it.

A kind of record names in `FOUND_BY` the links whose far ends, persons or labels lead to it:
("venues", "jurisdiction") or ("participations", "person").
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from django.db import models

from records.models import Record, Source
from records.search.analysis import plain_words, terms
from records.tables import record_types

BOUNDS = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest")


@dataclass
class Document:
    """One record as search keeps it: texts, names first, and the baskets it is in."""

    row: int
    names: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    baskets: list[str] = field(default_factory=list)

    def columns(self) -> dict:
        """The columns of its entry."""
        names = list(dict.fromkeys(name for name in self.names if name))
        own = terms(" ".join([*names, *self.called]))
        rest = terms(" ".join(self.texts))
        return {
            "row": self.row,
            "names": " ".join(own),
            "words": " ".join(dict.fromkeys([*own, *rest])),
            "keys": "".join(f"\n{key}" for key in dict.fromkeys(map(key_of, names))) + "\n",
            "baskets": "".join(f"|{slug}" for slug in sorted(set(self.baskets))) + "|",
            "length": min((len(plain_words(name)) for name in names), default=0),
        }

    def plain(self) -> set[str]:
        """Its words, without stems."""
        return set(plain_words(" ".join([*self.names, *self.called, *self.texts])))


def key_of(name: str) -> str:
    """A name as searches that name it exactly are compared with it."""
    return " ".join(plain_words(name))


def searched() -> tuple[type[models.Model], ...]:
    """The kinds of rows that have pages: records, and sources."""
    return (*record_types(), Source)


def documents(model: type[models.Model], pks: Iterable[int] | None = None) -> list[Document]:
    """The documents of those rows that readers see, or of all; a fixed number of queries."""
    rows = model.objects.published()
    if pks is not None:
        rows = rows.filter(pk__in=list(pks))
    found = {row.pk: document(row) for row in rows.iterator(chunk_size=2000)}
    if issubclass(model, Record) and found:
        for path in model.FOUND_BY:
            for pk, texts in linked(model, path, None if pks is None else found):
                if pk in found:
                    part = found[pk].called if path[0] in model.CALLED_BY else found[pk].texts
                    part += texts
        for pk, slug in in_baskets(model, None if pks is None else found):
            if pk in found:
                found[pk].baskets.append(slug)
    return list(found.values())


def document(row: models.Model) -> Document:
    """What the row itself says."""
    if isinstance(row, Source):
        texts = [row.authors, row.container, row.publisher, row.slug, row.issued]
        return Document(row.pk, [row.title], [], texts)
    names = [row.name_en, row.name_es, *parts(row.acronym), *parts(row.other_names)]
    years = {str(day.year) for name in BOUNDS if (day := getattr(row, name))}
    return Document(row.pk, names, [], [row.summary_en, row.summary_es, *sorted(years)])


def parts(text: str) -> list[str]:
    """The single names in a column that may hold several with | between."""
    return [part.strip() for part in text.split("|") if part.strip()]


def linked(model: type[Record], path: tuple[str, ...], pks) -> Iterable[tuple[int, list[str]]]:
    """What links of one kind say of the rows: names of far ends, persons, labels; one query."""
    name, *columns = path
    relation = model._meta.get_field(name)
    links = relation.related_model.objects.published().order_by()
    if pks is not None:
        links = links.filter(**{f"{relation.field.name}__in": list(pks)})
    wanted = [lookup for one in columns for lookup in lookups(relation.related_model, one)]
    for pk, *texts in links.values_list(relation.field.attname, *wanted):
        yield pk, [str(text).replace("|", " ") for text in texts if text]


@cache
def lookups(model: type[models.Model], name: str) -> tuple[str, ...]:
    """The columns that say what one is called: of a key, the names of what it leads to."""
    column = model._meta.get_field(name)
    if not column.is_relation:
        return (name,)
    own = {one.name for one in column.related_model._meta.fields}
    kept = [one for one in ("name_en", "name_es", "acronym") if one in own]
    return tuple(f"{name}__{one}" for one in kept)


@cache
def basket_links(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The links by which a kind of record is in baskets, each with its column."""
    return tuple(
        (joined.relation, end)
        for joined in model.JOINED.values()
        for end in joined.ends
        if end == "basket"
    )


def in_baskets(model: type[Record], pks) -> Iterable[tuple[int, str]]:
    """(row, slug of a basket) for every basket that readers see; a query for each kind of link."""
    for name, end in basket_links(model):
        relation = model._meta.get_field(name)
        links = relation.related_model.objects.published().filter(**{f"{end}__isnull": False})
        if pks is not None:
            links = links.filter(**{f"{relation.field.name}__in": list(pks)})
        yield from links.order_by().values_list(relation.field.attname, f"{end}__slug")


def dependents() -> dict[type[models.Model], list[tuple[type[Record], str, str]]]:
    """By table, the documents that its rows lead to: kind of record, link, column of the link."""
    found: dict = defaultdict(list)
    for model in record_types():
        for name, *columns in model.FOUND_BY:
            link = model._meta.get_field(name).related_model
            for column in columns:
                target = link._meta.get_field(column)
                if target.is_relation:
                    found[target.related_model].append((model, name, column))
        for name, end in basket_links(model):
            link = model._meta.get_field(name).related_model
            found[link._meta.get_field(end).related_model].append((model, name, end))
    return found
