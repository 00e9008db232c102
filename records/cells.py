"""Cells of sheets: what stands in a CSV for a value of each kind, lossless and strict.

Every `clean` gives a value of the column or raises ValueError with a sentence that says what is
wrong and what would be right; every `render` gives the text from which `clean` returns the value.
"""

import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.translation import gettext as _
from import_export.widgets import Widget

from records.characters import named
from records.dates import DateError, read
from records.fields import RefField, SlugKeyField

FORMULA = re.compile(r"^'*[=+\-@\t\r]")
ESCAPED = re.compile(r"^'+[=+\-@\t\r]")
YES = {"true", "yes", "sí", "si", "1", "x", "verdadero"}
NO = {"false", "no", "0", "", "falso"}
# What databases and statistics programs write where there is nothing.
NOTHING = {"null", "none", "nan", "n/a", "n/d", "undefined"}
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
DECIMAL_COMMA = re.compile(r"-?[0-9]+,([0-9]+)")
LONGEST_NUMBER = 40
LONGEST_KEY = 200
RANGES = BaseDatabaseOperations.integer_field_ranges


def guard(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text behind `guard`."""
    return text[1:] if ESCAPED.match(text) else text


def shortened(text: str) -> str:
    """Enough of a long text to find it again."""
    return text if len(text) <= 60 else f"{text[:59]}…"


def suggestion(word: str, known) -> str:
    """A hint at the nearest of the known words, or an empty text."""
    near = get_close_matches(word.casefold()[:LONGEST_KEY], list(known), n=3, cutoff=0.6)
    return " " + _("Did you mean %(near)s?") % {"near": ", ".join(near)} if near else ""


def check_key(text: str) -> None:
    """A key has letters a–z alone, and is not the word that a program writes for nothing."""
    if text.casefold() in NOTHING:
        message = _("“%(text)s” stands for nothing in other programs. Leave the cell blank.")
        raise ValueError(message % {"text": text})
    if strange := re.search(r"[^\x20-\x7e]", text):
        message = _("“%(text)s” has the letter “%(letter)s” (%(name)s). Keys are written with a–z.")
        values = {"text": shortened(text), "letter": strange[0], "name": named(strange[0])}
        raise ValueError(message % values)


class Cell(Widget):
    """Text, guarded against being read as a formula."""

    def __init__(self, field):
        super().__init__()
        self.field = field

    def blank(self):
        """What an empty cell means: the column's default, or the empty text."""
        return self.field.get_default()

    def clean(self, value, row=None, **kwargs):
        text = unguard("" if value is None else str(value))
        return text if text else self.blank()

    def render(self, value, obj=None, **kwargs):
        return guard("" if value is None else str(value))


class PlainCell(Cell):
    """Slugs, refs and choices: small words that carry no spaces around them."""

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip()
        if isinstance(self.field, SlugKeyField | RefField):
            check_key(text)
        return text or self.blank()

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else str(value)


class ChoiceCell(PlainCell):
    """One of the values that the codebook lists."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        known = [key for key, _label in self.field.choices]
        if not text and text not in known:
            message = _("This cell cannot be blank. Write one of: %(known)s.")
            raise ValueError(message % {"known": ", ".join(known)})
        if text not in known:
            message = _("“%(text)s” is not one of: %(known)s.")
            raise ValueError(message % {"text": shortened(text), "known": ", ".join(known)})
        return text


class EdtfCell(PlainCell):
    """A date in EDTF, or in words that mean one: "June 1980", "hacia 1980"."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        try:
            return read(text)
        except DateError as error:
            raise ValueError(str(error)) from error


class BooleanCell(PlainCell):
    """true or false."""

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip().casefold()
        if text not in YES | NO:
            raise ValueError(_("“%(text)s” should be true or false.") % {"text": shortened(text)})
        return text in YES

    def render(self, value, obj=None, **kwargs):
        return "true" if value else "false"


class DayCell(PlainCell):
    """A calendar day such as 2009-08-14."""

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip()
        if not text:
            return self.blank()
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            message = _("“%(text)s” should be a day such as 2009-08-14.")
            raise ValueError(message % {"text": shortened(text)}) from error


def with_comma(text: str, thousands: bool) -> str:
    """A sentence about a number with a comma, which may mean either of two numbers."""
    values = {"text": text, "point": text.replace(",", "."), "plain": text.replace(",", "")}
    if thousands:
        return _("“%(text)s” can mean two numbers. Write %(point)s or %(plain)s.") % values
    return _("“%(text)s” has a decimal comma. Write %(point)s.") % values


class NumberCell(PlainCell):
    """A whole or decimal number with a point, as short as it can be written."""

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip()
        if not text:
            return None
        if comma := DECIMAL_COMMA.fullmatch(text):
            raise ValueError(with_comma(text, thousands=len(comma[1]) == 3))
        if not NUMBER.fullmatch(text) or len(text) > LONGEST_NUMBER:
            message = _("“%(text)s” should be a number such as 41 or 49.1.")
            raise ValueError(message % {"text": shortened(text)})
        if isinstance(self.field, models.IntegerField):
            return self.whole(text)
        return Decimal(text)

    def whole(self, text: str) -> int:
        """A whole number that fits into the column on every database."""
        if "." in text:
            message = _("“%(text)s” should be a whole number such as 41.")
            raise ValueError(message % {"text": text})
        least, most = RANGES[self.field.get_internal_type()]
        if not least <= int(text) <= most:
            message = _("“%(text)s” should lie between %(least)s and %(most)s.")
            raise ValueError(message % {"text": text, "least": least, "most": most})
        return int(text)

    def render(self, value, obj=None, **kwargs):
        if value is None:
            return ""
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        return text.rstrip("0").rstrip(".") if "." in text else text


class KeyCell(PlainCell):
    """A foreign key, written as the slug of the row it leads to; looked up once for the sheet.

    With `published_only`, keys that lead to drafts are written as blanks.
    """

    published_only = False

    def __init__(self, field):
        super().__init__(field)
        self.forget()

    def forget(self) -> None:
        """Drop what was looked up: the other table may have changed."""
        self.pks: dict[str, int] | None = None
        self.slugs: dict[int, str] | None = None

    def look_up(self) -> dict[str, int]:
        """The keys of the other table by slug."""
        if self.pks is None:
            name = self.field.related_model.KEY[0]
            rows = self.field.related_model._base_manager.values_list(name, "pk")
            self.pks = dict(rows)
        return self.pks

    def clean(self, value, row=None, **kwargs):
        slug = "" if value is None else str(value).strip()
        if not slug:
            return None
        known = self.look_up()
        if slug not in known:
            check_key(slug)
            message = _("“%(slug)s” is in no row of %(table)s.") % {
                "slug": shortened(slug),
                "table": self.field.related_model._meta.verbose_name_plural,
            }
            raise ValueError(message + suggestion(slug, known))
        return known[slug]

    def render(self, value, obj=None, **kwargs):
        if value is None:
            return ""
        if self.slugs is None:
            self.slugs = self.shown()
        return self.slugs.get(value, "") if self.published_only else self.slugs[value]

    def shown(self) -> dict[int, str]:
        """The slugs that may be written, by key."""
        if not self.published_only:
            return {pk: slug for slug, pk in self.look_up().items()}
        rows = self.field.related_model.objects.published()
        return dict(rows.values_list("pk", self.field.related_model.KEY[0]))
