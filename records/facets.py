"""Facets: the ways to narrow a list, each with its options and how many rows each would give.

A list declares its facets. Every facet reads its own parameters from the address, narrows a
queryset by them, and counts its options over the queryset that all the other facets left: a
facet's own choice does not narrow its own counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from records.cells import suggestion
from records.dates import DateError, parse, read
from records.search.query import Query
from records.tables import table_name
from records.text import sort_key

LONGEST_TEXT = 200


class FilterError(ValueError):
    """A filter that makes no sense; says in a sentence what would."""


@dataclass
class Option:
    """One value of a facet: what it is called, how many rows it gives, whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


class Facet:
    """A column with choices, of the record itself or of a link: `levels__tier`."""

    template = "records/_facet.html"

    def __init__(self, name: str, label: str, path: str, choices):
        self.name, self.label, self.path, self.choices = name, label, path, choices

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters that the facet reads."""
        return (self.name,)

    def known(self) -> dict[str, str]:
        """Every value that may be asked for, with its label."""
        return {value: str(label) for value, label in self.choices.choices}

    def read(self, params: QueryDict) -> list[str]:
        """The values asked for, or a FilterError."""
        values = [value for value in params.getlist(self.name) if value]
        if not values:
            return []
        known = self.known()
        for value in values:
            if value not in known:
                message = _("“%(value)s” is no value of the filter “%(name)s”.")
                message %= {"value": value, "name": self.name}
                raise FilterError(message + suggestion(value, known))
        return list(dict.fromkeys(values))

    def narrow(self, queryset: QuerySet, values: list[str]) -> QuerySet:
        """The rows with any of the values; a subquery, so that no row comes twice."""
        if not values:
            return queryset
        having = queryset.model._base_manager.filter(**{f"{self.path}__in": values})
        return queryset.filter(pk__in=having.values("pk"))

    def options(self, queryset: QuerySet, values: list[str]) -> list[Option]:
        """The values that occur, and those chosen, in the order of the choices."""
        counts = self.counts(queryset)
        return [
            Option(value, label, counts.get(value, 0), value in values)
            for value, label in self.known().items()
            if counts.get(value) or value in values
        ]

    def counts(self, queryset: QuerySet) -> dict[str, int]:
        """How many of the rows have each value."""
        return count_by(queryset, self.path)

    def chips(self, values: list[str]) -> list[tuple[str, str, str]]:
        """What is applied, as (parameter, value, words)."""
        known = self.known() if values else {}
        return [(self.name, value, f"{self.label}: {known[value]}") for value in values]


def count_by(queryset: QuerySet, path: str) -> dict:
    """How many of the rows have each value behind the path, in one query."""
    rows = queryset.model._base_manager.filter(pk__in=queryset.order_by().values("pk"))
    counted = rows.order_by().values_list(path).annotate(Count("pk", distinct=True))
    return {value: number for value, number in counted if value is not None}


class LinkFacet(Facet):
    """A column with choices of a link, `spillovers__perspective`, whose ends are all published."""

    def links(self, queryset: QuerySet) -> tuple[QuerySet, str, str]:
        """The links that readers see, their key to the rows, and the column."""
        name, column = self.path.split("__")
        relation = queryset.model._meta.get_field(name)
        return relation.related_model.objects.published(), relation.field.name, column

    def narrow(self, queryset, values):
        if not values:
            return queryset
        links, near, column = self.links(queryset)
        return queryset.filter(pk__in=links.filter(**{f"{column}__in": values}).values(near))

    def counts(self, queryset):
        links, near, column = self.links(queryset)
        links = links.filter(**{f"{near}__in": queryset.order_by().values("pk")})
        return dict(links.order_by().values_list(column).annotate(Count(near, distinct=True)))


class KeyFacet(Facet):
    """Published records behind one or more links: the basket, the convening body.

    `ranked` puts the options with most rows first; otherwise they stand by name.
    """

    def __init__(self, name: str, label: str, model, *paths: str, ranked: bool = False):
        super().__init__(name, label, paths[0], None)
        self.model, self.paths, self.ranked = model, paths, ranked

    def rows(self) -> QuerySet:
        """The records that may be chosen."""
        return self.model.objects.published()

    def known(self) -> dict[str, str]:
        language = "es" if get_language() == "es" else "en"
        found = self.rows().values_list("slug", f"name_{language}", "name_en", "name_es")
        return {slug: name or english or spanish for slug, name, english, spanish in found}

    def narrow(self, queryset, values):
        if not values:
            return queryset
        condition = Q()
        for path in self.paths:
            condition |= Q(**{f"{path}__in": self.wanted(values)})
        having = queryset.model._base_manager.filter(condition)
        return queryset.filter(pk__in=having.values("pk"))

    def wanted(self, values: list[str]):
        """The keys that the slugs stand for."""
        return self.rows().filter(slug__in=values).values("pk")

    def options(self, queryset, values):
        counts = self.counts(queryset)
        known = self.known()
        options = [
            Option(slug, label, counts.get(slug, 0), slug in values)
            for slug, label in known.items()
            if counts.get(slug) or slug in values
        ]
        if self.ranked:
            options.sort(key=lambda option: -option.count)
        return options

    def counts(self, queryset: QuerySet) -> dict[str, int]:
        if len(self.paths) == 1:
            return count_by(queryset, f"{self.path}__slug")
        holders: dict[str, set[int]] = {}
        for slug, pk in pairs(queryset, self.paths):
            holders.setdefault(slug, set()).add(pk)
        return {slug: len(pks) for slug, pks in holders.items()}


def pairs(queryset: QuerySet, paths: Iterable[str]) -> Iterable[tuple[str, int]]:
    """(slug behind the path, row) for every path, a query each."""
    rows = queryset.model._base_manager.filter(pk__in=queryset.order_by().values("pk"))
    for path in paths:
        found = rows.order_by().filter(**{f"{path}__isnull": False})
        yield from found.values_list(f"{path}__slug", "pk")


class PlaceFacet(KeyFacet):
    """Places behind links; a state stands for the cities in it too."""

    def rows(self):
        return self.model.objects.all()

    def known(self):
        return dict(sorted(super().known().items(), key=lambda place: sort_key(place[1])))

    def parents(self) -> dict[str, str | None]:
        """The place that each place lies in."""
        return dict(self.model.objects.values_list("slug", "parent__slug"))

    def wanted(self, values):
        parents = self.parents()
        inside = [slug for slug in parents if set(self.line(slug, parents)) & set(values)]
        return self.model.objects.filter(slug__in=inside).values("pk")

    def line(self, slug: str | None, parents: dict) -> list[str]:
        """The place and all that it lies in."""
        found = []
        while slug and slug not in found:
            found.append(slug)
            slug = parents.get(slug)
        return found

    def counts(self, queryset):
        parents = self.parents()
        holders: dict[str, set[int]] = {}
        for slug, pk in pairs(queryset, self.paths):
            for place in self.line(slug, parents):
                holders.setdefault(place, set()).add(pk)
        return {slug: len(pks) for slug, pks in holders.items()}


class TextFilter:
    """Free text `q`, answered as the search over everything answers it."""

    name, names, template = "q", ("q",), "records/_text_filter.html"

    def __init__(self, label: str = gettext_lazy("Words in names and summaries")):
        self.label = label

    def read(self, params: QueryDict) -> Query:
        text = params.get("q", "").strip()
        if "\0" in text or len(text) > LONGEST_TEXT:
            message = _("A search may have up to %(length)s letters, and no control signs.")
            raise FilterError(message % {"length": LONGEST_TEXT})
        return Query(text)

    def narrow(self, queryset: QuerySet, query: Query) -> QuerySet:
        if not query:
            return queryset
        found = query.answers.filter(table=table_name(queryset.model))
        return queryset.filter(pk__in=found.values("row"))

    def chips(self, query: Query) -> list[tuple[str, str, str]]:
        return [("q", str(query), f"“{query}”")] if query else []


@dataclass
class Period:
    """The days between which a row was to be active; None is open."""

    first: date | None
    last: date | None
    texts: dict[str, str]


class PeriodFilter:
    """Active between two dates, each as EDTF or in words: `active_from`, `active_to`."""

    name, template = "active", "records/_period_filter.html"
    names = ("active_from", "active_to")

    def read(self, params: QueryDict) -> Period:
        texts = {name: params.get(name, "").strip() for name in self.names}
        dates = {name: self.date(name, text) for name, text in texts.items()}
        first, last = dates["active_from"].earliest, dates["active_to"].latest
        if first and last and last < first:
            raise FilterError(_("“active_to” lies before “active_from”: exchange the two."))
        return Period(first, last, texts)

    def date(self, name: str, text: str):
        try:
            return parse(read(text)) if text else parse("")
        except DateError as error:
            raise FilterError(f"{name}: {error}") from error

    def narrow(self, queryset: QuerySet, period: Period) -> QuerySet:
        if not (period.texts["active_from"] or period.texts["active_to"]):
            return queryset
        return queryset.active_between(period.first, period.last)

    def chips(self, period: Period) -> list[tuple[str, str, str]]:
        labels = {"active_from": _("active from"), "active_to": _("active to")}
        return [
            (name, text, f"{labels[name]} {text}") for name, text in period.texts.items() if text
        ]
