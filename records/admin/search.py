"""Search in the admin: every word, in any order, without regard to accents or case."""

from django.db import models
from django.db.models import Case, IntegerField, Q, When

from records.admin.values import keys
from records.models import Keyed
from records.models.tracked import derived_fields
from records.text import fold, sort_key

NAMES = ("sort_en", "sort_es")
SPACE = b" ".hex()


def searched(model: type[models.Model]) -> list[str]:
    """The columns that hold folded text or plain signs, of the row and of what it links."""
    names = [name for name in ("folded", "slug", "ref") if has(model, name)]
    if "folded" not in names:
        targets = [(key, model._meta.get_field(key).related_model) for key in keys(model)]
        names += [f"{key}__folded" for key, target in targets if has(target, "folded")]
    return names


def has(model: type[models.Model], name: str) -> bool:
    return name in {field.name for field in model._meta.fields}


def matching(rows: models.QuerySet, names: list[str], text: str) -> models.QuerySet:
    """The rows in which every word of the text occurs."""
    for word in words_of(text):
        occurs = Q()
        for name in names:
            occurs |= Q(**{f"{name}__contains": word})
        rows = rows.filter(occurs)
    return rows


def words_of(text: str) -> list[str]:
    return fold(text.replace("\x00", " ").replace('"', " ")).split()


def nearest_first(rows: models.QuerySet, text: str) -> models.QuerySet:
    """By how near the text is to what a row is called; rows that only speak of it come last.

    The acronym itself, the opening of a name in either language, the opening of a word of a name,
    a part of the acronym. The sort keys hold the names alone, where `folded` has summaries too.
    """
    plain = " ".join(words_of(text))
    nearness = [
        named(rows.model, ("acronym",), "iexact", plain),
        named(rows.model, NAMES, "startswith", sort_key(plain))
        | named(rows.model, ("folded",), "startswith", plain),
        named(rows.model, NAMES, "contains", SPACE + sort_key(plain)),
        named(rows.model, ("acronym",), "icontains", plain),
    ]
    cases = [When(near, then=place) for place, near in enumerate(nearness) if near]
    if not cases:
        return rows
    place = Case(*cases, default=len(nearness), output_field=IntegerField())
    return rows.order_by(place, *rows.query.order_by or rows.model._meta.ordering)


def named(model: type[models.Model], names: tuple[str, ...], how: str, wanted: str) -> Q:
    """Whether one of these columns, of those that the table has, compares so with the text."""
    condition = Q()
    for name in names:
        if has(model, name):
            condition |= Q(**{f"{name}__{how}": wanted})
    return condition


def folds_in_python(model: type[models.Model]) -> bool:
    """Whether the table is so small that it keeps no folded column."""
    return issubclass(model, Keyed) and "folded" not in derived_fields(model)


def small_matching(rows: models.QuerySet, text: str) -> models.QuerySet:
    """As `matching`, for small tables: the names are folded here."""
    wanted = words_of(text)
    found = [
        row.pk
        for row in rows
        if all(word in fold(f"{row.name_en} {row.name_es} {row.slug}") for word in wanted)
    ]
    return rows.filter(pk__in=found)
