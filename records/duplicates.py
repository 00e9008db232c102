"""Records that may be the same as a new one: by name, acronym or first day."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from records.dates import DateError, read, span_words
from records.models import Record
from records.models.tracked import edtf_fields
from records.text import fold

SHOWN = 8
ALIKE = 0.6  # share of words that two names have in common
ENGLISH = {"a", "an", "and", "for", "in", "of", "on", "the", "to"}
SPANISH = {"de", "del", "el", "en", "la", "las", "los", "para", "sobre", "y"}
SMALL = ENGLISH | SPANISH
SIGN = re.compile(r"[^\w]+")
NUMBER = re.compile(r"\d+|[ivxl]+")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
COMPARED = ("name_en", "name_es", "acronym", "other_names")
BEGINNINGS = ("signed", "announced", "in_force", "founded", "start", "issued")


@dataclass
class Likeness:
    """A record like the new one, in what, and how much."""

    record: Record
    why: str
    weight: float

    @property
    def when(self) -> str:
        return span_words(*self.record.lifespan())


@dataclass(frozen=True)
class Entered:
    """What is compared of a new record: its names and acronyms folded, its days by column."""

    names: tuple[str, ...]
    acronyms: frozenset[str]
    days: frozenset[tuple[str, str]]


def day(text: str) -> str:
    """A date that is known to the day, as EDTF, typed in any words; blank for any other."""
    try:
        return stored_day(read(text.strip()))
    except DateError:
        return ""


def stored_day(text: str) -> str:
    """The same for a date that is EDTF already."""
    return text if DAY.fullmatch(text) else ""


def entered(model: type[Record], values: dict[str, str], as_day: Callable = day) -> Entered:
    """What a form holds, ready to be compared."""
    names = [values.get("name_en", ""), values.get("name_es", "")]
    names += values.get("other_names", "").split("|")
    dates = [name for name in edtf_fields(model) if name in BEGINNINGS]
    days = {(name, as_day(values.get(name, ""))) for name in dates}
    return Entered(
        tuple(filter(None, map(plain, names))),
        frozenset(filter(None, map(fold, values.get("acronym", "").split("|")))),
        frozenset(one for one in days if one[1]),
    )


def plain(name: str) -> str:
    """The words of a name, folded, without signs."""
    return " ".join(SIGN.sub(" ", fold(name.replace(".", ""))).split())


def likely(model: type[Record], values: dict[str, str]) -> list[Likeness]:
    """The records of this kind, drafts too, that may be what the form describes, the likest first.

    One query; names are compared here, since databases fold letters each in its own way.
    """
    new = entered(model, values)
    if not (new.names or new.acronyms or new.days):
        return []
    found = [one for row in model.objects.all() if (one := likeness(new, row))]
    return sorted(found, key=lambda one: -one.weight)[:SHOWN]


def likeness(new: Entered, record: Record) -> Likeness | None:
    """In what a record is like the new one, if in anything."""
    values = {name: getattr(record, name) for name in (*COMPARED, *edtf_fields(type(record)))}
    old = entered(type(record), values, stored_day)
    found = list(reasons(new, old))
    why = ", ".join(reason for reason, _weight in found)
    return Likeness(record, why, sum(weight for _reason, weight in found)) if found else None


def reasons(new: Entered, old: Entered) -> Iterator[tuple[str, float]]:
    """What the two have in common, each with its weight."""
    if new.acronyms & old.acronyms:
        yield _("same acronym"), 1
    if new.days & old.days:
        yield _("same day"), 1
    share = max((similar(one, other) for one in new.names for other in old.names), default=0)
    if share:
        yield _("similar name"), share


def similar(one: str, other: str) -> float:
    """How much two plain names are alike, if they may be those of one thing; else 0.

    Numbers and years tell names apart.
    """
    first, second = words(one), words(other)
    if not first or not second or tell_apart(first, second):
        return 0
    share = len(first & second) / len(first | second)
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(f"{shorter} ") and len(words(shorter)) > 1:
        return max(share, ALIKE)
    return share if share >= ALIKE else 0


def words(name: str) -> set[str]:
    found = set(name.split())
    return found - SMALL or found


def tell_apart(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether both have numbers, and different ones: the II and the III conference."""
    one, other = ({word for word in name if NUMBER.fullmatch(word)} for name in (first, second))
    return bool(one and other and one != other)
