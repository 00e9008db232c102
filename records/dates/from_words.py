"""Dates in English or Spanish words to EDTF text: the inverse of to_words, and more forgiving."""

import re
import unicodedata
from datetime import timedelta

from records.dates.bounds import from_bounds
from records.dates.edtf import UNIT, parse
from records.dates.errors import DateError, unreadable
from records.dates.phrases import ENGLISH, SPANISH

LONGEST = 1000
NOT_KNOWN = {"date not known", "date unknown", "unknown", "fecha desconocida", "desconocida"}
MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
MONTHS = {
    name[:length]: number
    for phrases in (ENGLISH, SPANISH)
    for number, name in enumerate(map(str.casefold, phrases.months), 1)
    for length in (3, len(name))
} | {"sept": 9, "set": 9, "setiembre": 9}

MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.?[ºo°])?"
YEAR = r"(?P<year>[0-9]{4})"
OF_YEAR = rf",? (?:of |de |del )?{YEAR}"

# Whole texts for a single date, and the EDTF each stands for. Texts come folded: no capitals or
# accents, so "año" is "ano".
SINGLE = [
    (re.compile(pattern), form)
    for pattern, form in (
        (rf"(?:the year |el ano |ano )?{YEAR}", "{year}"),
        (rf"(?:the |el dia |el |dia )?{DAY} (?:of |de )?{MONTH}{OF_YEAR}", "{year}-{month}-{day}"),
        (rf"{MONTH}{OF_YEAR}", "{year}-{month}"),
        (r"(?:the )?(?P<year>[0-9]{3})0'?s", "{year}X"),
        (r"(?:la )?decada de (?:los )?(?P<year>[0-9]{3})0", "{year}X"),
        (r"(?:an )?unknown year of (?P<year>[0-9]{2})00–(?P=year)99", "{year}XX"),
        (r"(?:un )?ano desconocido de (?P<year>[0-9]{2})00–(?P=year)99", "{year}XX"),
        (rf"(?:the )?{DAY} of an unknown month of {YEAR}", "{year}-XX-{day}"),
        (rf"(?:el )?dia {DAY} de un mes desconocido de {YEAR}", "{year}-XX-{day}"),
    )
]
ABOUT = re.compile(
    r"(?:(?:about|around|approximately|circa|ca|c|hacia|aproximadamente) |ca?\. ?"
    r"|(?:alrededor|cerca) del? )"
)
DOUBT = re.compile(r" ?\((?:uncertain|(?:fecha )?(?:inciert|dudos)[ao])\)$|\?$")

# Whole texts that hold one or two single dates, in the order in which they are tried.
COMPOUND = [
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(.+?)(?: ?– ?| to | a )(?:the |la )?(?:present|today|fecha|actualidad)", "{}/.."),
        (r"between (.+) and (.+)|entre (.+) y (.+)", "[{}..{}]"),
        (r"(?:from |since |desde |del? )?(.+) (?:to|until|hasta|al?) (.+)", "{}/{}"),
        (r"(?:since|desde) (.+)", "{}/.."),
        (r"(?:until|hasta) (.+)", "../{}"),
        (r"(.+) (?:or before|or earlier|o antes)", "[..{}]"),
        (r"(?:on or before|no later than|a mas tardar) (.+)", "[..{}]"),
        (r"(.+) (?:or later|or after|o despues)", "[{}..]"),
        (r"on or after (.+)", "[{}..]"),
        (r"(.+) – (.+)", "{}/{}"),
        (r"(.+)–(.+)", "{}/{}"),
    )
]
OR = re.compile(r",? (?:or|o|u) ")
AND = re.compile(r",? (?:and|y|e) ")
BEFORE = re.compile(r"(?:before|antes del?) (.+)")
AFTER = re.compile(r"(?:after|despues del?) (.+)")

SPACES = re.compile(r"\s+")
DASHES = re.compile("[‐‑‒—―−]")
# A hyphen is a dash between words, whole years, or days before a month; elsewhere it is EDTF's own.
HYPHENS = re.compile(
    r"(?<= )-(?= )|(?<=[a-z])-(?=[a-z])|(?<=\b[0-9]{4})-(?=[0-9]{4}\b)"
    r"|(?<![0-9-][0-9])(?<=[0-9])-(?=[0-9]{1,2} [a-z])|(?<=^[0-9]{2})-(?=[0-9]{1,2} [a-z])"
)
US_ORDER = re.compile(rf"\b{MONTH} {DAY},? {YEAR}\b")


