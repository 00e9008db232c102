"""The admin of every curated table; concrete classes only declare columns, fields and filters."""

from functools import partial

from django.contrib import admin
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from records.admin.access import may_change, may_delete, may_see, name_of
from records.admin.history import HistoryAdmin
from records.admin.inlines import (
    CITATION_LINES,
    CitationPicker,
    citation_inlines,
    link_fieldsets,
    link_inlines,
)
from records.admin.likely import likely_page
from records.admin.pickers import PickerAdmin
from records.admin.preview import preview
from records.admin.restoring import StoryAdmin
from records.admin.review import Review
from records.admin.search import (
    folds_in_python,
    matching,
    nearest_first,
    searched,
    small_matching,
)
from records.admin.sheets import SheetAdmin
from records.admin.values import (
    as_columns,
    bilingual,
    keys,
    own_fields,
    source_key,
    value_in_words,
)
from records.models.tracked import edtf_fields
from records.roles import WITHDRAW, may


class TrackedAdmin(SheetAdmin, PickerAdmin, HistoryAdmin):
    """A table with a history.

    `columns` are those of the list, dates among them in words; `tell_apart` names the column
    that tells rows of the same name apart where one is chosen.
    """

    columns: tuple[str, ...] = ()
    tell_apart = ""
    show_facets = admin.ShowFacets.ALWAYS
    show_full_result_count = False
    list_per_page = 50

    def has_module_permission(self, request):
        return may_see(request.user)

    def has_view_permission(self, request, obj=None):
        return may_see(request.user)

    def has_add_permission(self, request):
        return may_see(request.user)

    def has_change_permission(self, request, obj=None):
        return may_change(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return may_delete(request.user, obj)

    def label(self, row) -> str:
        """A row where one is chosen: Chihuahua (state), Chihuahua (city or locality)."""
        fact = value_in_words(row, self.tell_apart) if self.tell_apart else ""
        return f"{row} ({fact.replace('|', ' / ')})" if fact else str(row)

    def get_queryset(self, request):
        return self.with_keys(super().get_queryset(request))

    def get_list_display(self, request):
        return as_columns(self.model, self.columns)

    def get_search_fields(self, request):
        return searched(self.model)

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        if folds_in_python(self.model):
            return small_matching(queryset, search_term), False
        found = matching(queryset, self.get_search_fields(request), search_term)
        return found if "o" in request.GET else nearest_first(found, search_term), False

    def get_inlines(self, request, obj):
        return [*self.inlines, *link_inlines(self.model), *citation_inlines(self.model)]

    def save_model(self, request, obj, form, change):
        """A record whose links alone were changed gets no new version."""
        if not change or form.changed_data:
            super().save_model(request, obj, form, change)


class KeyedAdmin(TrackedAdmin):
    """A table whose rows have a slug and a name in both languages."""

    filters: tuple = ()

    def get_list_display(self, request):
        name = name_es if get_language() == "es" else name_en
        return [name, *as_columns(self.model, self.columns)]

    def get_list_filter(self, request):
        return self.filters


class RecordAdmin(Review, StoryAdmin, KeyedAdmin):
    """A kind of record: declare `what` it is and its `dates` as lines of fields.

    What a curator changes in a published record becomes a proposal, so the form is open to all.
    """

    what: tuple = ()
    dates: tuple = ()

    class Media:
        js = ["admin-likely.js"]

    def get_urls(self):
        """Also the preview of a record, and the records that a new one is like."""
        name, wrap, model = name_of(self.model), self.admin_site.admin_view, self.model
        return [
            path("<int:pk>/preview/", wrap(partial(preview, model)), name=f"{name}_preview"),
            path("add/likely/", wrap(partial(likely_page, model)), name=f"{name}_likely"),
            *super().get_urls(),
        ]

    def get_list_display(self, request):
        return [*super().get_list_display(request), "publication"]

    def get_list_filter(self, request):
        return ["publication", *self.filters, "confidence"]

    def has_change_permission(self, request, obj=None):
        return may_see(request.user)

    def has_delete_permission(self, request, obj=None):
        return may(request.user, WITHDRAW) and may_delete(request.user, obj)

    def get_readonly_fields(self, request, obj=None):
        return ["publication"]

    def get_ordering(self, request):
        return [f"sort_{'es' if get_language() == 'es' else 'en'}", "pk"]

    def get_fieldsets(self, request, obj=None):
        sections = [
            (_("Names"), {"fields": NAMES}),
            (_("What it is"), {"fields": self.what}),
            (_("Dates"), {"fields": self.dates}),
            (_("Text"), {"fields": TEXT, "classes": ["after-links"]}),
            (_("Publication"), {"fields": PUBLICATION, "classes": ["after-links"]}),
        ]
        return [section for section in sections if section[1]["fields"]]


class LinkAdmin(TrackedAdmin):
    """A kind of link, for lists and searches across records."""

    def get_list_display(self, request):
        plain, _pairs = bilingual(own_fields(self.model))
        return as_columns(self.model, [*plain, *edtf_fields(self.model), source_key])

    def get_list_filter(self, request):
        choices = [f.name for f in self.model._meta.fields if f.choices]
        empty = [(name, admin.EmptyFieldListFilter) for name in ("source", "disputed_by")]
        return [*choices, *empty]

    def get_fieldsets(self, request, obj=None):
        return [*link_fieldsets(self.model), *ref_fieldset(obj)]

    def get_readonly_fields(self, request, obj=None):
        return ["ref"] if obj else []


class CitationAdmin(CitationPicker, TrackedAdmin):
    """The citations of a kind of record."""

    columns = ("record", "about", "value", source_key, "locator", "preferred")

    def get_list_filter(self, request):
        return ["preferred", "about", ("topic", admin.RelatedOnlyFieldListFilter)]

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": ["record", *CITATION_LINES]}), *ref_fieldset(obj)]

    def get_readonly_fields(self, request, obj=None):
        return ["ref"] if obj else []


class PartAdmin(TrackedAdmin):
    """A table of parts, such as the levels of institutions."""

    def get_list_display(self, request):
        return own_fields(self.model)

    def get_list_filter(self, request):
        return [name for name in own_fields(self.model) if name not in keys(self.model)]


def ref_fieldset(obj) -> list:
    """The permanent name of a row that exists; a new row gets one when it is saved."""
    return [(_("Permanent name"), {"fields": ["ref"]})] if obj else []


@admin.display(description=_("name"), ordering="sort_en")
def name_en(row):
    return row.name


@admin.display(description=_("name"), ordering="sort_es")
def name_es(row):
    return row.name


NAMES = [
    ("name_en", "name_es"),
    ("name_en_ours", "name_es_ours"),
    ("acronym", "other_names"),
    "slug",
]
TEXT = [("summary_en", "summary_es")]
PUBLICATION = [
    ("publication", "confidence"),
    ("added", "last_verified"),
    ("withdrawn_why_en", "withdrawn_why_es"),
]
