"""EDTF text to its bounds: the whole grammar of dates that this project accepts."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from records.dates import errors

# [0-9] and not \d, which would let other scripts' digits through. Groups: year, month, day;
# or a decade or century; and the mark.
UNIT = re.compile(r"(?:([0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?|([0-9]{2}[0-9X]X))([~?%]?)")
SEPARATOR = re.compile(r"\.\.|[,/]")
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
ONE_DAY = timedelta(days=1)


class Edtf(NamedTuple):
    """What a date means. A bound of None is open; blank and unknown dates have neither bound.

    A tuple rather than a dataclass because imports make hundreds of thousands of them.
    `precision`: day, month, year, decade, century, "day of unknown month"; "one of" and "range"
    in square brackets; "each" in braces; interval; unknown (XXXX); blank.
    """

    text: str
    earliest: date | None
    latest: date | None
    approximate: bool
    uncertain: bool
    goes_on: bool
    precision: str


BLANK = Edtf("", None, None, False, False, False, "blank")
UNKNOWN = Edtf("XXXX", None, None, False, False, False, "unknown")


def read_edtf(text: str) -> Edtf:
    """What an EDTF text means, worked out anew; DateError, and nothing else, on other text."""
    text = text.strip()
    if match := UNIT.fullmatch(text):
        return unit(match)
    if not text:
        return BLANK
    if text == "XXXX":
        return UNKNOWN
    if text[0] == "[" and text[-1] == "]":
        return one_of_range(text) if ".." in text else several(text, "one of")
    if text[0] == "{" and text[-1] == "}":
        return several(text, "each")
    if text.count("/") == 1:
        return interval(text)
    raise errors.unreadable(text)


parse = lru_cache(maxsize=65_536)(read_edtf)


def unit(match: re.Match) -> Edtf:
    """A single day, month, year, decade or century with its mark."""
    year, month, day, wide, mark = match.groups()
    try:
        if wide:
            text, precision, first, last = wide_bounds(wide)
        else:
            text, precision, first, last = calendar_bounds(year, month, day)
    except ValueError:
        raise errors.impossible(match[0], year, month, day) from None
    if not mark:
        return Edtf(text, first, last, False, False, False, precision)
    approximate = mark != "?"
    if approximate:
        first, last = widened(first, last, precision)
    return Edtf(text + mark, first, last, approximate, mark != "~", False, precision)


def calendar_bounds(year: str, month: str | None, day: str | None):
    """Text, precision, first and last day; ValueError where the calendar has no such day.

    Parts left open at the end add nothing, so 1964-06-XX is written 1964-06, and 1964-XX is 1964.
    """
    number = int(year)
    if month == "XX" and day not in (None, "XX"):
        # January and December have every day that any month has.
        first, last = date(number, 1, int(day)), date(number, 12, int(day))
        return f"{year}-XX-{day}", "day of unknown month", first, last
    if month is None or month == "XX":
        return year, "year", date(number, 1, 1), date(number, 12, 31)
    if day is None or day == "XX":
        last = monthrange(number, int(month))[1]
        first = date(number, int(month), 1)
        return f"{year}-{month}", "month", first, first.replace(day=last)
    exact = date(number, int(month), int(day))
    return f"{year}-{month}-{day}", "day", exact, exact


def wide_bounds(text: str):
    """As calendar_bounds for 198X and 19XX; there is no year 0, so 000X begins in the year 1."""
    first = max(int(text.replace("X", "0")), 1)
    precision = "century" if text[2] == "X" else "decade"
    return text, precision, date(first, 1, 1), date(int(text.replace("X", "9")), 12, 31)


def widened(first: date, last: date, precision: str) -> tuple[date, date]:
    """One unit earlier and one later, for dates marked "about"; cut off where the calendar ends."""
    if precision not in MONTHS_IN:
        return (
            first - ONE_DAY if first > date.min else first,
            last + ONE_DAY if last < date.max else last,
        )
    months = MONTHS_IN[precision]
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    earlier = date(year, month + 1, 1) if year >= 1 else date.min
    year, month = divmod(last.year * 12 + last.month - 1 + months, 12)
    later = date(year, month + 1, monthrange(year, month + 1)[1]) if year <= 9999 else date.max
    return earlier, later


def member(text: str, whole: str) -> Edtf:
    """A date inside brackets or an interval: always a single one."""
    match = UNIT.fullmatch(text)
    if match is None:
        raise errors.not_single(whole, text)
    return unit(match)


def members(value: Edtf) -> list[Edtf]:
    """The single dates that a set, range or interval is written with, in order."""
    texts = SEPARATOR.split(value.text.strip("[]{}"))
    return [parse(text) for text in texts if text]


def several(text: str, precision: str) -> Edtf:
    """`[a,b]`, one of these, or `{a,b}`, each of these: ascending, two or more."""
    dates = [member(part, text) for part in text[1:-1].split(",")]
    if len(dates) < 2:
        raise errors.too_few(text)
    ordered = sorted(dates, key=lambda one: (one.earliest, one.latest))
    if dates != ordered:
        raise errors.out_of_order(text, bracketed(text, ordered))
    if len({one.text.rstrip("~?%") for one in dates}) < len(dates):
        raise errors.repeated(text)
    latest = max(one.latest for one in dates)
    return compound(bracketed(text, dates), dates, dates[0].earliest, latest, precision)


def bracketed(text: str, dates: list[Edtf]) -> str:
    return text[0] + ",".join(one.text for one in dates) + text[-1]


def one_of_range(text: str) -> Edtf:
    """`[..a]`, `[a..]` and `[a..b]`: one day, not known which, on that side or between."""
    first, _dots, last = text[1:-1].partition("..")
    if not (first or last):
        raise errors.too_few(text)
    start = member(first, text) if first else BLANK
    end = member(last, text) if last else BLANK
    return two_sided(text, start, end, f"[{start.text}..{end.text}]", "range")


def interval(text: str) -> Edtf:
    """`a/b`, a duration; `a/..`, which goes on; `../b`, with a beginning that is not known."""
    first, _slash, last = text.partition("/")
    if not (first and last):
        raise errors.open_end(text)
    if first == last == "..":
        raise errors.unreadable(text)
    start = BLANK if first == ".." else member(first, text)
    end = BLANK if last == ".." else member(last, text)
    whole = f"{start.text or '..'}/{end.text or '..'}"
    return two_sided(text, start, end, whole, "interval")._replace(goes_on=end is BLANK)


def two_sided(text: str, start: Edtf, end: Edtf, whole: str, precision: str) -> Edtf:
    """From the start of the first date to the end of the last; a blank side is open."""
    if start is not BLANK and end is not BLANK and end.latest < start.earliest:
        raise errors.out_of_order(text, swapped(whole, start.text, end.text))
    return compound(whole, (start, end), start.earliest, end.latest, precision)


def swapped(whole: str, first: str, last: str) -> str:
    middle = whole.strip("[]")[len(first) : -len(last)]
    return whole.replace(first + middle + last, last + middle + first)


def compound(text, dates, earliest, latest, precision) -> Edtf:
    """Doubt about one member is doubt about the whole."""
    approximate = any(one.approximate for one in dates)
    uncertain = any(one.uncertain for one in dates)
    return Edtf(text, earliest, latest, approximate, uncertain, False, precision)
