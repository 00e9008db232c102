"""The tables of this app, and every kind of link, citation and part that the apps hold."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from records.admin.access import may_see
from records.admin.base import CitationAdmin, KeyedAdmin, LinkAdmin, TrackedAdmin
from records.admin.history import row_of, with_targets
from records.admin.values import named
from records.models import ChangeSet, Redirect, Source, Topic
from records.tables import citation_types, statement_types, tables

SHOWN = 10  # rows of one table on the page of a change set

admin.site.register(statement_types(), LinkAdmin)
admin.site.register(citation_types(), CitationAdmin)


@admin.register(Topic)
class TopicAdmin(KeyedAdmin):
    """Matters on which sources make claims."""

    columns = ("slug",)
    fieldsets = [(None, {"fields": [("name_en", "name_es"), "slug"]})]


@admin.register(Redirect)
class RedirectAdmin(TrackedAdmin):
    """Old addresses."""

    columns = ("table", "old", "new")
    list_filter = ("table",)

    def get_search_fields(self, request):
        return ["old", "new"]


@admin.register(Source)
class SourceAdmin(TrackedAdmin):
    """What facts are checked against."""

    columns = ("short", "title", "issued", "type", "language", "slug")
    list_filter = ("type", "language")
    tell_apart = "slug"
    fieldsets = [
        (None, {"fields": ["title", ("authors", "type"), ("issued", "language"), "slug"]}),
        (
            _("Where it appeared"),
            {"fields": [("container", "publisher"), ("volume", "number", "pages")]},
        ),
        (_("Where it can be read"), {"fields": [("url", "archived_url"), ("accessed", "doi")]}),
        (_("Notes"), {"fields": [("note_en", "note_es")]}),
    ]


@admin.register(ChangeSet)
class ChangeSetAdmin(admin.ModelAdmin):
    """The record of what was done, for reading only."""

    list_display = ("when", "kind", "who", "why")
    list_filter = ("kind", ("who", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("who",)
    search_fields = ("why", "who__username")
    show_facets = admin.ShowFacets.ALWAYS
    fields = ("when", "kind", "who", "why", "written")
    readonly_fields = fields

    def has_module_permission(self, request):
        return may_see(request.user)

    def has_view_permission(self, request, obj=None):
        return may_see(request.user)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("what was written"))
    def written(self, change_set):
        """Every table that it touched, with its rows."""
        lists = [rows_written(model, change_set) for model in tables()]
        return format_html_join("", "{}", ((part,) for part in lists if part))


def rows_written(model, change_set) -> str:
    """The rows of one table that a change set wrote, each with a link to its history."""
    history = model.history.model
    written = history.objects.filter(change_set=change_set).order_by("history_id")
    rows = list(with_targets(written)[: SHOWN + 1])
    if not rows:
        return ""
    number = written.count() if len(rows) > SHOWN else len(rows)
    opts = model._meta
    page = f"admin:{opts.app_label}_{opts.model_name}_history"
    items = format_html_join(
        "",
        '<li><a href="{}">{}</a> {}</li>',
        (
            (
                reverse(page, args=[row.id]),
                named(row_of(row)),
                row.get_history_type_display(),
            )
            for row in rows[:SHOWN]
        ),
    )
    more = format_html("<li>… {}</li>", number - SHOWN) if number > SHOWN else ""
    heading = capfirst(opts.verbose_name_plural)
    return format_html("<h2>{} ({})</h2><ul>{}{}</ul>", heading, number, items, more)
