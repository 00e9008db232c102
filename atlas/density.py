"""How many bodies, agreements and meetings there were in each year, by basket of policy.

Classes of bodies and what is on the map only for comparison are not counted; of the meetings,
those that were held are. Whatever serves two baskets counts in both.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from baskets.models import Basket
from events.models import Agenda, Meeting
from institutions.models import Agreement, Coverage, Institution, Lifespan, Responsibility

SCHEME = "chapter-2009"
NONE = ""  # stands for what is in no basket of the scheme


@dataclass(frozen=True)
class Kind:
    """A kind of record, the links by which it is in baskets, and what is counted of it."""

    model: type
    links: type
    near: str
    counted: dict

    def records(self) -> QuerySet:
        return self.model.objects.published().filter(**self.counted)

    def sorted(self) -> QuerySet:
        """The links that put records of the kind into baskets of the scheme."""
        return self.links.objects.published().filter(basket__scheme__slug=SCHEME)


ALONE = {"is_class": False, "comparator": False}
KINDS = (
    Kind(Institution, Responsibility, "institution", ALONE),
    Kind(Agreement, Coverage, "agreement", ALONE),
    Kind(Meeting, Agenda, "meeting", {"is_class": False, "held": "held"}),
)
BEGUN = ("begins_earliest__year", "begins_latest__year", "ends_latest__year")
SPAN = ("start_earliest__year", "start_latest__year", "end_latest__year")
Span = tuple[int | None, int | None]  # begun, ended; an end of None is open, or not known


@dataclass(frozen=True)
class Life:
    """Records that existed in the same years: in one span, or in several with gaps between."""

    spans: tuple[Span, ...]
    number: int = 1

    @property
    def dated(self) -> bool:
        return any(begun is not None for begun, _ended in self.spans)

    def active(self, year: int) -> bool:
        """Whether they possibly existed in the year."""
        return any(
            begun is not None and begun <= year <= (ended or 9999) for begun, ended in self.spans
        )


def span(earliest, latest, ended) -> Span:
    """What is only known to have begun by some day counts from that day."""
    return (latest if earliest is None else earliest, ended)


def several_lives() -> dict[int, Life]:
    """The bodies with several life spans, by primary key; one query."""
    found: dict[int, list[Span]] = defaultdict(list)
    for pk, *years in Lifespan.objects.published().order_by("pk").values_list("institution", *SPAN):
        found[pk].append(span(*years))
    return {pk: Life(tuple(spans)) for pk, spans in found.items()}


class Counts:
    """The records of one kind, all together and by basket, in two queries.

    Bodies with several life spans are few and counted one by one.
    """

    def __init__(self, kind: Kind):
        self.kind = kind
        self.by_basket: dict[str, list[Life]] = defaultdict(list)
        self.total: list[Life] = []
        self.apart = several_lives() if kind.model is Institution else {}
        self.count_in_baskets()
        self.count_all()

    def count_in_baskets(self) -> None:
        near = self.kind.near
        inside = self.kind.sorted().filter(**{f"{near}__in": self.kind.records()}).order_by()
        columns = ("basket__slug", *(f"{near}__{name}" for name in BEGUN))
        plain = inside.exclude(**{f"{near}__in": list(self.apart)})
        for slug, *years, number in plain.values_list(*columns).annotate(
            Count(near, distinct=True)
        ):
            self.by_basket[slug].append(Life((span(*years),), number))
        if self.apart:
            own = inside.filter(**{f"{near}__in": list(self.apart)})
            for slug, pk in own.values_list("basket__slug", near).distinct():
                self.by_basket[slug].append(self.apart[pk])

    def count_all(self) -> None:
        placed = Exists(self.kind.sorted().filter(**{self.kind.near: OuterRef("pk")}))
        found = self.kind.records().order_by().annotate(placed=placed)
        plain = found.exclude(pk__in=list(self.apart))
        for is_placed, *years, number in plain.values_list("placed", *BEGUN).annotate(Count("pk")):
            self.add(is_placed, Life((span(*years),), number))
        if self.apart:
            for is_placed, pk in found.filter(pk__in=list(self.apart)).values_list("placed", "pk"):
                self.add(is_placed, self.apart[pk])

    def add(self, is_placed: bool, life: Life) -> None:
        """Count a life among all, and among those in no basket if it is in none."""
        self.total.append(life)
        if not is_placed:
            self.by_basket[NONE].append(life)

    def number(self, slug: str | None = None, year: int | None = None) -> int:
        """How many are in a basket, or in all, ever or in a year."""
        lives = self.total if slug is None else self.by_basket.get(slug, [])
        return sum(one.number for one in lives if year is None or one.active(year))

    def undated(self) -> int:
        """How many cannot be placed in time."""
        return sum(one.number for one in self.total if not one.dated)

    def years(self) -> list[int]:
        """The years in which any began or ended."""
        spans = (one for life in self.total for one in life.spans)
        return [year for one in spans for year in one if year]


def baskets() -> list[Basket]:
    """The baskets of the scheme in their order, in one query."""
    return list(Basket.objects.published().filter(scheme__slug=SCHEME).order_by("ordinal"))
