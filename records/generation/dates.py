"""EDTF dates of all forms, each of which can mean some day of the year asked for."""

from random import Random

FORMS = [
    *["{year}-{month:02}-{day:02}"] * 16,
    *["{year}-{month:02}"] * 6,
    *["{year}"] * 8,
    *["{year}~"] * 2,
    "{year}-{month:02}~",
    "{year}?",
    "{year}-{month:02}%",
    "{decade}X",
    "{century}XX",
    "{year}-XX-{day:02}",
    "[{year},{next}]",
    "[{year}-{month:02}..{next}]",
    "[..{year}]",
    "[{year}..]",
    "{{{year}-{month:02}-01,{year}-{month:02}-{day:02}}}",
    "{year}/{next}",
    "{year}-{month:02}/..",
    "XXXX",
]


def edtf(random: Random, year: int) -> str:
    """A date that can mean a day of the year: the day, or something coarser."""
    return random.choice(FORMS).format(
        year=year,
        month=1 + int(12 * random.random()),
        day=2 + int(27 * random.random()),
        next=year + 1,
        decade=year // 10,
        century=year // 100,
    )


def days(random: Random, year: int) -> tuple[str, str]:
    """The first and last day of something that took one to four days."""
    month, day = 1 + int(12 * random.random()), 1 + int(25 * random.random())
    start, last = f"{year}-{month:02}-{day:02}", day + int(4 * random.random())
    return start, "" if last == day else f"{year}-{month:02}-{last:02}"