# Signs of EDTF alone: for such a text the parser's own objection says more.
LIKE_EDTF = re.compile(r"[0-9X~?%\[\]{},./-]*")


def read(text: str) -> str:
    """EDTF text for a date written in words in either language; EDTF itself passes through.

    "hacia 1980" gives "1980~" and "before 1994" gives "[..1993]". Raises DateError for what has
    no meaning, or more than one: 03/04/1985 is never guessed.
    """
    try:
        return parse(text).text
    except DateError:
        edtf = from_folded(folded(text)) if len(text) <= LONGEST else None
        if edtf is None and LIKE_EDTF.fullmatch(text.strip()):
            raise
        if edtf is None:
            raise unreadable(text.strip()) from None
    return parse(edtf).text


def folded(text: str) -> str:
    """Lower case, no accents, single spaces, days before months, and dashes that are dashes."""
    letters = unicodedata.normalize("NFD", text)
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
    plain = DASHES.sub("–", SPACES.sub(" ", plain).strip())
    return US_ORDER.sub(r"\g<day> \g<month> \g<year>", HYPHENS.sub("–", plain))


def from_folded(text: str) -> str | None:
    if text in NOT_KNOWN:
        return "XXXX"
    return single(text) or compound(text) or listed(text) or beyond(text)


def single(text: str) -> str | None:
    """The EDTF of one date with its marks: "about 1980 (uncertain)" gives "1980%"."""
    if UNIT.fullmatch(text.upper()):
        return text.upper()
    rest = DOUBT.sub("", text)
    core = ABOUT.sub("", rest, count=1) if ABOUT.match(rest) else rest
    edtf = unmarked(core)
    return edtf and edtf + MARKS[core != rest, rest != text]


def unmarked(text: str) -> str | None:
    for pattern, form in SINGLE:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            month, day = MONTHS.get(parts.get("month"), 0), int(parts.get("day") or 0)
            return form.format(year=parts["year"], month=f"{month:02}", day=f"{day:02}")
    return None


def compound(text: str) -> str | None:
    for pattern, form in COMPOUND:
        if match := pattern.fullmatch(text):
            dates = completed([group for group in match.groups() if group])
            if dates:
                return form.format(*dates)
    return None


def listed(text: str) -> str | None:
    """ "8, 9 or 14 September 1993" and "1982 y 1983"."""
    for joint, form in ((OR, "[{}]"), (AND, "{{{}}}")):
        parts = joint.split(text)
        if len(parts) == 2:
            dates = completed([*parts[0].split(", "), parts[1]])
            return dates and form.format(",".join(dates))
    return None


def completed(pieces: list[str]) -> list[str] | None:
    """Each piece as EDTF, with the month and year that only the last one says, or None."""
    last = single(pieces[-1])
    if last is None:
        return None
    dates = [single(piece) or lengthened(piece, pieces[-1], last) for piece in pieces[:-1]]
    return [*dates, last] if all(dates) else None


def lengthened(piece: str, ending: str, last: str) -> str | None:
    """The piece with as many of the last date's final words as make it a date of the same kind."""
    tail = ending.split(" ")
    for start in range(len(tail) - 1, 0, -1):
        edtf = single(" ".join([piece, *tail[start:]]))
        if edtf and len(edtf.rstrip("~?%")) == len(last.rstrip("~?%")):
            return edtf
    return None


def beyond(text: str) -> str | None:
    """ "Before 1994" leaves 1994 out, so its last day is 31 December 1993; likewise "after"."""
    match = BEFORE.fullmatch(text) or AFTER.fullmatch(text)
    edtf = match and single(match[1])
    if not edtf or edtf[-1] in "~?%":
        return None
    date, one_day = parse(edtf), timedelta(days=1)
    try:
        if match.re is BEFORE:
            return from_bounds(None, date.earliest - one_day)
        return from_bounds(date.latest + one_day, None)
    except OverflowError:
        return None
