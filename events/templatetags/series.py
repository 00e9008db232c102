"""A series of meetings as a strip of squares, from I to the last."""

from dataclasses import dataclass

from django import template

from events.models import Convening, Meeting

register = template.Library()
FEW, LONGEST = 3, 6


@dataclass
class Square:
    """One place in a series: its meeting, or None where the map has none for the number."""

    label: str
    meeting: Meeting | None = None


@register.filter
def squares(group) -> list[Square]:
    """The strip of a group of convenings; empty where there are too few to be a series."""
    return strip([row.link for row in group.rows]) if len(group.rows) >= FEW else []


@register.filter
def strip(rows: list[Convening]) -> list[Square]:
    """The meetings in order, with a square left open for every number that is missing."""
    found, last = [], 0
    for row in rows:
        if row.meeting.is_class:
            continue
        found += [Square(roman(number)) for number in range(last + 1, row.ordinal or 0)]
        found.append(Square(short(row), row.meeting))
        last = max(last, row.ordinal or 0)
    return found


def short(row: Convening) -> str:
    """The number of a meeting as its source writes it, or its year, to fit in a square."""
    label = row.label or (roman(row.ordinal) if row.ordinal else "")
    return label if label and len(label) <= LONGEST else year(row.meeting)


def year(meeting: Meeting) -> str:
    """The year of a meeting that has no number; blank where it is not known."""
    begun = meeting.begins_earliest or meeting.begins_latest
    return str(begun.year) if begun else ""


def roman(number: int) -> str:
    """A Roman numeral: 29 → "XXIX"."""
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"))
    text = ""
    for value, sign in (*signs, (5, "V"), (4, "IV"), (1, "I")):
        text += sign * (number // value)
        number %= value
    return text
