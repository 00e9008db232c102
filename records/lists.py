"""Lists of records: the page, and the files of exactly what it shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import EmptyPage, Paginator
from django.db.models import F, Prefetch, QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from records.characters import visible
from records.claims import conflicts
from records.columns import Joined, held_ends
from records.downloads import FORMATS, Download
from records.facets import Facet, FilterError, PeriodFilter
from records.sentence import BEFORE, sentence
from records.sheet import sheet_headers, sheet_rows
from records.tables import record_types
from records.years import Bar, Span, bars, reach, spans

PAGE = 50
CHUNK = 500
# Choices that a row need not say: they stand for the absence of a statement.
SAYS_NOTHING = {"unknown", "unstated", "unclear"}
# What others add to addresses that they share; they change nothing here.
TRACKING = ("utm_", "fbclid", "gclid", "mc_")


@dataclass
class WayOut:
    """A choice that could be dropped from a list that is empty, and how many rows that gives."""

    words: str
    total: int
    address: str


@dataclass
class Chip:
    """A choice that is applied, and the address without it."""

    words: str
    without: str


class RecordList(View):
    """The published records of one kind, narrowed by `facets`; a subclass states what it shows.

    The joined columns are those that the model names.
    """

    model = None
    facets: tuple = ()
    lead = ""
    extension = ""
    sorts = {
        "name": gettext_lazy("name"),
        "-name": gettext_lazy("name, backwards"),
        "date": gettext_lazy("oldest first"),
        "-date": gettext_lazy("newest first"),
        "-added": gettext_lazy("last added"),
    }
    default_sort = "name"
    row_facts: tuple[str, ...] = ()
    before = BEFORE
    unoffered: tuple[str, ...] = ()  # orders that make no sense to offer

    @property
    def joined(self) -> dict[str, Joined]:
        """The joined columns, by name."""
        return getattr(self.model, "JOINED", {})

    def get(self, request):
        try:
            self.read(request.GET)
        except FilterError as error:
            return refuse(request, str(error))
        found = self.order(self.narrow())
        return self.as_file(found) if self.extension else self.as_page(found)

    def read(self, params: QueryDict) -> None:
        """Take every choice from the address, or raise a FilterError."""
        self.params = params
        known = {name for facet in self.facets for name in facet.names} | {"sort", "page"}
        for name in params:
            if name not in known and not name.startswith(TRACKING):
                message = _("There is no filter “%(name)s” here. Filters: %(known)s.")
                raise FilterError(message % {"name": name, "known": ", ".join(sorted(known))})
        self.values = {facet.name: facet.read(params) for facet in self.facets}
        self.sort = params.get("sort") or self.default_sort
        if self.sort not in self.sorts:
            message = _("“%(value)s” is no order. Orders: %(known)s.")
            raise FilterError(message % {"value": self.sort, "known": ", ".join(self.sorts)})
        self.page = self.read_page(params.get("page", ""))

    def read_page(self, text: str) -> int:
        """The page asked for, 1 if none; a file has no pages."""
        if text and self.extension:
            raise FilterError(_("The file holds all rows, so it has no pages."))
        text = text[:20] or "1"
        if not (text.isascii() and text.isdigit() and int(text)):
            raise FilterError(_("“%(page)s” is no page number.") % {"page": text})
        return int(text)

    def queryset(self) -> QuerySet:
        """The records before any choice."""
        return self.model.objects.published()

    def narrow(self, besides=None) -> QuerySet:
        """The records that every choice leaves, those of one facet aside."""
        found = self.queryset()
        for facet in self.facets:
            if facet is not besides:
                found = facet.narrow(found, self.values[facet.name])
        return found

    def order(self, found: QuerySet) -> QuerySet:
        """The records in the order asked for, those without a date last."""
        if self.sort == "date":
            return found.order_by(F("begins_earliest").asc(nulls_last=True), "sort_en", "pk")
        if self.sort == "-date":
            return found.order_by(F("begins_earliest").desc(nulls_last=True), "sort_en", "pk")
        if self.sort == "-added":
            return found.order_by("-added", "sort_en", "pk")
        return found.by_name().reverse() if self.sort == "-name" else found.by_name()

    def fetch(self, found: QuerySet) -> QuerySet:
        """The records with their joined columns and claims, in a fixed number of queries."""
        for column in self.joined.values():
            found = column.fetch(found)
        for key in [field.name for field in self.model._meta.fields if field.many_to_one]:
            found = found.select_related(key)  # claims about it are compared with its slug
        citations = self.model._meta.get_field("citations").related_model
        claims = citations.objects.visible().select_related("topic")
        return found.prefetch_related(Prefetch("citations", claims, to_attr="claims"))

    def as_file(self, found: QuerySet) -> HttpResponseBase:
        """A row for each record found, written as it is read."""
        records = self.fetch(found).iterator(chunk_size=CHUNK)
        path = reverse(f"{self.model.PATH}-list") + self.query().rstrip("?")
        choices = [facet.chips(self.values[facet.name]) for facet in self.facets]
        return Download(
            model=self.model,
            title=str(capfirst(self.model._meta.verbose_name_plural)),
            page=self.request.build_absolute_uri(path),
            choices=[value for chips in choices for _name, value, _words in chips],
            count=found.count(),
            headers=self.headers(),
            rows=self.lines(records),
            joined=tuple(self.joined),
        ).response(self.extension)

    def headers(self) -> list[str]:
        """The heading of the CSV."""
        return sheet_headers(self.model, self.joined)

    def lines(self, records) -> Iterator[list[str]]:
        """The rows of the CSV."""
        return sheet_rows(self.model, records, self.joined, self.request)

    def as_page(self, found: QuerySet) -> HttpResponse:
        paginator = Paginator(self.fetch(found), PAGE)
        try:
            page = paginator.page(self.page)
        except EmptyPage as error:
            raise Http404(_("This list has no page %(page)s.") % {"page": self.page}) from error
        page.object_list = [self.row(record) for record in page.object_list]
        return render(self.request, "records/list.html", self.context(page))

    def row(self, record):
        """The record with what its row shows: marks, and whether sources disagree about it."""
        record.columns = {name: column.of(record) for name, column in self.joined.items()}
        said = [name for name in self.row_facts if getattr(record, name) not in SAYS_NOTHING]
        record.row_facts = [getattr(record, f"get_{name}_display")() for name in said]
        held = held_ends(record, self.joined)
        record.disputed = bool(conflicts(record, record.claims, held))
        return record

    def context(self, page) -> dict:
        total, years = page.paginator.count, self.years()
        facets = [self.facet(facet) for facet in self.facets]
        return {
            "view": self,
            "kind": self.model._meta,
            "kinds": record_types(),
            "page": page,
            "total": total,
            "sentence": sentence(self.model._meta, total, facets, reach(years), self.before),
            "bars": self.bars(years),
            "ways_out": [] if total else self.ways_out(),
            "chips": self.chips(),
            "facets": facets,
            "sorts": {name: self.sorts[name] for name in self.sorts if name not in self.unoffered},
            "files": [(kind.upper(), self.file_address(kind)) for kind in FORMATS],
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "page_query": self.query(without=[("page", None)]),
        }

    def years(self) -> list[Span]:
        """In which years the rows were active, if the list can be narrowed by that."""
        periods = [facet for facet in self.facets if isinstance(facet, PeriodFilter)]
        return spans(self.narrow(periods[0])) if periods else []

    def bars(self, years: list[Span]) -> list[Bar]:
        """A bar for each year, leading to the rows active in it."""
        found = bars(years)
        period = {name: self.params.get(name, "").strip() for name in PeriodFilter.names}
        for bar in found:
            span = dict(zip(PeriodFilter.names, (str(bar.first), str(bar.last)), strict=True))
            bar.address, bar.chosen = self.query(having=span), span == period
        return found

    def ways_out(self) -> list[WayOut]:
        """The choices that alone keep the list empty, a query for each facet in use."""
        found = []
        for facet in self.facets:
            words = [words for _name, _value, words in facet.chips(self.values[facet.name])]
            total = self.narrow(facet).count() if words else 0
            if total:
                address = self.query(without=[(name, None) for name in (*facet.names, "page")])
                found.append(WayOut(", ".join(words), total, address))
        return found

    def facet(self, facet) -> dict:
        """A facet as its template needs it."""
        values = self.values[facet.name]
        options = facet.options(self.narrow(facet), values) if isinstance(facet, Facet) else []
        return {"facet": facet, "values": values, "options": options, "template": facet.template}

    def chips(self) -> list[Chip]:
        applied = (chip for facet in self.facets for chip in facet.chips(self.values[facet.name]))
        return [
            Chip(words, self.query(without=[(name, value), ("page", None)]))
            for name, value, words in applied
        ]

    def query(self, without=(), having=None) -> str:
        """The present choices as a query, some left out: (name, value), or None for all values.

        `having` gives other values to some.
        """
        params = self.params.copy()
        for name, value in (having or {}).items():
            params[name] = value
        without = [*without, ("page", None)] if having else without
        for name, value in without:
            kept = [] if value is None else [v for v in params.getlist(name) if v.strip() != value]
            params.setlist(name, kept)
        return f"?{params.urlencode()}"

    def file_address(self, kind: str) -> str:
        """The file of the rows that are shown, in one of the formats."""
        path = self.request.path.rstrip("/")
        return f"{path}.{kind}{self.query(without=[('page', None)])}".rstrip("?")


def refuse(request, sentence: str) -> HttpResponse:
    """The page that says why the address makes no sense."""
    return render(request, "400.html", {"sentence": visible(sentence)}, status=400)
