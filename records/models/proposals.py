"""Proposals: changes to published records that wait for an editor."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from records.constraints import one_of
from records.models.changes import ChangeSet


class ProposalState(models.TextChoices):
    OPEN = "open", _("waiting")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    TAKEN_BACK = "taken-back", _("taken back")


class Proposal(models.Model):
    """What one person would change in a published record, its links and its citations.

    `changes` holds the rows before and after in the cells of sheets; `mark` is the last change
    set that had touched the record by then.
    """

    table = models.CharField(_("table"), max_length=60, editable=False)
    slug = models.CharField(_("slug"), max_length=120, editable=False)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("proposed by"),
        on_delete=models.PROTECT,
        related_name="proposals",
    )
    when = models.DateTimeField(_("when"), auto_now_add=True)
    why = models.TextField(_("why"), blank=True)
    mark = models.PositiveBigIntegerField(editable=False)
    changes = models.JSONField(editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=ProposalState, default=ProposalState.OPEN, db_index=True
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        null=True,
        related_name="decisions",
    )
    decided = models.DateTimeField(_("decided"), null=True)
    comment = models.TextField(_("comment"), blank=True)
    change_set = models.ForeignKey(
        ChangeSet,
        verbose_name=_("change set"),
        on_delete=models.PROTECT,
        null=True,
        related_name="proposals",
    )

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-when", "-pk"]
        constraints = [
            one_of("state", ProposalState),
            models.CheckConstraint(
                name="records_proposal_decided",
                condition=models.Q(state="open", decided__isnull=True)
                | (~models.Q(state="open") & models.Q(decided__isnull=False)),
                violation_error_message=_("A decision has a day; what waits has none."),
            ),
        ]

    def __str__(self):
        return f"{self.table}/{self.slug} · {self.get_state_display()}"
