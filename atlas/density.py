"""How many bodies, agreements and meetings there were in each year, by basket of policy.

Classes of bodies and what is on the map only for comparison are not counted; of the meetings,
those that were held are. Whatever serves two baskets counts in both.
"""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from baskets.models import Basket
from events.models import Agenda, Meeting
from institutions.models import Agreement, Coverage, Institution, Responsibility

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


@dataclass(frozen=True)
class Life:
    """Records that began and ended in the same years; an end of None is open, or not known."""

    begun: int | None
    ended: int | None
    number: int

    def active(self, year: int) -> bool:
        """Whether they possibly existed in the year."""
        return self.begun is not None and self.begun <= year <= (self.ended or 9999)


def life(earliest, latest, ended, number) -> Life:
    """What is only known to have begun by some day counts from that day."""
    return Life(latest if earliest is None else earliest, ended, number)


class Counts:
    """The records of one kind, all together and by basket, in two queries."""

    def __init__(self, kind: Kind):
        self.kind = kind
        self.by_basket: dict[str, list[Life]] = {}
        self.total: list[Life] = []
        near = kind.near
        inside = kind.sorted().filter(**{f"{near}__in": kind.records()}).order_by()
        columns = ("basket__slug", *(f"{near}__{name}" for name in BEGUN))
        for slug, *rest in inside.values_list(*columns).annotate(Count(near, distinct=True)):
            self.by_basket.setdefault(slug, []).append(life(*rest))
        found = kind.records().order_by()
        placed = Exists(kind.sorted().filter(**{near: OuterRef("pk")}))
        for placed_somewhere, *rest in (
            found.annotate(placed=placed).values_list("placed", *BEGUN).annotate(Count("pk"))
        ):
            self.total.append(life(*rest))
            if not placed_somewhere:
                self.by_basket.setdefault(NONE, []).append(life(*rest))

    def number(self, slug: str | None = None, year: int | None = None) -> int:
        """How many are in a basket, or in all, ever or in a year."""
        lives = self.total if slug is None else self.by_basket.get(slug, [])
        return sum(one.number for one in lives if year is None or one.active(year))

    def undated(self) -> int:
        """How many cannot be placed in time."""
        return sum(one.number for one in self.total if one.begun is None)

    def years(self) -> list[int]:
        """The years in which any began or ended."""
        return [year for one in self.total for year in (one.begun, one.ended) if year]


def baskets() -> list[Basket]:
    """The baskets of the scheme in their order, in one query."""
    return list(Basket.objects.published().filter(scheme__slug=SCHEME).order_by("ordinal"))
