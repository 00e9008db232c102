"""The history of a row: what changed, in which change set, when, by whom and why."""

from itertools import pairwise

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from simple_history.admin import SimpleHistoryAdmin

from records.admin.values import in_words, named


class HistoryAdmin(SimpleHistoryAdmin):
    """The package's addresses with pages of our own: versions are read here, never restored.

    The package's page of a version saves what is posted to it, even by those who may only view.
    """

    keeps_history = True  # forms ask why

    def history_view(self, request, object_id, extra_context=None):
        """All versions of a row, the newest first, also when the row is gone."""
        versions = self.versions(request, id=unquote(object_id))
        page = Paginator(versions, self.history_list_per_page).get_page(request.GET.get("p"))
        if not page.object_list:
            raise Http404
        for newer, older in pairwise(page):
            newer.changes = list(changes(newer, older))
        row = row_of(page[0])
        title = _("History of %(name)s") % {"name": named(row)}
        return self.history_page(request, "object_history", title, object=row, page_obj=page)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        return require_safe(self.version_view)(request, object_id, version_id)

    def version_view(self, request, object_id, version_id):
        """One version of a row, as it stood."""
        versions = self.versions(request, id=unquote(object_id))
        version = get_object_or_404(versions, history_id=version_id)
        shown = [(name, in_words(field, value)) for name, field, value in values(version)]
        title = _("Version of %(when)s") % {"when": version.change_set}
        return self.history_page(
            request,
            "object_history_form",
            title,
            object=row_of(version),
            version=version,
            values=shown,
        )

    def versions(self, request, **key):
        """The versions of a row with their change sets; refused to those who may not view it."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        versions = with_targets(self.model.history.all())
        try:
            return versions.filter(**key).select_related("change_set__who")
        except ValueError as error:
            raise Http404 from error

    def history_page(self, request, name, title, **context):
        context |= self.admin_site.each_context(request) | {
            "title": title,
            "opts": self.model._meta,
        }
        return render(request, f"simple_history/{name}.html", context)


def row_of(version):
    """The row as one version has it, for its name alone, even if what it links is gone."""
    fields = version.tracked_fields
    row = version.instance_type(
        **{field.attname: getattr(version, field.attname) for field in fields}
    )
    for field in fields:
        key = getattr(version, field.attname)
        if field.many_to_one and key is not None:
            setattr(row, field.name, target(version, field) or field.related_model(pk=key))
    return row


def with_targets(versions):
    """Versions with the rows that their keys lead to."""
    keys = [field.name for field in shown_fields(versions.model) if field.many_to_one]
    return versions.select_related(*keys) if keys else versions


def shown_fields(history) -> list:
    """The columns of a history table that a curator filled."""
    return [field for field in history.tracked_fields if field.editable]


def values(version):
    """The name, field and value of each column; a key whose row is gone gives its number."""
    for field in shown_fields(type(version)):
        value = getattr(version, field.attname)
        if field.many_to_one and value is not None:
            value = target(version, field) or f"#{value}"
        yield capfirst(field.verbose_name), field, value


def target(version, field):
    """The row that a key led to, if it still exists; keys of histories are not enforced."""
    try:
        return getattr(version, field.name)
    except field.related_model.DoesNotExist:
        return None


def changes(newer, older):
    """What changed from one version to the next: the column, the old and the new value."""
    for (name, field, new), (_name, _field, old) in zip(values(newer), values(older), strict=True):
        if new != old:
            yield name, in_words(field, old), in_words(field, new)
