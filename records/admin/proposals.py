"""Proposals in the admin: old and new side by side, accepted or declined with a comment."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.admin.access import may_see, name_of
from records.application import ApplicationError
from records.models import Proposal
from records.models.proposals import ProposalState
from records.proposals import accept, decide, model_of, proposed, record_of, since
from records.roles import PUBLISH, may
from records.telling import told, told_chapters


@admin.register(Proposal)
class ProposalAdmin(admin.ModelAdmin):
    """Changes that curators propose to published records."""

    list_display = ("record", "who", "when", "why", "state")
    list_filter = ("state", "table", ("who", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("who",)
    show_facets = admin.ShowFacets.ALWAYS
    actions = None

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

    @admin.display(description=gettext_lazy("record"), ordering="slug")
    def record(self, proposal):
        return f"{proposal.table}/{proposal.slug}"

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """One proposal: what it would change, what changed since, and the decision."""
        if not may_see(request.user):
            raise PermissionDenied
        proposal = get_object_or_404(Proposal.objects.select_related("who"), pk=unquote(object_id))
        faults = self.decision(request, proposal) if request.method == "POST" else []
        if request.method == "POST" and not faults:
            return HttpResponseRedirect(
                reverse("admin:records_proposal_change", args=[proposal.pk])
            )
        return render(request, "admin/proposal.html", self.page(request, proposal, faults))

    def page(self, request, proposal: Proposal, faults: list) -> dict:
        record, model = record_of(proposal), model_of(proposal)
        waits = proposal.state == ProposalState.OPEN
        address = record and reverse(f"admin:{name_of(type(record))}_change", args=[record.pk])
        return {
            **self.admin_site.each_context(request),
            "title": _("Proposal"),
            "opts": self.opts,
            "proposal": proposal,
            "record": record,
            "record_address": address,
            "changes": told(proposed(proposal), model),
            "newer": told_chapters(since(proposal) if waits else [], model),
            "faults": faults,
            "comment": request.POST.get("comment", ""),
            "may_decide": waits and may(request.user, PUBLISH),
            "may_take_back": waits and proposal.who_id == request.user.pk,
        }

    def decision(self, request, proposal: Proposal) -> list:
        """Carry out the decision; the faults that prevent it."""
        comment, act = request.POST.get("comment", "").strip(), request.POST.get("act")
        allowed = proposal.who_id == request.user.pk if act == "take-back" else False
        if act in {"accept", "decline"}:
            allowed = may(request.user, PUBLISH)
        if not allowed:
            raise PermissionDenied
        if proposal.state != ProposalState.OPEN:
            return [_("This proposal has been decided already.")]
        return getattr(self, act.replace("-", "_"))(request, proposal, comment)

    def accept(self, request, proposal: Proposal, comment: str) -> list:
        if since(proposal) and "anyway" not in request.POST:
            return [_("The record was changed after the proposal: look at it below, then tick.")]
        try:
            accept(proposal, request.user, comment)
        except ApplicationError as error:
            return [str(fault) for fault in error.faults]
        self.message_user(request, _("Accepted: readers see it now."), messages.SUCCESS)
        return []

    def decline(self, request, proposal: Proposal, comment: str) -> list:
        if not comment:
            return [_("Say in the comment why it is declined.")]
        decide(proposal, ProposalState.DECLINED, request.user, comment)
        self.message_user(request, _("Declined: its curator reads the comment."))
        return []

    def take_back(self, request, proposal: Proposal, comment: str) -> list:
        decide(proposal, ProposalState.TAKEN_BACK, request.user, comment)
        self.message_user(request, _("Taken back."))
        return []
