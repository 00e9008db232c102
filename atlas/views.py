"""Pages across all records."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from atlas.chart import draw, table
from atlas.codebook import parts
from atlas.dates import examples
from atlas.density import KINDS, NONE, Counts, baskets
from records.facets import FilterError
from records.lists import refuse
from records.models import Record, Source
from records.tables import record_types

NEW = 3


@require_safe
def home(request):
    """The door: what this is, a search, the map as a picture, the six baskets."""
    try:
        year = read_year(request.GET.get("year", "").strip())
    except FilterError as error:
        return refuse(request, str(error))
    kinds, found = [Counts(kind) for kind in KINDS], baskets()
    chart = draw(*kinds, found, year)
    context = {
        "year": year,
        "baskets": found,
        "chart": chart,
        "rows": [basket_row(basket, kinds, year) for basket in found],
        "rest": [counts.number(NONE, year) for counts in kinds],
        "totals": [counts.number(None, year) for counts in kinds],
        "undated": undated(*kinds[:2]),
        "years": table(chart, kinds, found) if chart else [],
        "newest": newest(),
        "lists": lists(),
    }
    return render(request, "atlas/home.html", context)


def undated(bodies: Counts, agreements: Counts) -> list[tuple[str, int]]:
    """What the drawing lacks, in words, with how many there are; nothing where none is lacking."""
    found = (_("bodies"), bodies.undated()), (_("agreements"), agreements.undated())
    return [(words, number) for words, number in found if number]


def read_year(text: str) -> int | None:
    """The year asked for; raises FilterError."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise FilterError(
            _("“%(year)s” is no year. Write it with four digits: 1994.") % {"year": text[:20]}
        )
    return int(text)


def basket_row(basket, kinds: list[Counts], year: int | None) -> dict:
    """A basket with its numbers, each with the list that shows what is counted."""
    numbers = []
    for counts in kinds:
        query = f"?basket={basket.slug}"
        query += "&held=held" if "held" in counts.kind.counted else ""
        query += f"&active_from={year}&active_to={year}" if year else ""
        address = reverse(f"{counts.kind.model.PATH}-list") + query
        numbers.append((counts.number(basket.slug, year), address))
    return {"basket": basket, "numbers": numbers}


def newest() -> list[Record]:
    """The records added last, a query for each kind."""
    found = []
    for kind in KINDS:
        found += kind.records().order_by("-added", "-pk")[:NEW]
    return sorted(found, key=lambda record: record.added, reverse=True)


def lists() -> list[tuple[str, str]]:
    """Every list that can be taken as CSV: its name and address."""
    return [(one._meta.verbose_name_plural, reverse(f"{one.PATH}-csv")) for one in listed()]


def listed() -> list:
    """Every kind of record that has a list, in the order of the navigation."""
    return [*record_types(), Source]


@require_safe
def codebook(request):
    """Every table and column, as the models describe them."""
    return render(request, "atlas/codebook.html", {"parts": parts()})


@require_safe
def about(request):
    """What the map is, how it was made, how to cite it."""
    return render(request, "atlas/about.html", {"dates": examples()})
