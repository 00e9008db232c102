"""The admin site of the map: its tables in the order of work."""

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.urls import path
from django.utils.translation import gettext_lazy as _

# Only names: this module is loaded before any model is.
SECTIONS = {
    _("Review"): ["Proposal"],
    _("Institutions"): ["Institution", "InstitutionLevel", "Jurisdiction"],
    _("Agreements"): ["Agreement"],
    _("Meetings"): ["Meeting"],
    _("Reports"): ["Report"],
    _("Baskets"): ["Basket", "Scheme", "Issue", "Indicator"],
    _("Other records"): ["Record"],  # those that no section above names
    _("Links"): ["Statement"],
    _("Sources"): ["Source", "Topic", "Citation"],
    _("Imports"): ["ImportRun"],
    _("History"): ["ChangeSet", "Redirect"],
    _("Accounts"): ["Model"],
}


class Choices(AutocompleteJsonView):
    """What the pickers offer, with what tells rows of the same name apart."""

    def serialize_result(self, obj, to_field_name):
        label = getattr(self.model_admin, "label", str)
        return super().serialize_result(obj, to_field_name) | {"text": label(obj)}


class MapAdmin(AdminSite):
    """The curators' desk."""

    site_header = _("Institutional map: curators' desk")
    site_title = _("Institutional map")
    index_title = _("Records")
    enable_nav_sidebar = False  # forms and lists need the width; the header leads to the records

    def index(self, request, extra_context=None):
        from records.admin.desk import desk  # its models are not loaded when this module is

        return super().index(request, {**desk(request.user), **(extra_context or {})})

    def get_urls(self):
        from records.admin.dates import reading_view

        return [
            path("reading/", self.admin_view(reading_view), name="reading"),
            *super().get_urls(),
        ]

    def autocomplete_view(self, request):
        return Choices.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """The tables that the person may see, in sections; for one app as Django has it.

        A section's `first` table, if it is one that names the section, is linked in the header.
        """
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        rows = [row for app in apps for row in app["models"]]
        found = [section(title, names, rows) for title, names in SECTIONS.items()]
        return [part for part in found if part["models"]]


def section(title, names: list[str], rows: list[dict]) -> dict:
    """A part of the index, in the form in which Django gives apps to its templates."""
    models = rows_of(rows, names)
    first = models[0] if models and models[0]["model"].__name__ == names[0] else None
    label = f"section-{names[0].lower()}"
    return {"name": title, "app_label": label, "app_url": "", "models": models, "first": first}


def section_of(model) -> list[str]:
    """The names of the section a table belongs to: its own or that of what it is a kind of."""
    lines = [name.__name__ for name in model.__mro__]
    places = [
        (lines.index(name), names) for names in SECTIONS.values() for name in names if name in lines
    ]
    return min(places)[1]


def rows_of(rows: list[dict], names: list[str]) -> list[dict]:
    """The tables of one section, those named first in the order of the names."""
    found = [row for row in rows if section_of(row["model"]) == names]

    def place(row):
        name = row["model"].__name__
        return names.index(name) if name in names else len(names)

    return sorted(found, key=place)
