"""The first sheet of a workbook (XLSX) as texts, read without loss."""

import io
import re
import zipfile
from datetime import date, datetime, time

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from records.characters import composed
from records.sheets import SheetError, check_texts, heading, squared

MOST_BYTES = 400_000_000  # unpacked: a small archive can hold a very large sheet
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
ASIDE = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')


def read_workbook(content: bytes) -> tuple[list[str], list[list[str]]]:
    """The headers and lines of the first sheet; a SheetError if it is none that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > MOST_BYTES:
            raise SheetError(_("The workbook is too large. Divide it into several sheets."))
        sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
        lines = [[text_of(cell) for cell in row] for row in sheet.iter_rows()]
    except SheetError:
        raise
    except Exception as error:  # a damaged archive fails in any of a dozen ways
        message = _("This is no workbook that can be read. Save the sheet as XLSX or CSV UTF-8.")
        raise SheetError(message) from error
    return checked(lines)


def checked(lines: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """The headers and the lines under them, by the same rules as those of a CSV."""
    lines = [line for line in lines if any(cell.strip() for cell in line)]
    if not lines:
        raise SheetError(_("The file is empty. Its first row should name the columns."))
    headers = heading(lines[0])
    lines = [line + [""] * (len(headers) - len(line)) for line in lines[1:]]
    rows = [[composed(cell) for cell in line] for line in squared(headers, lines)]
    check_texts(headers, rows)
    return headers, rows


def text_of(cell) -> str:
    """What stands in a cell: text as it is, a day as ISO 8601, a number without padding."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        message = _("Cell %(place)s holds a formula. Put its value there instead.")
        raise SheetError(message % {"place": place(cell)})
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date | time):
        return day(cell)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def day(cell) -> str:
    """A day as 1980-06-26; only as exact as the cell shows it, so that "Jun-80" is 1980-06."""
    value = cell.value
    if isinstance(value, time) or (isinstance(value, datetime) and value.time() != time()):
        message = _("Cell %(place)s holds a time of day. Write a date such as 1980-06-26.")
        raise SheetError(message % {"place": place(cell)})
    shown = ASIDE.sub("", cell.number_format or "").lower()
    if "d" in shown or "y" not in shown:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"


def place(cell) -> str:
    """Where the cell is: B3."""
    return f"{get_column_letter(cell.column)}{cell.row}"
