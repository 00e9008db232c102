"""The files that spreadsheets of two countries produce are read alike; others are refused."""

import codecs

import pytest

from records.sheets import SheetError, csv_lines, read_sheet

HEADERS, LINES = ["slug", "name_es"], [["a", "Comisión"], ["b", "Año, ñandú"]]
PLAIN = 'slug,name_es\na,Comisión\nb,"Año, ñandú"\n'
TABS = "slug\tname_es\r\na\tComisión\r\nb\tAño, ñandú\r\n"
READ = {
    "utf-8": PLAIN.encode(),
    "bom": codecs.BOM_UTF8 + PLAIN.encode(),
    "utf-16": PLAIN.encode("utf-16"),
    "utf-16 big-endian": codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
    "utf-16 with tabs": codecs.BOM_UTF16_LE + TABS.encode("utf-16-le"),
    "crlf": PLAIN.replace("\n", "\r\n").encode(),
    "cr": PLAIN.replace("\n", "\r").encode(),
    "semicolons": "slug;name_es\na;Comisión\nb;Año, ñandú\n".encode(),
    "tabs": TABS.encode(),
}
REFUSED = {
    "latin-1": PLAIN.encode("latin-1"),
    "utf-16 without a mark": PLAIN.encode("utf-16-le"),
    "nul": b"slug,name_es\na,b\0c\n",
    "workbook": b"PK\x03\x04 workbook",
    "old workbook": b"\xd0\xcf\x11\xe0 workbook",
    "empty": b"",
    "blank lines": b"\n\r\n",
    "blank header": b"slug,,name_es\na,b,c\n",
    "double header": b"slug,name_es,slug\na,b,c\n",
    "short row": b"slug,name_es\na\n",
    "long row": b"slug,name_es\na,b,c\n",
    "open quote": b'slug,name_es\na,"b\n',
}


@pytest.mark.parametrize("form", READ)
def test_a_sheet_of_any_usual_form_is_read_alike(form):
    assert read_sheet(READ[form]) == (HEADERS, LINES)


@pytest.mark.parametrize("form", REFUSED)
def test_what_is_no_sheet_is_refused_with_a_sentence(form):
    with pytest.raises(SheetError) as error:
        read_sheet(REFUSED[form])
    assert len(str(error.value).split()) > 4


def test_what_is_written_is_read_back():
    lines = [["a", "one\rtwo"], ["b", 'say "no"\r\n'], ["c", ""], ["d", "ñ 漢 🌎"], ["e", ";\t,"]]
    assert read_sheet("".join(csv_lines(HEADERS, lines)).encode()) == (HEADERS, lines)
