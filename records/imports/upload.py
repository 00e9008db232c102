"""The file that somebody brings, read into headers and lines."""

from django.utils.translation import gettext as _

from records.imports.workbook import read_workbook
from records.sheets import SheetError, read_sheet

LARGEST = 25_000_000
MOST_ROWS = 100_000


def read_upload(name: str, content: bytes) -> tuple[list[str], list[list[str]]]:
    """The headers and lines of a CSV or of a workbook's first sheet; SheetError for anything else.

    A workbook counts as one only under its own name: a CSV is never guessed at.
    """
    if len(content) > LARGEST:
        message = _("The file is larger than %(most)s MB. Divide it into several sheets.")
        raise SheetError(message % {"most": LARGEST // 1_000_000})
    workbook = name.lower().endswith((".xlsx", ".xlsm"))
    headers, lines = read_workbook(content) if workbook else read_sheet(content)
    if len(lines) > MOST_ROWS:
        message = _("The sheet has more than %(most)s rows. Divide it into several sheets.")
        raise SheetError(message % {"most": MOST_ROWS})
    return headers, lines
