"""The years of a list as bars: how many of its rows were active in each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

BARS = 60
STEPS = (1, 2, 5, 10, 20, 50, 100)
Span = tuple[int | None, int | None, int]  # first year, last year, how many rows; None is open


@dataclass
class Bar:
    """The rows active from one year to another; place and height in hundredths of the picture."""

    first: int
    last: int
    count: int
    left: float
    width: float
    height: float
    address: str = ""
    chosen: bool = False

    @property
    def words(self) -> str:
        """ "1994", or "1990–1994"."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def top(self) -> float:
        return round(100 - self.height, 2)


def spans(queryset: QuerySet) -> list[Span]:
    """The years in which dated rows began and ended, counted in one query."""
    rows = queryset.dated().order_by()
    years = rows.values_list("begins_earliest__year", "ends_latest__year")
    return [tuple(row) for row in years.annotate(Count("pk"))]


def reach(found: Iterable[Span]) -> tuple[int, int] | None:
    """The first and the last year in which anything began or ended."""
    years = [year for first, last, _count in found for year in (first, last) if year]
    return (min(years), max(years)) if years else None


def active(found: Iterable[Span], first: int, last: int) -> int:
    """How many rows were possibly active from one year to another."""
    return sum(n for begun, ended, n in found if (begun or 0) <= last and (ended or 9999) >= first)


def bars(found: list[Span]) -> list[Bar]:
    """A bar for each year, or for several where the years are many."""
    ends = reach(found)
    if ends is None or ends[0] == ends[1]:
        return []
    step = next((one for one in STEPS if (ends[1] - ends[0]) / one < BARS), STEPS[-1])
    firsts = range(ends[0] - ends[0] % step, ends[1] + 1, step)
    counts = [active(found, year, year + step - 1) for year in firsts]
    most, width = max(counts), 100 / len(counts)
    return [
        Bar(
            first=max(year, ends[0]),
            last=min(year + step - 1, ends[1]),
            count=count,
            left=round(place * width, 3),
            width=round(width * 0.86, 3),
            height=round(100 * count / most, 2),
        )
        for place, (year, count) in enumerate(zip(firsts, counts, strict=True))
    ]
