"""The curators' desk: what waits for whom, and what was done last."""

from dataclasses import dataclass

from django.urls import reverse

from records.admin.access import may_see, name_of
from records.models import ChangeSet, ImportRun, Proposal, Publication, Record
from records.models.proposals import ProposalState
from records.tables import record_types

SHOWN = 12


@dataclass
class Waiting:
    """A record that waits, with its address in the admin."""

    record: Record
    kind: str
    address: str


def desk(user) -> dict:
    """What the person finds on the desk; nothing for those without a role."""
    if not may_see(user):
        return {}
    return {
        "my_drafts": waiting(Publication.DRAFT, user),
        "to_review": waiting(Publication.REVIEW),
        "proposals": list(open_proposals()),
        "imports": list(ImportRun.objects.select_related("who").defer("sheet", "preview")[:SHOWN]),
        "recent": list(ChangeSet.objects.select_related("who")[:SHOWN]),
    }


def waiting(state: str, user=None) -> list[Waiting]:
    """Records in a state, those last touched first; only the user's own, if one is given."""
    found = []
    for model in record_types():
        rows = model.objects.filter(publication=state)
        if user:
            rows = rows.filter(pk__in=model.history.filter(history_user=user).values("id"))
        found += [(model, row) for row in rows.order_by("-added", "-pk")[:SHOWN]]
    found.sort(key=lambda pair: pair[1].added, reverse=True)
    return [
        Waiting(row, str(model._meta.verbose_name), change_address(row))
        for model, row in found[:SHOWN]
    ]


def change_address(row: Record) -> str:
    """The form of a record."""
    return reverse(f"admin:{name_of(type(row))}_change", args=[row.pk])


def open_proposals():
    """The proposals that wait for an editor, oldest first."""
    rows = Proposal.objects.filter(state=ProposalState.OPEN).select_related("who")
    return rows.order_by("when")[:SHOWN]
