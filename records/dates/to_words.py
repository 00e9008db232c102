"""Dates as a reader wants them, in English or Mexican Spanish; from_words.read is the inverse."""

import re

from records.dates.bounds import as_edtf
from records.dates.edtf import UNIT, Edtf, members
from records.dates.phrases import Phrases, ordinal, phrases_for

# Before the sound of an o, Spanish says "u": "7 u 8 de mayo", "septiembre u octubre".
SOUNDS_LIKE_O = re.compile(r"8|11\b|octubre")


def words(value: str | Edtf, language: str | None = None) -> str:
    """A date in words, with no more precision than it has; blank gives "". Raises DateError."""
    return in_words(as_edtf(value), phrases_for(language))


def in_words(date: Edtf, phrases: Phrases) -> str:
    if date.precision in ("blank", "unknown"):
        return phrases.unknown if date.text else ""
    if date.precision == "interval":
        return interval_in_words(date, phrases)
    if date.precision == "range":
        return range_in_words(date, phrases)
    if date.precision in ("one of", "each"):
        joint = phrases.or_ if date.precision == "one of" else phrases.and_
        return listed(members(date), joint, phrases)
    return marked(date, phrases)


def interval_in_words(date: Edtf, phrases: Phrases) -> str:
    if date.goes_on:
        return after(phrases.since, members(date)[0], phrases)
    if date.earliest is None:
        return after(phrases.until, members(date)[0], phrases)
    return dashed(*members(date), phrases)


def range_in_words(date: Edtf, phrases: Phrases) -> str:
    first, *rest = members(date)
    if date.earliest is None:
        return phrases.or_before.format(marked(first, phrases))
    if date.latest is None:
        return phrases.or_later.format(marked(first, phrases))
    return between(first, rest[0], phrases)


def between(first: Edtf, last: Edtf, phrases: Phrases) -> str:
    if first == last:
        return marked(first, phrases)
    article = phrases.articles.get(first.precision, "")
    short = shortened(first, last, phrases)
    opening = article + short if short else noun(first, phrases)
    return contracted(phrases.between.format(opening, noun(last, phrases)))


def listed(dates: list[Edtf], joint: str, phrases: Phrases) -> str:
    """ "8 and 14 September 1993": what the last date says too is said once."""
    last = dates[-1]
    pieces = [shortened(one, last, phrases) or marked(one, phrases) for one in dates[:-1]]
    ending = marked(last, phrases)
    if joint == "o" and SOUNDS_LIKE_O.match(ending):
        joint = "u"
    return f"{', '.join(pieces)} {joint} {ending}"


def dashed(first: Edtf, last: Edtf, phrases: Phrases) -> str:
    """ "1989–1994", "26–27 June 1980", "30 May – 2 June 1996"; the same date twice is said once."""
    if first == last:
        return marked(first, phrases)
    short, ending = shortened(first, last, phrases), marked(last, phrases)
    opening = short or marked(first, phrases)
    one_word_each = " " not in opening and (short or " " not in ending)
    return f"{opening}–{ending}" if one_word_each else f"{opening} – {ending}"


def shortened(date: Edtf, last: Edtf, phrases: Phrases) -> str:
    """The date without the year, or month and year, that `last` repeats; "" if it must be whole."""
    if date.precision != last.precision or date.precision not in ("day", "month"):
        return ""
    year, month, day, _wide, mark = UNIT.fullmatch(date.text).groups()
    last_year, last_month, _day, _wide, last_mark = UNIT.fullmatch(last.text).groups()
    if mark or last_mark or year != last_year:
        return ""
    name = phrases.months[int(month) - 1]
    if day is None:
        return name
    if month == last_month:
        return str(int(day))
    return phrases.day_and_month.format(day=int(day), month=name)


def marked(date: Edtf, phrases: Phrases) -> str:
    """A single date with its marks, standing alone: "about the 1980s (uncertain)"."""
    text = plain(date, phrases)
    if date.approximate:
        text = phrases.about.format(phrases.articles.get(date.precision, "") + text)
    return phrases.uncertain.format(text) if date.uncertain else text


