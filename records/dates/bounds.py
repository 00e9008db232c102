"""Questions about the first and last day that dates can mean."""

from calendar import monthrange
from datetime import date
from typing import Literal

from records.dates import errors
from records.dates.edtf import Edtf, parse


def as_edtf(value: str | Edtf) -> Edtf:
    return value if isinstance(value, Edtf) else parse(value)


def from_bounds(earliest: date | None, latest: date | None) -> str:
    """The shortest plain EDTF text with exactly these bounds; no bounds at all give XXXX.

    The two ends of a range are written alike ("[1982-01..1982-06]"), which reads better than
    "[1982..1982-06]". Raises DateError when the bounds are the wrong way round.
    """
    if earliest is None and latest is None:
        return "XXXX"
    if earliest and latest and latest < earliest:
        raise errors.out_of_order(f"{earliest}/{latest}", f"{latest}/{earliest}")
    single = single_unit(earliest, latest) if earliest and latest else None
    if single:
        return single
    length = common_length(earliest, latest)
    first = earliest.isoformat()[:length] if earliest else ""
    last = latest.isoformat()[:length] if latest else ""
    return f"[{first}..{last}]"


def single_unit(earliest: date, latest: date) -> str | None:
    """The day, month, year, decade or century with these bounds, if there is one."""
    day = earliest.isoformat()
    candidates = (day[:4], f"{day[:3]}X", f"{day[:2]}XX", day[:7], day)
    bounds = (earliest, latest)
    return next((text for text in candidates if parse(text)[1:3] == bounds), None)


def common_length(earliest: date | None, latest: date | None) -> int:
    """How much of an ISO day must be written: 4 for years, 7 for months, 10 for days."""
    starts = (earliest is None or earliest.day == 1, earliest is None or earliest.month == 1)
    ends = (
        latest is None or latest.day == monthrange(latest.year, latest.month)[1],
        latest is None or latest.month == 12,
    )
    if not (starts[0] and ends[0]):
        return 10
    return 4 if starts[1] and ends[1] else 7


def conflict(a: str | Edtf, b: str | Edtf) -> bool:
    """Whether two dates cannot both be right: no day lies within the bounds of both.

    A coarser date supports a finer one (1986 and 1986-08-24), an open side reaches for ever, and
    a blank or unknown date conflicts with nothing.
    """
    a, b = as_edtf(a), as_edtf(b)
    return is_before(a, b) or is_before(b, a)


def is_before(a: Edtf, b: Edtf) -> bool:
    return bool(a.latest and b.earliest and a.latest < b.earliest)


def activity(
    start: str | Edtf, end: str | Edtf, day: date, goes_on: bool = False
) -> Literal["certainly", "possibly", "no"]:
    """Whether what ran from `start` to `end` was active on `day`.

    Certainly: latest start ≤ day ≤ earliest end, or `goes_on` in place of the end.
    Possibly: earliest start ≤ day ≤ latest end, and not certainly.

    A blank start or end was not recorded, which does not mean "never": like any missing bound it
    is open for "possibly" and never enough for "certainly". A start or end that its source is
    unsure of is never enough either. Only bounds count, so that a query over the date columns
    gives the same answer.
    """
    start, end = as_edtf(start), as_edtf(end)
    if (start.earliest and day < start.earliest) or (end.latest and end.latest < day):
        return "no"
    begun = start.latest is not None and start.latest <= day
    lasting = goes_on or (end.earliest is not None and day <= end.earliest)
    doubted = start.uncertain or end.uncertain
    return "certainly" if begun and lasting and not doubted else "possibly"
