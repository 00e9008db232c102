"""The story of a record in the admin: any version read, restored with its links, also deleted."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from records.admin.access import may_see, name_of
from records.application import ApplicationError
from records.models import ChangeSet, Record
from records.models.tracked import in_own_language
from records.restoring import Restore, deleted, ends_with, last_state, plan, restore
from records.roles import RESTORE, may
from records.story import state_at, story
from records.telling import facts_of, groups_of, told, told_chapters

CHAPTERS = 20
ROWS = 50


class StoryAdmin:
    """What the admin of records adds to the history. Used by `RecordAdmin` alone."""

    def get_urls(self):
        """The pages of the story; they come before Django's own, which take any address."""
        name, view = name_of(self.model), self.admin_site.admin_view
        then = "<int:pk>/history/at/<int:number>/"
        return [
            path("deleted/", view(self.deleted_view), name=f"{name}_deleted"),
            path(then, view(self.then_view), name=f"{name}_then"),
            path(f"{then}restore/", view(self.restore_view), name=f"{name}_restore"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        """The list leads to what was deleted."""
        address = reverse(f"admin:{name_of(self.model)}_deleted")
        return super().changelist_view(
            request, {"deleted_address": address, **(extra_context or {})}
        )

    def history_view(self, request, object_id, extra_context=None):
        """The story, newest chapter first, also of a record that is gone."""
        refuse_unless(may_see(request.user))
        pk = int(object_id) if object_id.isdecimal() and len(object_id) < 19 else 0
        chapters = self.chapters(pk)
        page = Paginator(chapters, CHAPTERS).get_page(request.GET.get("p"))
        shown = told_chapters(page.object_list, self.model)
        record = self.model.objects.filter(pk=pk).first()
        for chapter, words in zip(page.object_list, shown, strict=True):
            if not ends_with(chapter, self.model, pk):
                words.then = self.address("then", pk, chapter.change_set.pk)
        before = 0 if record else last_state(chapters, self.model, pk)
        context = {
            "chapters": shown,
            "page_obj": page,
            "before": before and self.address("then", pk, before),
        }
        title = _("History of %(name)s") % {"name": self.name_of_record(pk)}
        return self.story_page(request, "story", title, pk, record, context)

    def then_view(self, request, pk, number):
        """The record, its links and its citations as they stood after a change set."""
        refuse_unless(may_see(request.user))
        change_set, state = self.state(pk, number)
        record = self.model.objects.filter(pk=pk).first()
        context = {
            "change_set": change_set,
            "facts": facts_of(self.model, state, pk),
            "groups": groups_of(self.model, state),
            "restore_address": may(request.user, RESTORE) and self.address("restore", pk, number),
        }
        title = _("%(name)s as it stood then") % {"name": self.name_of_record(pk)}
        return self.story_page(request, "then", title, pk, record, context)

    def restore_view(self, request, pk, number):
        """Asks why, shows what would change, and puts the version back."""
        refuse_unless(may(request.user, RESTORE))
        change_set, _state = self.state(pk, number)
        found, chapters = plan(self.model, pk, number), self.chapters(pk)
        seen = str(chapters[0].change_set.pk)
        faults = self.put_back(request, found, seen) if request.method == "POST" else []
        if request.method == "POST" and not faults:
            self.message_user(request, _("Restored as it stood then."), messages.SUCCESS)
            return HttpResponseRedirect(reverse(f"admin:{name_of(self.model)}_change", args=[pk]))
        context = {
            "change_set": change_set,
            "changes": told(found.changes, self.model),
            "left_out": told(found.left_out, self.model),
            "faults": faults,
            "seen": seen,
            "why": request.POST.get("why", ""),
        }
        record = self.model.objects.filter(pk=pk).first()
        title = _("Restore %(name)s") % {"name": self.name_of_record(pk)}
        return self.story_page(request, "restore", title, pk, record, context)

    def put_back(self, request, found: Restore, seen: str) -> list:
        """Restore; the faults that prevent it."""
        why = request.POST.get("why", "").strip()
        if not why:
            return [_("Say why it is restored.")]
        if request.POST.get("seen") != seen:
            return [_("The record was changed meanwhile: look at the changes again.")]
        if not found.changes:
            return [_("The record stands like this already.")]
        try:
            restore(found, request.user, why)
        except ApplicationError as error:
            return [str(fault) for fault in error.faults]
        return []

    def deleted_view(self, request):
        """The records of this kind that were deleted, the latest first."""
        refuse_unless(may_see(request.user))
        page = Paginator(deleted(self.model), ROWS).get_page(request.GET.get("p"))
        for version in page:
            version.called = in_own_language(version.name_en, version.name_es)
            version.address = reverse(f"admin:{name_of(self.model)}_history", args=[version.id])
        title = _("Deleted: %(kind)s") % {"kind": self.opts.verbose_name_plural}
        return self.story_page(request, "deleted", title, None, None, {"page_obj": page})

    def chapters(self, pk: int) -> list:
        """The story; a record that never was has none."""
        found = story(self.model, pk) if self.model.history.filter(id=pk).exists() else []
        if not found:
            raise Http404
        return found

    def state(self, pk: int, number: int) -> tuple[ChangeSet, dict]:
        """A change set and what stood after it; not found where the record did not exist."""
        change_set = ChangeSet.objects.select_related("who").filter(pk=number).first()
        state = state_at(self.model, pk, number) if change_set else {}
        if pk not in state.get(self.model, {}):
            raise Http404
        return change_set, state

    def address(self, page: str, pk: int, number: int) -> str:
        return reverse(f"admin:{name_of(self.model)}_{page}", args=[pk, number])

    def name_of_record(self, pk: int) -> str:
        """The name that it has, or had last."""
        version = self.model.history.filter(id=pk).order_by("-history_id").first()
        return in_own_language(version.name_en, version.name_es)

    def story_page(self, request, name, title, pk, record: Record | None, context):
        history = pk and reverse(f"admin:{name_of(self.model)}_history", args=[pk])
        context |= self.admin_site.each_context(request) | {
            "title": title,
            "opts": self.opts,
            "object": record,
            "gone": pk and record is None,
            "history_address": history,
        }
        return render(request, f"admin/{name}.html", context)


def refuse_unless(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
