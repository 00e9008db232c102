"""Brings sheets as a curator does: uploads a file, looks at the preview, confirms with a reason."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from records.admin.access import name_of
from records.models import ImportRun
from records.workbooks import workbook
from tests.reading import Page, read


def csv_of(headers: str, *lines: str) -> bytes:
    """A small CSV: csv_of("slug,kind", "bgc,conference")."""
    return "\n".join((headers, *lines, "")).encode()


def xlsx_of(headers: str, *lines: str) -> bytes:
    """The same as a workbook."""
    return workbook(("sheet", headers.split(","), [line.split(",") for line in lines]))


def import_address(model) -> str:
    return reverse(f"admin:{name_of(model)}_import")


def export_address(model, extension: str = "csv") -> str:
    return reverse(f"admin:{name_of(model)}_export", args=[extension])


def run_address(run: ImportRun) -> str:
    return reverse("admin:records_importrun_change", args=[run.pk])


def upload(client, model, content: bytes, name: str = "sheet.csv"):
    """The answer to an upload: a redirect to the preview, or the form with its error."""
    return client.post(import_address(model), {"sheet": SimpleUploadedFile(name, content)})


def bring(client, model, content: bytes, name: str = "sheet.csv") -> ImportRun:
    """The run that an upload starts."""
    response = upload(client, model, content, name)
    assert response.status_code == 302, Page(response).text
    return ImportRun.objects.get(pk=re.search(r"importrun/(\d+)/", response.url)[1])


def preview(client, run: ImportRun, query: str = "") -> Page:
    """The preview as it is read."""
    return read(client, run_address(run) + query)


def confirm(client, run: ImportRun, why: str = "from the treaty series") -> ImportRun:
    """The run after somebody pressed the button."""
    client.post(run_address(run), {"act": "confirm", "why": why})
    run.refresh_from_db()
    return run
