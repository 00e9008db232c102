"""What a person may not do by a sheet: touch what readers see, publish, withdraw."""

from django.db import models
from django.utils.translation import gettext as _

from records.models import Publication, Record, Tracked
from records.models.tracked import record_ends
from records.roles import PUBLISH, WITHDRAW, may

SEEN = {Publication.PUBLISHED, Publication.WITHDRAWN}


def forbidden_step(user, before: str, after: str, supported: bool) -> str:
    """Why a record may not go from one state to the other, or an empty text; new ones are drafts.

    Without the right to publish the column `publication` must say what is so already.
    """
    if after == (before or Publication.DRAFT):
        return ""
    if not may(user, PUBLISH):
        return _(
            "Only an editor sets “publication” by a sheet: write %(state)s or leave the column out."
        ) % {"state": before or Publication.DRAFT.value}
    if before in SEEN and after not in SEEN:
        return _("Readers know this record: leave it %(state)s, or withdraw it with a reason.") % {
            "state": before
        }
    if after == Publication.WITHDRAWN and not may(user, WITHDRAW):
        return _("You may not withdraw records.")
    if after == Publication.PUBLISHED and not supported:
        return _("A published record needs a source: name it in the column “source”.")
    return ""


def out_of_reach(user, publication: str) -> str:
    """Why the person may not change a record in this state by a sheet, or an empty text."""
    if publication not in SEEN or may(user, PUBLISH):
        return ""
    return _(
        "Readers see this record, so only an editor changes it by a sheet. "
        "Propose the change on its page."
    )


class Sight:
    """Which rows of a link, citation, part or plain table readers see, asked without the right to
    publish; a query for each table that the rows lead to, or that stands on them.
    """

    def __init__(self, model: type[Tracked]):
        self.ends = record_ends(model)
        self.published = {name: published(model, name) for name in self.ends}
        self.model = model
        self.leaned_on: set[int] | None = None

    def forbids(self, row: Tracked) -> str:
        """Why the row may not be written by a curator's sheet, or an empty text."""
        values = {name: getattr(row, self.attname(name)) for name in self.ends}
        before = {name: row.before[self.attname(name)] for name in self.ends if row.before}
        if self.seen(values) or (before and self.seen(before)):
            return _(
                "It belongs to what readers see, so only an editor brings it by a sheet. "
                "Propose the change on the record's page."
            )
        if not self.ends and row.before and row.pk in self.used():
            return _("Published records stand on it, so only an editor changes it by a sheet.")
        return ""

    def attname(self, name: str) -> str:
        return self.model._meta.get_field(name).attname

    def seen(self, ends: dict[str, int | None]) -> bool:
        """Whether all records at the ends are published."""
        held = {name: key for name, key in ends.items() if key is not None}
        return bool(held) and all(key in self.published[name] for name, key in held.items())

    def used(self) -> set[int]:
        """The rows on which something published stands."""
        if self.leaned_on is None:
            found = set()
            for relation in self.model._meta.related_objects:
                if issubclass(relation.related_model, Tracked):
                    rows = relation.related_model.objects.published()
                    found |= set(rows.values_list(relation.field.attname, flat=True))
            self.leaned_on = found
        return self.leaned_on


def published(model: type[models.Model], name: str) -> set[int]:
    """The primary keys of the published records that a key may lead to."""
    target: type[Record] = model._meta.get_field(name).related_model
    return set(target.objects.published().values_list("pk", flat=True))
