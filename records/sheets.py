"""Reading and writing CSV: what spreadsheets of two countries produce, or a plain refusal."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

BOM = "\ufeff"
MAGIC = {
    b"PK\x03\x04": gettext_lazy("a workbook or zip archive"),
    b"\x1f\x8b": gettext_lazy("a gzip archive"),
    b"\x89PNG": gettext_lazy("a picture"),
    b"\xff\xd8\xff": gettext_lazy("a picture"),
    b"%PDF": gettext_lazy("a PDF"),
    b"\xd0\xcf\x11\xe0": gettext_lazy("an old Excel workbook"),
}
LARGEST_CELL = 1_000_000


class SheetError(ValueError):
    """The file is no sheet that can be read; says what is wrong and what would be right."""


def decode(content: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with a byte order mark."""
    for magic, what in MAGIC.items():
        if content.startswith(magic):
            raise SheetError(
                _("This is %(what)s, not a CSV. Save the sheet as CSV UTF-8.") % {"what": what}
            )
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("The file is not in UTF-8 (byte %(place)s). Save the sheet as CSV UTF-8.")
        raise SheetError(message % {"place": error.start + 1}) from error
    if "\0" in text:
        raise SheetError(_("The file has NUL characters, so it is no text. Save it as CSV UTF-8."))
    return text.removeprefix(BOM)


def read_sheet(content: bytes) -> tuple[list[str], list[list[str]]]:
    """The headers and the lines of a CSV; every line has as many cells as there are headers."""
    text = decode(content)
    csv.field_size_limit(LARGEST_CELL)
    try:
        lines = list(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
        )
    except csv.Error as error:
        raise SheetError(
            _("The file is not well-formed CSV: %(error)s.") % {"error": error}
        ) from error
    lines = [line for line in lines if line]
    if not lines:
        raise SheetError(_("The file is empty. Its first row should name the columns."))
    headers = [cell.strip() for cell in lines[0]]
    check_headers(headers)
    return headers, list(squared(headers, lines[1:]))


def delimiter(text: str) -> str:
    """Comma, semicolon or tab: the one that the heading has most of."""
    heading = text.split("\n", 1)[0].split("\r", 1)[0]
    return max(",;\t", key=heading.count)


def check_headers(headers: list[str]) -> None:
    """Every column has a name, and no two have the same."""
    for place, name in enumerate(headers, 1):
        if not name:
            raise SheetError(_("Column %(place)s has no name in the first row.") % {"place": place})
        if headers.index(name) != place - 1:
            raise SheetError(_("The column “%(name)s” stands twice.") % {"name": name})


def squared(headers: list[str], lines: list[list[str]]) -> Iterator[list[str]]:
    """The lines, each as long as the heading, or a sentence about the first that is not."""
    for number, line in enumerate(lines, 1):
        if len(line) != len(headers):
            message = _("Row %(number)s has %(cells)s cells where the heading has %(columns)s.")
            values = {"number": number, "cells": len(line), "columns": len(headers)}
            raise SheetError(message % values)
        yield line


class Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_lines(headers: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """The lines of a CSV, one by one."""
    plain = csv.writer(Echo(), lineterminator="\n")
    quoted = csv.writer(Echo(), lineterminator="\n", quoting=csv.QUOTE_ALL)
    yield plain.writerow(headers)
    for row in rows:
        # A lone carriage return would end the row for other readers: quote it.
        yield (quoted if any("\r" in cell for cell in row) else plain).writerow(row)
