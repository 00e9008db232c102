"""Cells of sheets: what stands in a CSV for a value of each kind, lossless and strict.

Every `clean` gives a value of the column or raises ValueError with a sentence that says what is
wrong and what would be right; every `render` gives the text from which `clean` returns the value.
"""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from django.utils.translation import gettext as _
from import_export.widgets import Widget

from records.dates import DateError, parse

FORMULA = re.compile(r"^'*[=+\-@\t\r]")
ESCAPED = re.compile(r"^'+[=+\-@\t\r]")
YES = {"true", "yes", "sí", "si", "1", "x"}
NO = {"false", "no", "0", ""}


def guard(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text behind `guard`."""
    return text[1:] if ESCAPED.match(text) else text


def suggestion(word: str, known) -> str:
    """A hint at the nearest of the known words, or an empty text."""
    near = get_close_matches(word, list(known), n=3, cutoff=0.6)
    return " " + _("Did you mean %(near)s?") % {"near": ", ".join(near)} if near else ""


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
        return text or self.blank()

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else str(value)


class ChoiceCell(PlainCell):
    """One of the values that the codebook lists."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        known = [key for key, _label in self.field.choices]
        if text not in known:
            message = _("“%(text)s” is not one of: %(known)s.")
            raise ValueError(message % {"text": text, "known": ", ".join(known)})
        return text


class EdtfCell(PlainCell):
    """A date in EDTF."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value)
        try:
            return parse(text).text
        except DateError as error:
            raise ValueError(str(error)) from error


class BooleanCell(PlainCell):
    """true or false."""

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip().casefold()
        if text not in YES | NO:
            raise ValueError(_("“%(text)s” should be true or false.") % {"text": text})
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
            raise ValueError(message % {"text": text}) from error


class NumberCell(PlainCell):
    """A whole or decimal number with a point, as short as it can be written."""

    def clean(self, value, row=None, **kwargs):
        text = "" if value is None else str(value).strip()
        if not text:
            return None
        try:
            if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
                raise InvalidOperation
            return self.field.to_python(Decimal(text) if "." in text else text)
        except (InvalidOperation, ArithmeticError) as error:
            message = _("“%(text)s” should be a number such as 41 or 49.1.")
            raise ValueError(message % {"text": text}) from error

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
            message = _("“%(slug)s” is in no row of %(table)s.") % {
                "slug": slug,
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
