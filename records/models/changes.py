"""Change sets: who changed what belongs together, when and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from records.roles import PERMISSIONS

OPEN: ContextVar["ChangeSet | None"] = ContextVar("open change set", default=None)


class ChangeSetKind(models.TextChoices):
    EDIT = "edit", _("edit")
    IMPORT = "import", _("import")
    LOAD = "load", _("load of a dataset")
    MERGE = "merge", _("merge")
    RESTORE = "restore", _("restore")
    UNDO = "undo", _("undo")
    PUBLISH = "publish", _("publishing")


class ChangeSet(models.Model):
    """One act of changing data: a save in the admin, an import, a load, a merge, an undo."""

    who = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="change_sets",
        help_text=_("Blank for a command such as the load of a dataset."),
    )
    when = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    why = models.TextField(_("why"), blank=True, help_text=_("For example: dates of the 1990s."))
    kind = models.CharField(
        _("kind"), max_length=10, choices=ChangeSetKind, default=ChangeSetKind.EDIT
    )

    kept = False

    class Meta:
        verbose_name = _("change set")
        verbose_name_plural = _("change sets")
        ordering = ["-when", "-pk"]
        permissions = PERMISSIONS
        constraints = [
            models.CheckConstraint(
                name="records_changeset_kind",
                condition=models.Q(kind__in=ChangeSetKind.values),
            )
        ]

    def __str__(self):
        return f"{self.pk} · {self.get_kind_display()} · {self.when:%Y-%m-%d %H:%M}"

    @classmethod
    @contextmanager
    def open(cls, kind: str = "edit", who=None, why: str = "") -> Iterator["ChangeSet"]:
        """All that is written inside belongs to one change set, stored with the first write."""
        change_set = cls(kind=kind, who=who, why=why)
        token = OPEN.set(change_set)
        try:
            yield change_set
        finally:
            OPEN.reset(token)

    @classmethod
    def current(cls) -> "ChangeSet":
        """The open change set, stored; outside of any, a new one of its own."""
        change_set = OPEN.get() or cls()
        if not change_set.is_stored():
            change_set.store()
        return change_set

    def store(self) -> None:
        """Write the row, anew if the one written before was rolled back."""
        self.pk, self._state.adding = None, True
        self.save()
        transaction.on_commit(self.keep)

    def keep(self) -> None:
        """The row is committed: no rollback can take it any more."""
        self.kept = True

    def is_stored(self) -> bool:
        """Whether the row is there; a rollback drops `keep` from what waits for the commit."""
        waiting = transaction.get_connection().run_on_commit
        return self.kept or any(call == self.keep for _savepoints, call, _robust in waiting)


def current_change_set() -> int:
    """The key of the change set that a history row written now belongs to."""
    return ChangeSet.current().pk


def current_user(**_context):
    """Who is changing data now, for the history's own column."""
    change_set = OPEN.get()
    return change_set.who if change_set else None


class HistoryRow(models.Model):
    """Base of every history table: the version of a row that one change set left behind."""

    change_set = models.ForeignKey(
        ChangeSet, on_delete=models.PROTECT, default=current_change_set, related_name="+"
    )

    class Meta:
        abstract = True
