"""Runs of imports: a sheet between its preview and its confirmation, kept afterwards."""

import json

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from records.constraints import one_of
from records.models.changes import ChangeSet


class Stage(models.TextChoices):
    PREVIEWED = "previewed", _("waits for confirmation")
    CONFIRMED = "confirmed", _("imported")
    REFUSED = "refused", _("refused: the sheet has faults")
    STALE = "stale", _("stopped: the data had changed")
    CANCELLED = "cancelled", _("cancelled")


class ImportRun(models.Model):
    """One sheet that somebody uploaded for a table, with what was seen before it was confirmed.

    `sheet` holds the headers and lines as they were read, `preview` what would happen to each
    line, both as JSON in text; `effect` is a fingerprint of what would be written, and `mark` the
    last row of the table's history by then.
    """

    who = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        related_name="import_runs",
    )
    started = models.DateTimeField(_("started"), auto_now_add=True)
    table = models.CharField(_("table"), max_length=60)
    file_name = models.CharField(_("file"), max_length=200)
    sheet = models.TextField(editable=False)
    preview = models.TextField(editable=False)
    effect = models.CharField(max_length=64, editable=False)
    mark = models.PositiveBigIntegerField(editable=False)
    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage, default=Stage.PREVIEWED, db_index=True
    )
    why = models.TextField(_("why"), blank=True)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    change_set = models.ForeignKey(
        ChangeSet,
        verbose_name=_("change set"),
        on_delete=models.PROTECT,
        null=True,
        related_name="import_runs",
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started", "-pk"]
        constraints = [
            one_of("stage", Stage),
            models.CheckConstraint(
                name="records_importrun_confirmed",
                condition=~models.Q(stage="confirmed")
                | (~models.Q(why="") & models.Q(change_set__isnull=False)),
                violation_error_message=_("What was imported has a reason and a change set."),
            ),
        ]

    def __str__(self):
        return f"{self.file_name} → {self.table}"

    def read(self) -> tuple[list[str], list[list[str]]]:
        """The headers and the lines of the sheet."""
        kept = json.loads(self.sheet)
        return kept["headers"], kept["lines"]

    def keep(self, headers: list[str], lines: list[list[str]]) -> None:
        """Hold on to the sheet."""
        self.sheet = json.dumps({"headers": headers, "lines": lines}, ensure_ascii=False)

    @property
    def waits(self) -> bool:
        """Whether it can still be confirmed or cancelled."""
        return self.stage == Stage.PREVIEWED
