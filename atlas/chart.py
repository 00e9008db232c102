"""The density of the map over time as a drawing: bodies above the axis of years, agreements below.

Places along the axis are in hundredths of the width, so that texts keep their size on any screen;
heights are in pixels.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from atlas.density import NONE, Counts

LONGEST = 70  # years drawn; what is older enters at the left edge
UNIT, LEAST, BAND = 22, 60, 40
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


@dataclass
class Area:
    """What one basket adds to a panel: the outline, in years and numbers."""

    slug: str
    name: str
    path: str


@dataclass
class Panel:
    """The bodies, or the agreements, of every year, stacked by basket."""

    name: str
    top: int
    height: int
    most: int
    years: int
    areas: list[Area] = field(default_factory=list)
    lines: list[tuple[float, int]] = field(default_factory=list)


@dataclass
class Column:
    """A year that can be chosen."""

    year: int
    left: float
    middle: float
    words: str
    meetings: int
    chosen: bool


@dataclass
class Chart:
    panels: list[Panel]
    key: list
    columns: list[Column]
    labels: list[tuple[float, int]]
    width: float
    height: int
    axis: int
    cut: bool  # whether something is older than the first year

    @property
    def chosen(self) -> Column | None:
        return next((one for one in self.columns if one.chosen), None)


def draw(bodies: Counts, agreements: Counts, meetings: Counts, baskets, year) -> Chart | None:
    """The drawing; None while nothing on the map has a date."""
    known = bodies.years() + agreements.years() + meetings.years()
    if not known:
        return None
    last = max(known)
    years = range(max(min(known), last - LONGEST + 1), last + 1)
    names = {basket.slug: basket.name for basket in baskets} | {NONE: _("in no basket")}
    above = panel(_("bodies"), bodies, names, years, up=True)
    below = panel(_("agreements"), agreements, names, years, up=False)
    below.top = above.height + BAND
    return Chart(
        panels=[above, below],
        key=drawn(baskets, above, below),
        columns=columns(years, bodies, agreements, meetings, year),
        labels=labels(years),
        width=round(100 / len(years), 3),
        height=above.height + BAND + below.height,
        axis=above.height,
        cut=min(known) < years[0],
    )


def drawn(baskets, *panels: Panel) -> list:
    """The baskets that have an area, in their order; None at the end for what is in none."""
    slugs = {area.slug for panel in panels for area in panel.areas}
    found = [basket for basket in baskets if basket.slug in slugs]
    return [*found, None] if "none" in slugs else found


def panel(name: str, counts: Counts, names: dict[str, str], years: range, up: bool) -> Panel:
    """The areas of the baskets on top of each other, away from the axis."""
    stacks = {slug: [counts.number(slug, year) for year in years] for slug in names}
    most = max(1, *(sum(numbers) for numbers in zip(*stacks.values(), strict=True)))
    step = next(one for one in STEPS if most / one <= 4)
    most = -(-most // step) * step  # up to the next line
    height = max(LEAST, min(200, most * UNIT))
    found = Panel(name, 0, height, most, len(years))
    base = [0] * len(years)
    for slug, numbers in stacks.items():
        outer = [low + number for low, number in zip(base, numbers, strict=True)]
        if any(numbers):
            shape = outline(base, outer, most if up else None)
            found.areas.append(Area(slug or "none", names[slug], shape))
        base = outer
    for number in range(step, most + 1, step):
        place = height * number / most
        found.lines.append((round(height - place if up else place, 1), number))
    return found


def outline(inner: list[int], outer: list[int], most: int | None) -> str:
    """A path in steps of a year around what lies between two levels; `most` turns it upwards."""

    def level(number: int) -> int:
        return number if most is None else most - number

    pieces, years = [], range(len(inner))
    for start, end in runs(inner, outer):
        along = [f"L{at} {level(outer[at])}H{at + 1}" for at in years[start:end]]
        back = [f"L{at + 1} {level(inner[at])}H{at}" for at in reversed(years[start:end])]
        pieces.append("M" + "".join(along + back)[1:] + "Z")
    return "".join(pieces)


def runs(inner: list[int], outer: list[int]) -> list[tuple[int, int]]:
    """The stretches of years in which there is anything."""
    found, start = [], None
    for at, (low, high) in enumerate(zip([*inner, 0], [*outer, 0], strict=True)):
        if high > low and start is None:
            start = at
        elif high == low and start is not None:
            found.append((start, at))
            start = None
    return found


def columns(years: range, bodies, agreements, meetings, chosen) -> list[Column]:
    found, width = [], 100 / len(years)
    for at, year in enumerate(years):
        held = meetings.number(None, year)
        words = _("%(year)s: bodies %(bodies)s, agreements %(agreements)s, meetings %(meetings)s")
        numbers = {"bodies": bodies.number(None, year), "agreements": agreements.number(None, year)}
        words %= {"year": year, "meetings": held, **numbers}
        left = round(at * width, 3)
        middle = round((at + 0.5) * width, 3)
        found.append(Column(year, left, middle, words, held, year == chosen))
    return found


def labels(years: range) -> list[tuple[float, int]]:
    """The years to write along the axis, some six of them."""
    step = next(one for one in STEPS if len(years) / one <= 8)
    width = 100 / len(years)
    return [(round((year - years[0] + 0.5) * width, 2), year) for year in years if year % step == 0]


def table(chart: Chart, kinds: list[Counts], baskets) -> list[tuple[int, list[int]]]:
    """The numbers of the drawing: a row for each year in which any of them changes."""
    slugs = [*(basket.slug for basket in baskets), NONE]
    found: list[tuple[int, list[int]]] = []
    for column in chart.columns:
        year = column.year
        numbers = [counts.number(slug, year) for counts in kinds[:2] for slug in slugs]
        numbers.append(kinds[2].number(None, year))
        if not found or numbers != found[-1][1]:
            found.append((year, numbers))
    return found
