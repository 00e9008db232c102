"""The addresses of an app's records, found by walking its views."""

from types import ModuleType

from django.urls import URLPattern, path

from records.lists import RecordList
from records.pages import RecordPage


def record_urls(views: ModuleType) -> list[URLPattern]:
    """List, CSV and page of every kind of record that the module shows."""
    found = [view for view in vars(views).values() if isinstance(view, type)]
    lists = [view for view in found if issubclass(view, RecordList) and view.model]
    pages = [view for view in found if issubclass(view, RecordPage) and view.model]
    return [*map(list_url, lists), *map(csv_url, lists), *map(page_url, pages)]


def list_url(view: type[RecordList]) -> URLPattern:
    name = view.model.PATH
    return path(f"{name}/", view.as_view(), name=f"{name}-list")


def csv_url(view: type[RecordList]) -> URLPattern:
    name = view.model.PATH
    return path(f"{name}.csv", view.as_view(extension="csv"), name=f"{name}-csv")


def page_url(view: type[RecordPage]) -> URLPattern:
    name = view.model.PATH
    return path(f"{name}/<slug:slug>/", view.as_view(), name=f"{name}-page")
