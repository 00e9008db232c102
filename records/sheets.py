"""Reading and writing CSV: what spreadsheets of two countries produce, or a plain refusal.

Taken: UTF-8, or UTF-16 with a byte order mark; comma, semicolon or tab, also named by a first
line such as `sep=;`; any line ends. Blank rows, and blank cells beyond the heading, are passed
over. Text is kept as it stands, spaces and line ends included.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils.translation import gettext as _

from records.characters import composed, flaw, may_be_flawed
from records.decoding import SheetError, decode

__all__ = ["SheetError", "csv_lines", "read_sheet"]

DELIMITERS = ",;\t"
LARGEST_CELL = 1_000_000
MOST_FLAWS = 20  # told at once
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?(?:\r\n?|\n|\Z)', re.IGNORECASE)


def read_sheet(content: bytes, exact: bool = False) -> tuple[list[str], list[list[str]]]:
    """The headers and the lines of a CSV; every line has as many cells as there are headers.

    What people send is also checked for characters that they cannot have meant, and composed.
    With `exact` every text is taken as it is: for our own dumps, which hold what the database held.
    """
    text, separator = without_separator_line(decode(content))
    lines = [line for line in parsed(text, separator) if any(map(str.strip, line))]
    if not lines:
        raise SheetError(_("The file is empty. Its first row should name the columns."))
    headers = heading(lines[0])
    rows = list(squared(headers, lines[1:]))
    if exact:
        return headers, rows
    if may_be_flawed(text):
        check_texts(headers, rows)
    if not unicodedata.is_normalized("NFC", text):
        rows = [[composed(cell) for cell in row] for row in rows]
    return headers, rows


def without_separator_line(text: str) -> tuple[str, str]:
    """The text without a first line such as `sep=;`, and the delimiter of what follows."""
    found = SEPARATOR_LINE.match(text)
    if not found:
        return text, delimiter(text)
    if found[1] not in DELIMITERS:
        message = _("The first line names “%(sign)s” as the separator. Use a comma, ; or a tab.")
        raise SheetError(message % {"sign": found[1]})
    return text[found.end() :], found[1]


def delimiter(text: str) -> str:
    """Comma, semicolon or tab: the one that the heading has most of."""
    lines = (found[0] for found in re.finditer(r"[^\r\n]+", text))
    first = next((line for line in lines if line.strip(f" {DELIMITERS}")), "")
    return max(DELIMITERS, key=first.count)


def parsed(text: str, separator: str) -> list[list[str]]:
    """The cells of every line, or a sentence about the quotation mark that is wrong."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines, begins = [], 1
    try:
        for line in reader:
            lines.append(line)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise SheetError(misquoted(str(error), begins)) from error
    return lines


def misquoted(error: str, line: int) -> str:
    """A sentence for an error of Python's reader, in the row that begins at the line."""
    if "field larger" in error:
        message = _(
            "The row that begins in line %(line)s has a cell of more than %(most)s characters. "
            "Shorten it."
        )
        return message % {"line": line, "most": LARGEST_CELL}
    if "end of data" in error:
        message = _(
            "The file is not well-formed CSV: the row that begins in line %(line)s has a quotation "
            "mark that is never closed. Close it."
        )
        return message % {"line": line}
    message = _(
        "The file is not well-formed CSV: in the row that begins in line %(line)s text follows a "
        "closing quotation mark. Double the quotation marks inside a cell."
    )
    return message % {"line": line}


def heading(line: list[str]) -> list[str]:
    """The names of the columns, each given and each once; blank cells at the end are none."""
    headers = [composed(cell.strip()) for cell in line]
    while not headers[-1]:
        headers.pop()
    seen = set()
    for place, name in enumerate(headers, 1):
        if not name:
            raise SheetError(_("Column %(place)s has no name in the first row.") % {"place": place})
        if wrong := flaw(name):
            raise SheetError(_("Column %(place)s: %(flaw)s") % {"place": place, "flaw": wrong})
        if name in seen:
            raise SheetError(_("The column “%(name)s” stands twice.") % {"name": name[:60]})
        seen.add(name)
    return headers


def squared(headers: list[str], lines: list[list[str]]) -> Iterator[list[str]]:
    """The lines, each as long as the heading, or a sentence about the first that is not."""
    width = len(headers)
    for number, line in enumerate(lines, 1):
        if len(line) < width or any(map(str.strip, line[width:])):
            message = _(
                "Row %(number)s has %(cells)s cells where the heading has %(columns)s. "
                "Text with commas or line breaks belongs in quotation marks."
            )
            values = {"number": number, "cells": len(line), "columns": width}
            raise SheetError(message % values)
        yield line[:width]


def check_texts(headers: list[str], rows: list[list[str]]) -> None:
    """Every cell can be read by people: a sentence about each of the first that cannot."""
    if found := list(islice(flaws(headers, rows), MOST_FLAWS)):
        raise SheetError(" ".join(found))


def flaws(headers: list[str], rows: list[list[str]]) -> Iterator[str]:
    """What is wrong with the characters of cells, and where."""
    for number, row in enumerate(rows, 1):
        for name, cell in zip(headers, row, strict=True):
            if cell and (wrong := flaw(cell)):
                message = _("Row %(number)s, column %(name)s: %(flaw)s")
                yield message % {"number": number, "name": name, "flaw": wrong}


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
