"""The addresses of an app's records, found by walking its views."""

from types import ModuleType

from django.urls import URLPattern, path

from records.citing import FORMATS as CITED
from records.downloads import FORMATS
from records.lists import RecordList
from records.pages import RecordPage


def record_urls(views: ModuleType) -> list[URLPattern]:
    """List, files and page of every kind of record that the module shows."""
    found = [view for view in vars(views).values() if isinstance(view, type)]
    lists = [view for view in found if issubclass(view, RecordList) and view.model]
    pages = [view for view in found if issubclass(view, RecordPage) and view.model]
    files = [file_url(view, kind) for view in lists for kind in FORMATS]
    references = [cite_url(view, kind) for view in pages for kind in CITED]
    return [*map(list_url, lists), *files, *map(page_url, pages), *references]


def list_url(view: type[RecordList]) -> URLPattern:
    name = view.model.PATH
    return path(f"{name}/", view.as_view(), name=f"{name}-list")


def file_url(view: type[RecordList], kind: str) -> URLPattern:
    name = view.model.PATH
    return path(f"{name}.{kind}", view.as_view(extension=kind), name=f"{name}-{kind}")


def page_url(view: type[RecordPage]) -> URLPattern:
    name = view.model.PATH
    return path(f"{name}/<slug:slug>/", view.as_view(), name=f"{name}-page")


def cite_url(view: type[RecordPage], kind: str) -> URLPattern:
    name = view.model.PATH
    address = f"{name}/<slug:slug>/cite.{kind}"
    return path(address, view.as_view(cited_as=kind), name=f"{name}-cite-{kind}")
