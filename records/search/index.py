"""The entries of search, kept in step with the rows: written in the transaction that writes them.

Whatever writes a row calls `touch`. Many writes that belong together go inside `in_step()`, so that
each record is read once, when all of them are done.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from django.db import models, transaction

from records.models import Record, SearchEntry, SearchWord, Source, Statement
from records.search.documents import basket_links, dependents, documents, searched
from records.tables import table_name

BATCH = 500
# Sets of rows whose documents are to be read again, by kind; None outside of `in_step()`.
WAITING: ContextVar[dict | None] = ContextVar("documents to read again", default=None)
WEIGHTS = {"institutions": 3, "baskets": 3, "agreements": 2, "issues": 2, "sources": -1}


@contextmanager
def in_step() -> Iterator[None]:
    """Read each touched record once, at the end and in the same transaction."""
    if WAITING.get() is not None:
        yield
        return
    token = WAITING.set(defaultdict(set))
    try:
        with transaction.atomic(savepoint=False):
            yield
            for model, pks in WAITING.get().items():
                refresh(model, pks)
    finally:
        WAITING.reset(token)


def touch(model: type[models.Model], pks: Iterable[int], new: bool = False) -> None:
    """These rows were written, or are about to be deleted; to `new` records nothing leads yet."""
    if model not in searched() and not leading(model):
        return
    with in_step():
        for target, rows in affected(model, list(pks), new).items():
            WAITING.get()[target] |= rows


def affected(model: type[models.Model], pks: list[int], new=False) -> dict:
    """The documents in which these rows are said, by kind."""
    found: dict = defaultdict(set)
    if not pks:
        return found
    if model in searched():
        found[model] |= set(pks)
    for target, relation, column in leading(model) if not (new and model in searched()) else ():
        link = target._meta.get_field(relation)
        rows = link.related_model._base_manager.order_by()
        for part in parts(pks):
            keys = rows.filter(**{f"{column}__in": part}).values_list(link.field.attname, flat=True)
            found[target] |= set(keys)
    return found


@cache
def leading(model: type[models.Model]) -> tuple[tuple[type[Record], str, str], ...]:
    """The documents that rows of a table lead to: of a link, those of the records it hangs on."""
    found = list(dependents().get(model, []))
    if issubclass(model, Statement):
        found += [
            (target, name, "pk")
            for target in searched()
            if target is not Source
            for name in links_of(target)
            if target._meta.get_field(name).related_model is model
        ]
    return tuple(found)


def links_of(model: type[Record]) -> list[str]:
    """The links that its documents speak of, each once."""
    found = [path[0] for path in model.FOUND_BY]
    return list(dict.fromkeys([*found, *(name for name, _end in basket_links(model))]))


def refresh(model: type[models.Model], pks: Iterable[int] | None = None) -> int:
    """Write the entries of these rows anew, or of the whole table; how many there are now."""
    table, pks = table_name(model), None if pks is None else sorted(pks)
    own = SearchEntry.objects.filter(table=table)
    known = dict(own.values_list("row", "pk")) if pks is None else {}
    for part in parts(pks or []):
        known |= dict(own.filter(row__in=part).values_list("row", "pk"))
    batches = [None] if pks is None else parts(pks)
    found = [one for part in batches for one in documents(model, part)]
    weight = WEIGHTS.get(table, 0)
    entries = [
        SearchEntry(pk=known.get(one.row), table=table, weight=weight, **one.columns())
        for one in found
    ]
    gone = set(known) - {one.row for one in found}
    for part in parts(sorted(gone)):
        SearchEntry.objects.filter(pk__in=[known[row] for row in part]).delete()
    old = [entry for entry in entries if entry.pk]
    names = [one.name for one in SearchEntry._meta.fields if not one.primary_key]
    SearchEntry.objects.bulk_update(old, names, batch_size=BATCH // 5)
    SearchEntry.objects.bulk_create([one for one in entries if not one.pk], batch_size=BATCH)
    learn(set().union(*(one.plain() for one in found)) if found else set())
    return len(entries)


def learn(words: set[str]) -> None:
    """Keep the words that are new."""
    new = sorted(words)
    for part in parts(new):
        known = set(SearchWord.objects.filter(word__in=part).values_list("word", flat=True))
        SearchWord.objects.bulk_create(
            [SearchWord(word=word) for word in part if word not in known], ignore_conflicts=True
        )


@transaction.atomic
def rebuild() -> dict[str, int]:
    """All entries and words anew; how many of each kind."""
    SearchEntry.objects.all().delete()
    SearchWord.objects.all().delete()
    return {table_name(model): refresh(model) for model in searched()}


def parts(rows: list) -> Iterator[list]:
    """The rows in batches that any database takes."""
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
