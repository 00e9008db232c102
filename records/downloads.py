"""Files of exactly what a list shows, written as its rows are read: CSV, JSON, XLSX.

Each says what it holds, from which address, when it was made and under which licence: JSON in
itself, XLSX on a second sheet, CSV in its name and in the headers of the answer.
"""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from records.cells import unguard
from records.datapackage import LICENSE, column_type
from records.fields import EdtfField
from records.sheets import csv_lines
from records.text import slug_words
from records.workbooks import write_workbook

FORMATS = ("csv", "json", "xlsx")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COUNTED = {"sources": "integer", "sources_disagree": "boolean"}
LONGEST_NAME = 80


@dataclass
class Download:
    """The rows of a list as a file; `joined` names the columns that hold several keys."""

    model: type
    title: str
    page: str  # the address of the list that shows the same rows
    choices: list[str]
    count: int
    headers: list[str]
    rows: Iterator[list[str]]
    joined: tuple[str, ...] = ()

    def response(self, kind: str) -> HttpResponseBase:
        """The file in one of the `FORMATS`."""
        response = getattr(self, f"as_{kind}")()
        response["Content-Disposition"] = f'attachment; filename="{self.name}.{kind}"'
        response["Link"] = (
            f'<{LICENSE["path"]}>; rel="license", <{self.page}>; rel="alternate"; type="text/html"'
        )
        return response

    @property
    def name(self) -> str:
        """The name of the file: institutions-border-affairs-2026-11-26."""
        words = slug_words(" ".join([self.model.PATH, *self.choices]))[:LONGEST_NAME].strip("-")
        return f"{words}-{timezone.localdate()}"

    def about(self) -> dict[str, str]:
        """What the file says of itself."""
        return {
            "title": self.title,
            "address": self.page,
            "made": str(timezone.localdate()),
            "rows": str(self.count),
            "license": f"{LICENSE['title']} ({LICENSE['path']})",
            "source": "Institutional map of Mexico and the United States",
        }

    def as_csv(self) -> StreamingHttpResponse:
        """UTF-8 with a byte order mark, by which spreadsheets know it."""
        lines = csv_lines(self.headers, self.rows)
        return StreamingHttpResponse(with_mark(lines), content_type="text/csv; charset=utf-8")

    def as_json(self) -> StreamingHttpResponse:
        """One object: what the file is, its columns, and a typed object for each row."""
        return StreamingHttpResponse(self.json_parts(), content_type="application/json")

    def json_parts(self) -> Iterator[str]:
        types = [self.type_of(name) for name in self.headers]
        columns = [{"name": n, "type": t} for n, t in zip(self.headers, types, strict=True)]
        head = {**self.about(), "rows": self.count, "columns": columns}
        yield json.dumps({"about": head}, ensure_ascii=False)[:-1] + ', "rows": ['
        comma = ""
        for row in self.rows:
            values = map(typed, row, types)
            record = dict(zip(self.headers, values, strict=True))
            yield f"{comma}\n{json.dumps(record, ensure_ascii=False)}"
            comma = ","
        yield "\n]}\n"

    def as_xlsx(self) -> FileResponse:
        """The rows on one sheet, what the file is on a second one."""
        file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
        rows = ([unguard(cell) for cell in row] for row in self.rows)
        about = [[name, text] for name, text in self.about().items()]
        own = (self.model.PATH, self.headers, rows)
        write_workbook(file, own, ("about", ["what", "value"], about))
        file.seek(0)
        return FileResponse(file, content_type=XLSX)

    def type_of(self, name: str) -> str:
        """The type of a column, as Table Schema calls it; a list of keys is an array."""
        if name in self.joined:
            return "array"
        known = {field.name: field for field in self.model._meta.fields}
        if name in COUNTED or name not in known:
            return COUNTED.get(name, "string")
        return "edtf" if isinstance(known[name], EdtfField) else column_type(known[name])


def typed(cell: str, kind: str):
    """A cell of a sheet as JSON has it; null where a day or number is blank."""
    if kind == "array":
        return cell.split("|") if cell else []
    if kind == "boolean":
        return cell == "true"
    if kind in ("integer", "number"):
        return None if cell == "" else float(cell) if "." in cell else int(cell)
    return (cell or None) if kind == "date" else unguard(cell)


def with_mark(lines: Iterator[str]) -> Iterator[str]:
    """The lines after a byte order mark."""
    yield "\ufeff"
    yield from lines
