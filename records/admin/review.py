"""Records in the admin: from draft to publication, with nothing overwritten on the way."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from records.admin.access import name_of
from records.admin.likely import held_back, like
from records.models import ChangeSet, Proposal, Record
from records.models.proposals import ProposalState
from records.proposals import propose, try_out
from records.publishing import lacking
from records.rules import broken_rules
from records.story import story
from records.tables import table_name
from records.telling import told_chapters
from records.versions import mark
from records.workflow import chosen, steps_for


class Refused(Exception):
    """The step cannot be taken; what was typed goes back to the person with the sentences."""

    def __init__(self, sentences: list[str]):
        self.sentences = sentences
        super().__init__(" ".join(sentences))


class Review:
    """What the admin of records adds to the change form. Used by `RecordAdmin` alone."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        record = self.get_object(request, unquote(object_id)) if object_id else None
        request.objections, request.newer = [], []
        request.likely = [] if record else like(self.model, request.POST)
        if request.method == "POST":
            return self.take(request, record, object_id, form_url)
        return self.form_page(request, record, object_id, form_url)

    def form_page(self, request, record, object_id, form_url):
        """The form with the steps that this person may take."""
        context = {
            "steps": steps_for(request.user, record),
            "mark": mark(record) if record else 0,
            "likely": request.likely,
            "likely_address": "" if record else reverse(f"admin:{name_of(self.model)}_likely"),
            "preview_address": preview_address(record),
            "newer": told_chapters(request.newer, self.model),
            "open_proposals": open_proposals(record),
            "last_word": last_word(record),
        }
        return super().changeform_view(request, object_id, form_url, context)

    def take(self, request, record, object_id, form_url):
        """Take the step whose button was pressed, or give the form back with what is wrong."""
        pressed = chosen(request.user, record, request.POST)
        request.step = pressed or next(iter(steps_for(request.user, record)), None)
        if request.step is None:
            raise PermissionDenied
        request.objections = self.objections(request, record)
        if pressed is None and not request.newer:
            raise PermissionDenied  # the step was not taken away by others: it was never open
        if not request.objections:
            try:
                return self.carry_out(request, record, object_id, form_url)
            except Refused as refused:
                request.objections = refused.sentences
        return self.form_page(request, record, object_id, form_url)

    def carry_out(self, request, record, object_id, form_url):
        why = request.POST.get("why", "").strip()
        with ChangeSet.open(kind=request.step.kind, who=request.user, why=why):
            if request.step.name == "_propose":
                return self.propose(request, record, object_id, form_url, why)
            return self.form_page(request, record, object_id, form_url)

    def objections(self, request, record: Record | None) -> list[str]:
        """What speaks against saving at all: others changed the record meanwhile, no reason."""
        found = [] if record else held_back(request.likely, request.POST)
        seen = request.POST.get("mark", "")
        if record and seen.isascii() and seen.isdigit() and int(seen) < mark(record):
            request.newer = story(type(record), record.pk, int(seen))
            found.append(
                _(
                    "Others changed this record after you opened it; what they changed stands "
                    "above. What you typed is kept below: save again to put it in place."
                )
            )
        if request.step.needs_why and not request.POST.get("why", "").strip():
            found.append(_("Say why, in the last field of the page."))
        return found

    def propose(self, request, record, object_id, form_url, why):
        """Try the change out, take it back, and keep it for an editor."""
        response, changes = try_out(lambda: self.rendered(request, record, object_id, form_url))
        if response.status_code != 302:
            return response
        list(messages.get_messages(request))  # the change itself did not take effect
        if not changes:
            self.message_user(request, _("Nothing was changed, so nothing was proposed."))
        else:
            propose(record, changes, request.user, why)
            self.message_user(request, request.step.done, messages.SUCCESS)
        page = reverse(f"admin:{name_of(self.model)}_change", args=[record.pk])
        return HttpResponseRedirect(page)

    def rendered(self, request, record, object_id, form_url):
        """The answer of the form, complete before the trial is taken back."""
        response = self.form_page(request, record, object_id, form_url)
        return response.render() if hasattr(response, "render") else response

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        objections = getattr(request, "objections", [])
        if not objections:
            return form

        def clean(self):
            super(form, self).clean()
            raise ValidationError(objections)

        return type(form.__name__, (form,), {"clean": clean})

    def save_model(self, request, obj, form, change):
        step = getattr(request, "step", None)
        moved = bool(step and step.target and obj.publication != step.target)
        if moved:
            obj.publication = step.target
            if broken := list(broken_rules(obj)):
                raise Refused([str(rule.get_violation_error_message()) for rule in broken])
        if moved and change and not form.changed_data:
            obj.save()
        super().save_model(request, obj, form, change)
        request.saved = obj if step else None

    def message_user(self, request, message, level=messages.INFO, *args, **kwargs):
        """What was done, in the words of the step, where Django only says that it was saved."""
        saved = getattr(request, "saved", None)
        if saved is not None and level == messages.SUCCESS:
            message = f"{saved}: {request.step.done}"
        super().message_user(request, message, level, *args, **kwargs)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        step = getattr(request, "step", None)
        seen = form.instance.is_published and step and step.name != "_propose"
        if seen and (sentences := lacking(form.instance)):
            raise Refused(sentences)


def preview_address(record: Record | None) -> str:
    """Where a record that readers do not see can be looked at as they would."""
    if record is None or record.is_published:
        return ""
    return reverse(f"admin:{name_of(type(record))}_preview", args=[record.pk])


def open_proposals(record: Record | None):
    """The proposals that wait for a decision on the record."""
    if record is None:
        return Proposal.objects.none()
    found = Proposal.objects.filter(table=table_name(type(record)), slug=record.slug)
    return found.filter(state=ProposalState.OPEN).select_related("who")


def last_word(record: Record | None) -> ChangeSet | None:
    """The last change set of a draft that says why: where an editor's comment is read."""
    if record is None or record.is_published:
        return None
    last = record.history.exclude(change_set__why="").select_related("change_set__who")
    version = last.order_by("-history_id").first()
    return version.change_set if version else None
