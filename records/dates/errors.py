"""The sentences that say why a text is not a date and which form would be right."""

import re
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

FORMS = _(
    "Write a year (1980), a month (1980-06), a day (1980-06-26), about (1980~), unsure (1980?), "
    "one of ([1982,1983]), on or before ([..1994]), on or after ([1994..]), from one date to "
    "another (1989/1994), still going on (2005-03/..), or XXXX when the date is not known."
)
NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})")


class DateError(ValueError):
    """A text is not a date; `message` says why to whoever wrote it, translated lazily."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def __str__(self):
        return str(self.message)


def shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def not_a_date(text: str, reason=None) -> DateError:
    """The error for a text that has no meaning; `reason` is a translated clause, if known."""
    if reason is None:
        sentence = _("“{text}” is not a date we can read. {forms}")
        return DateError(format_lazy(sentence, text=shortened(text), forms=FORMS))
    sentence = _("“{text}” is not a date we can read: {reason}. {forms}")
    return DateError(format_lazy(sentence, text=shortened(text), reason=reason, forms=FORMS))


def impossible(text: str, year: str, month: str | None, day: str | None) -> DateError:
    """The error for a well-formed text that names a year, month or day that never was."""
    if year == "0000":
        return not_a_date(text, _("years are counted from 0001 to 9999"))
    if month and month != "XX" and not 1 <= int(month) <= 12:
        return not_a_date(text, format_lazy(_("month {month} does not exist"), month=month))
    if month == "XX":
        return not_a_date(text, format_lazy(_("no month has a day {day}"), day=day))
    reason = _("{year}-{month} has no day {day}")
    return not_a_date(text, format_lazy(reason, year=year, month=month, day=day))


def out_of_order(text: str, right: str) -> DateError:
    sentence = _("“{text}” is out of order: the earlier date comes first. Write {right}.")
    return DateError(format_lazy(sentence, text=shortened(text), right=shortened(right)))


def too_few(text: str) -> DateError:
    reason = _("brackets hold two or more dates with commas, or two dots for a range")
    return not_a_date(text, reason)


def repeated(text: str) -> DateError:
    return not_a_date(text, _("it names the same date twice"))


def open_end(text: str) -> DateError:
    return not_a_date(
        text, _("one side of the stroke is empty; an open side is written with two dots")
    )


def not_single(whole: str, part: str) -> DateError:
    reason = format_lazy(_("“{part}” in it is not a single date"), part=shortened(part))
    return not_a_date(whole, reason)


def unreadable(text: str) -> DateError:
    """The error for any other text; dates in numbers are never guessed, only suggested."""
    if match := NUMERIC.fullmatch(text):
        first, _separator, second, year = match.groups()
        return ambiguous(text, real_days(year, (second, first), (first, second)))
    if match := YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
        return ambiguous(text, real_days(year, (month, day)))
    if any(sign.isdigit() and not sign.isascii() for sign in text):
        return not_a_date(text, _("only the digits 0 to 9 are read"))
    return not_a_date(text)


def real_days(year: str, *months_and_days: tuple[str, str]) -> list[str]:
    """Those of the readings that are days of the calendar, in EDTF, each once."""
    days = []
    for month, day in months_and_days:
        try:
            days.append(date(int(year), int(month), int(day)).isoformat())
        except ValueError:
            continue
    return list(dict.fromkeys(days))


def ambiguous(text: str, days: list[str]) -> DateError:
    if not days:
        return not_a_date(text)
    if len(days) == 1:
        sentence = _(
            "“{text}” is not how dates are written here. Write {day} if you mean that day."
        )
        return DateError(format_lazy(sentence, text=text, day=days[0]))
    sentence = _("“{text}” can mean two days. Write {first} or {second}.")
    return DateError(format_lazy(sentence, text=text, first=days[0], second=days[1]))
