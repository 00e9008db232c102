"""Search in the admin: every word, in any order, without regard to accents or case."""

from django.db import models
from django.db.models import Case, IntegerField, Q, When

from records.admin.values import keys
from records.models import Keyed
from records.models.tracked import derived_fields
from records.text import fold


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
    """Those with this acronym, then those whose name opens with the text, then the others."""
    plain = " ".join(words_of(text))
    cases = [When(folded__startswith=plain, then=1)] if has(rows.model, "folded") else []
    if has(rows.model, "acronym"):
        cases.insert(0, When(acronym__iexact=plain, then=0))
        cases.append(When(acronym__icontains=plain, then=2))
    if not cases:
        return rows
    place = Case(*cases, default=3, output_field=IntegerField())
    return rows.order_by(place, *rows.query.order_by or rows.model._meta.ordering)


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
