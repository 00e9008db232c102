"""Odd files and what becomes of each: `expected.csv` lists them; large and binary ones are built.

Columns of `expected.csv`: file, table it is imported into, outcome (taken or refused), and what:
for a file that is taken the rows found afterwards, for one that is refused a part of the sentence.
`dates.csv` and `names.csv` hold spellings of dates and of two parties.
"""

import bz2
import csv
import gzip
import io
import json
import lzma
import random
import zipfile
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook

FOLDER = Path(__file__).parent
HEADING = "slug,name_en,name_es,kind,reach"
ROW = (
    "bgc,Border Governors Conference,Conferencia de Gobernadores Fronterizos,commission,binational"
)
SHEET = f"{HEADING}\n{ROW}\n".encode()


class Case(NamedTuple):
    """A file, the table it is for, and what becomes of it."""

    file: str
    table: str
    outcome: str
    what: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows that a file leaves behind which is taken."""
        return json.loads(self.what) if self.outcome == "taken" else []

    @property
    def content(self) -> bytes:
        builder = BUILDERS.get(self.file)
        return builder() if builder else (FOLDER / self.file).read_bytes()


class Spelling(NamedTuple):
    """A spelling of a date or a name: what it is read as, or a part of the sentence against it."""

    text: str
    outcome: str
    what: str


def cases() -> list[Case]:
    return [Case(**row) for row in read("expected.csv")]


def spellings(name: str) -> list[Spelling]:
    return [Spelling(**row) for row in read(name)]


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def workbook() -> bytes:
    book, file = Workbook(), io.BytesIO()
    for line in (HEADING, ROW):
        book.active.append(line.split(","))
    book.save(file)
    return file.getvalue()


def empty_zip() -> bytes:
    file = io.BytesIO()
    zipfile.ZipFile(file, "w").close()
    return file.getvalue()


def noise() -> bytes:
    return random.Random(2009).randbytes(4096)


def columns(names, row: str = ROW) -> bytes:
    return f"{HEADING},{','.join(names)}\n{row}{',' * 10_000}\n".encode()


def with_name(name: str) -> bytes:
    return f"{HEADING}\nbgc,{name},Frontera,commission,binational\n".encode()


BUILDERS = {
    "workbook.csv": workbook,
    "empty-zip.csv": empty_zip,
    "old-workbook.csv": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
    "gzip.csv": lambda: gzip.compress(SHEET),
    "bzip2.csv": lambda: bz2.compress(SHEET),
    "xz.csv": lambda: lzma.compress(SHEET),
    "picture.csv": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(17),
    "photograph.csv": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(9),
    "document.csv": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "database.csv": lambda: b"SQLite format 3\0" + bytes(84),
    "noise.csv": noise,
    "huge-cell.csv": lambda: with_name("x" * 5_000_000),
    "long-name.csv": lambda: with_name("x" * 301),
    "ten-thousand-columns.csv": lambda: columns(f"column_{place}" for place in range(10_000)),
    "ten-thousand-duplicates.csv": lambda: columns(["name_en"] * 10_000),
    "ten-thousand-blank-columns.csv": lambda: columns([""] * 10_000),
}