def noun(date: Edtf, phrases: Phrases) -> str:
    """A single date with its marks, after a preposition: "alrededor de la década de 1980"."""
    text = phrases.articles.get(date.precision, "") + plain(date, phrases)
    if date.approximate:
        text = phrases.about_after_preposition.format(text)
    return phrases.uncertain.format(text) if date.uncertain else text


def plain(date: Edtf, phrases: Phrases) -> str:
    """A single date without its marks, taken from its text: the bounds of "about" are wider."""
    year, month, day, wide, _mark = UNIT.fullmatch(date.text).groups()
    if wide:
        first, last = wide.replace("X", "0"), wide.replace("X", "9")
        form = phrases.decade if date.precision == "decade" else phrases.century
        return form.format(year=first, first=first, last=last)
    if month is None:
        return year
    if month == "XX":
        return phrases.some_day.format(day=int(day), ordinal=ordinal(int(day)), year=year)
    name = phrases.months[int(month) - 1]
    form = phrases.day if day else phrases.month
    return form.format(day=int(day or 0), month=name, year=year)


def after(form: str, date: Edtf, phrases: Phrases) -> str:
    """A form such as "since {}" filled with any date."""
    if date.precision == "unknown":
        return form.format(phrases.an_unknown)
    return contracted(form.format(complement(date, phrases)))


def complement(date: Edtf, phrases: Phrases) -> str:
    """Any date after a preposition: "el 15 de junio de 2009 o antes"."""
    if UNIT.fullmatch(date.text):
        return noun(date, phrases)
    if date.precision != "range":
        return in_words(date, phrases)
    if date.earliest and date.latest:
        return phrases.some_time.format(in_words(date, phrases))
    form = phrases.or_later if date.earliest else phrases.or_before
    return form.format(noun(members(date)[0], phrases))


def contracted(text: str) -> str:
    return text.replace(" de el ", " del ")


def span_words(
    start: str | Edtf, end: str | Edtf, language: str | None = None, goes_on: bool = False
) -> str:
    """A record's start and end in words: "26–27 June 1980", "since 1980", "until 2000".

    A blank end was not recorded ("from 1980"), unless it `goes_on` ("since 1980").
    Raises DateError.
    """
    start, end, phrases = as_edtf(start), as_edtf(end), phrases_for(language)
    if not end.text:
        return without_end(start, phrases, goes_on)
    if not start.text:
        return after(phrases.until, end, phrases)
    if start == end:
        return in_words(start, phrases)
    if UNIT.fullmatch(start.text) and UNIT.fullmatch(end.text):
        return dashed(start, end, phrases)
    return f"{in_words(start, phrases)} – {in_words(end, phrases)}"


def without_end(start: Edtf, phrases: Phrases, goes_on: bool) -> str:
    if start.precision == "interval":
        return in_words(start, phrases)
    if not start.text:
        return phrases.until_today if goes_on else ""
    return after(phrases.since if goes_on else phrases.from_, start, phrases)


def explain(value: str | Edtf, language: str | None = None) -> str:
    """What was understood, for the person who wrote it, with the days it can mean.

    "about 1980: between 1 January 1979 and 31 December 1981". Raises DateError.
    """
    date, phrases = as_edtf(value), phrases_for(language)
    text, reach = in_words(date, phrases), bounds_in_words(date, phrases)
    return text if reach in ("", text) else f"{text}: {reach}"


def bounds_in_words(date: Edtf, phrases: Phrases) -> str:
    """The days between which a date lies; "" when it is one day, or when nothing is known."""
    if date.earliest == date.latest:
        return ""
    first, last = as_day(date.earliest), as_day(date.latest)
    if first and last:
        return between(first, last, phrases)
    if first:
        return after(phrases.and_goes_on if date.goes_on else phrases.on_or_after, first, phrases)
    return after(phrases.on_or_before, last, phrases)


def as_day(day) -> Edtf | None:
    return as_edtf(day.isoformat()) if day else None
