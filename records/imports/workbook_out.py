"""Texts as a workbook (XLSX) of one sheet, in which every cell is text: nothing is reinterpreted.

Written by hand, since openpyxl needs a second for every 20,000 cells.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from records.sheets import SheetError

LONGEST = 32_767  # what one cell of a workbook can hold
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Number format 49 is text; the second style is that of the heading.
STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="2">\
<font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill>\
<patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/>\
<bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" \
fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>\
</cellStyles></styleSheet>"""
TYPES = f"""{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
ContentType="{KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" \
ContentType="{KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" \
ContentType="{KIND}.styles+xml"/></Types>"""
ROOT = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" \
Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
PARTS = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" \
Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>"""


def workbook(title: str, headers: list[str], rows: Iterable[list[str]]) -> bytes:
    """The bytes of an XLSX file; a SheetError for a text that no cell can hold."""
    book = f"""{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>\
<sheet name={quoteattr(title[:31])} sheetId="1" r:id="rId1"/></sheets></workbook>"""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", ROOT)
        archive.writestr("xl/workbook.xml", book)
        archive.writestr("xl/_rels/workbook.xml.rels", PARTS)
        archive.writestr("xl/styles.xml", STYLES)
        archive.writestr("xl/worksheets/sheet1.xml", "".join(sheet(headers, rows)))
    return found.getvalue()


def sheet(headers: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """The XML of the sheet, its first row kept in sight."""
    yield f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews><sheetData>"
    yield line(1, headers, style=2)
    for number, row in enumerate(rows, 2):
        yield line(number, row, style=1)
    yield "</sheetData></worksheet>"


def line(number: int, texts: list[str], style: int) -> str:
    """The XML of one row; blank cells are left out."""
    cells = "".join(
        f'<c r="{letters(place)}{number}" s="{style}" t="inlineStr">'
        f'<is><t xml:space="preserve">{escape(writable(text))}</t></is></c>'
        for place, text in enumerate(texts, 1)
        if text
    )
    return f'<row r="{number}">{cells}</row>'


letters = cache(get_column_letter)


def writable(text: str) -> str:
    """The text with what XML cannot hold, or would alter, as _x000D_."""
    if len(text) > LONGEST:
        message = _("“%(start)s …” is too long for a cell of a workbook. Export CSV instead.")
        raise SheetError(message % {"start": text[:40]})
    return UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
