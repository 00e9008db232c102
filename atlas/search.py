"""Search over everything: what answers, grouped by kind, and suggestions while one types."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, IntegerField, QuerySet, Sum, When, Window
from django.db.models.functions import RowNumber
from django.http import Http404, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from atlas.density import baskets
from records.facets import FilterError, TextFilter
from records.lists import refuse
from records.search.documents import searched
from records.search.marking import Pieces, marked, snippet
from records.search.query import Query
from records.tables import table_name

FIRST, PAGE, SUGGESTED = 5, 50, 8
KNOWN = {"q", "type", "basket", "page"}


@dataclass
class Hit:
    """One record that answers: its name and, where the words are there, its summary, marked."""

    record: object
    name: Pieces
    about: Pieces


@dataclass
class Kind:
    """What of one kind answers: how many, and some of them, best first."""

    name: str
    label: str
    total: int = 0
    hits: list[Hit] = field(default_factory=list)
    chosen: bool = False
    address: str = ""


@dataclass
class Choice:
    """A basket by which the answers can be narrowed."""

    basket: object
    total: int
    chosen: bool
    address: str


@require_safe
def search(request):
    """Where on the map some words occur; one kind alone, page by page, if it is asked for."""
    try:
        asked = read(request.GET)
    except FilterError as error:
        return refuse(request, str(error))
    query, kind, basket = asked["q"], asked["type"], asked["basket"]
    found = in_basket(query.answers, basket)
    counts = dict(found.values_list("table").annotate(Count("pk")).order_by())
    context = {
        "query": query,
        "kinds": kinds(counts, asked),
        "baskets": narrower(in_kind(query.answers, kind), asked),
        "total": sum(counts.values()),
        "narrowed": bool(kind or basket),
        "ways_out": ways_out(query) if query.words and not counts else [],
        "whole": address(asked, type="", basket=""),
    }
    if kind:
        context |= one_kind(query, found.filter(table=kind), kind, asked)
    else:
        context["groups"] = groups(query, found, context["kinds"])
    return render(request, "atlas/search.html", context)


@require_safe
def suggest(request):
    """The first answers, as options under the box in which one types."""
    try:
        query = TextFilter().read(request.GET)
    except FilterError:
        query = Query("")
    entries = list(query.ranked(query.answers)[:SUGGESTED]) if query.words else []
    options = [(hit, label) for hit, label in hits(query, entries)]
    return render(request, "atlas/_suggestions.html", {"options": options, "query": query})


def read(params: QueryDict) -> dict:
    """What is asked; raises FilterError."""
    for name in params:
        if name not in KNOWN:
            message = _("There is no filter “%(name)s” here. Filters: %(known)s.")
            raise FilterError(message % {"name": name, "known": ", ".join(sorted(KNOWN))})
    page = params.get("page") or "1"
    if not (page.isascii() and page.isdigit() and len(page) < 10 and int(page)):
        raise FilterError(_("“%(page)s” is no page number.") % {"page": page[:20]})
    known = {"type": list(labels()), "basket": [one.slug for one in baskets()]}
    asked = {"q": TextFilter().read(params), "page": int(page)}
    for name, values in known.items():
        asked[name] = params.get(name, "")
        if asked[name] and asked[name] not in values:
            message = _("“%(value)s” is no value of the filter “%(name)s”.")
            raise FilterError(message % {"value": asked[name][:60], "name": name})
    return asked


def labels() -> dict[str, str]:
    """Every kind of what can be found, by table, as many are called."""
    return {table_name(one): capfirst(one._meta.verbose_name_plural) for one in searched()}


def address(asked: dict, **changed) -> str:
    """The same search with other choices, from its first page."""
    params = QueryDict(mutable=True)
    for name, value in {**{key: asked[key] for key in ("q", "type", "basket")}, **changed}.items():
        if value:
            params[name] = str(value)
    return f"{reverse('search')}?{params.urlencode()}"


def in_basket(found: QuerySet, slug: str) -> QuerySet:
    return found.filter(baskets__contains=f"|{slug}|") if slug else found


def in_kind(found: QuerySet, table: str) -> QuerySet:
    return found.filter(table=table) if table else found


def kinds(counts: dict[str, int], asked: dict) -> list[Kind]:
    """Every kind with answers, in the order of the navigation."""
    return [
        Kind(
            name,
            label,
            counts.get(name, 0),
            chosen=name == asked["type"],
            address=address(asked, type="" if name == asked["type"] else name),
        )
        for name, label in labels().items()
        if counts.get(name) or name == asked["type"]
    ]


def narrower(found: QuerySet, asked: dict) -> list[Choice]:
    """The baskets with how many answers each has; one query for all of them."""
    known = baskets()
    inside = {
        f"in_{place}": Sum(
            Case(When(baskets__contains=f"|{one.slug}|", then=1), default=0),
            output_field=IntegerField(),
        )
        for place, one in enumerate(known)
    }
    counts = found.order_by().aggregate(**inside) if known and asked["q"].words else {}
    choices = []
    for place, one in enumerate(known):
        total, chosen = counts.get(f"in_{place}") or 0, one.slug == asked["basket"]
        if total or chosen:
            other = "" if chosen else one.slug
            choices.append(Choice(one, total, chosen, address(asked, basket=other)))
    return choices


def groups(query: Query, found: QuerySet, known: list[Kind]) -> list[Kind]:
    """The first answers of every kind, the kind with the best one first."""
    if not query.words:
        return []
    ranked = query.ranked(found)
    order = ranked.query.order_by
    ranked = ranked.annotate(number=Window(RowNumber(), partition_by=F("table"), order_by=order))
    entries = list(ranked.filter(number__lte=FIRST).order_by("number", *order))
    by_name = {kind.name: kind for kind in known}
    for entry, hit in zip(entries, hits(query, entries), strict=True):
        by_name[entry.table].hits.append(hit[0])
    order = dict.fromkeys(entry.table for entry in sorted(entries, key=best))
    return [by_name[table] for table in order]


def best(entry) -> tuple:
    """Puts the kinds of the best answers first."""
    return entry.place, -entry.weight, entry.length, entry.keys


def one_kind(query: Query, found: QuerySet, kind: str, asked: dict) -> dict:
    """A page of the answers of one kind."""
    page = Paginator(query.ranked(found), PAGE)
    if asked["page"] > page.num_pages:
        raise Http404(_("This list has no page %(page)s.") % {"page": asked["page"]})
    page = page.page(asked["page"])
    shown = [hit for hit, _label in hits(query, list(page.object_list))]
    group = Kind(kind, labels()[kind], page.paginator.count, shown)
    return {"groups": [group], "page": page, "page_address": address(asked)}


def hits(query: Query, entries: list) -> list[tuple[Hit, str]]:
    """The records behind entries, in their order, each with what it is; a query for each kind."""
    wanted: dict[str, list[int]] = {}
    for entry in entries:
        wanted.setdefault(entry.table, []).append(entry.row)
    tables = {table_name(one): one for one in searched()}
    rows = {
        (table, row.pk): row
        for table, pks in wanted.items()
        for row in tables[table].objects.published().filter(pk__in=pks)
    }
    found = [(rows[entry.table, entry.row], tables[entry.table]) for entry in entries]
    return [(hit(query, row), str(model._meta.verbose_name)) for row, model in found]


def hit(query: Query, record) -> Hit:
    summary = getattr(record, "summary", "") or getattr(record, "authors", "").replace("|", "; ")
    return Hit(record, marked(record.name, query), snippet(summary, query))


def ways_out(query: Query) -> list[tuple[str, int, str]]:
    """Shorter questions that something answers: the words, how many, the address."""
    return [
        (words, number, address({"q": words, "type": "", "basket": ""}))
        for words, number in query.without()
    ]
