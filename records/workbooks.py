"""Texts as a workbook (XLSX), in which every cell is text: nothing is reinterpreted.

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
OVERRIDE = f'<Override PartName="/xl/{{part}}.xml" ContentType="{KIND}.{{kind}}+xml"/>'
TYPES = f"""{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
ContentType="application/xml"/>"""
RELATIONSHIPS = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
RELATIONSHIP = f'<Relationship Id="rId{{number}}" Type="{OFFICE}/{{kind}}" Target="{{target}}"/>'

# The title of a sheet, its heading and its rows.
Sheet = tuple[str, list[str], Iterable[list[str]]]


def workbook(*sheets: Sheet) -> bytes:
    """The bytes of an XLSX file; a SheetError for a text that no cell can hold."""
    found = io.BytesIO()
    write_workbook(found, *sheets)
    return found.getvalue()


def write_workbook(file, *sheets: Sheet) -> None:
    """Write an XLSX file row by row, so that memory does not grow with the rows."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for name, text in parts([title for title, _headers, _rows in sheets]):
            archive.writestr(name, text)
        archive.writestr("xl/styles.xml", STYLES)
        for number, (_title, headers, rows) in enumerate(sheets, 1):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as part:
                for text in sheet(headers, rows):
                    part.write(text.encode())


def parts(titles: list[str]) -> Iterator[tuple[str, str]]:
    """The parts of a workbook that say which sheets it has."""
    numbers = range(1, len(titles) + 1)
    kinds = [("workbook", "sheet.main"), ("styles", "styles")]
    kinds += [(f"worksheets/sheet{number}", "worksheet") for number in numbers]
    named = "".join(OVERRIDE.format(part=part, kind=kind) for part, kind in kinds)
    yield "[Content_Types].xml", f"{TYPES}{named}</Types>"
    root = RELATIONSHIP.format(number=1, kind="officeDocument", target="xl/workbook.xml")
    yield "_rels/.rels", f"{RELATIONSHIPS}{root}</Relationships>"
    sheets = "".join(
        f'<sheet name={quoteattr(title[:31])} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in zip(numbers, titles, strict=True)
    )
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'
    yield "xl/workbook.xml", f"{HEAD}{book}"
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    lines = "".join(
        RELATIONSHIP.format(number=number, kind=kind, target=target)
        for number, (kind, target) in enumerate([*targets, ("styles", "styles.xml")], 1)
    )
    yield "xl/_rels/workbook.xml.rels", f"{RELATIONSHIPS}{lines}</Relationships>"


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
