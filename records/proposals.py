"""Proposals: a change tried out, kept as rows before and after, and carried out when accepted."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from records.application import apply
from records.models import ChangeSet, Proposal, Record
from records.models.proposals import ProposalState
from records.story import Chapter, story
from records.tables import record_types, table_name, tables
from records.versions import ADDED, RowChange, changes_in, mark


class TriedOut(Exception):
    """Leaves a transaction so that nothing of it stays."""


def try_out(change: Callable) -> tuple[object, list[RowChange]]:
    """Run what writes rows, see what it changed, and take all of it back.

    Gives what the callable returned and the changes; new rows carry no primary key.
    """
    try:
        with transaction.atomic(), ChangeSet.open() as change_set:
            result = change()
            changes = changes_in(change_set) if change_set.pk else []
            raise TriedOut
    except TriedOut:
        pass
    for one in changes:
        one.pk = None if one.kind == ADDED else one.pk
        one.change_set = None
    return result, changes


def propose(record: Record, changes: list[RowChange], who, why: str) -> Proposal:
    """Keep changes to a published record for an editor to decide on."""
    return Proposal.objects.create(
        table=table_name(type(record)),
        slug=record.slug,
        who=who,
        why=why,
        mark=mark(record),
        changes=[to_json(one) for one in changes],
    )


def to_json(change: RowChange) -> dict:
    """A change as it is stored."""
    return {
        "table": change.table,
        "pk": change.pk,
        "before": change.before,
        "after": change.after,
    }


def proposed(proposal: Proposal) -> list[RowChange]:
    """The changes of a proposal."""
    models = {table_name(model): model for model in tables()}
    return [
        RowChange(models[one["table"]], one["pk"], one["before"], one["after"])
        for one in proposal.changes
    ]


def model_of(proposal: Proposal) -> type[Record]:
    """The kind of record that the proposal is about."""
    return next(one for one in record_types() if table_name(one) == proposal.table)


def record_of(proposal: Proposal) -> Record | None:
    """The record that the proposal is about, if it still has its slug."""
    return model_of(proposal).objects.filter(slug=proposal.slug).first()


def since(proposal: Proposal) -> list[Chapter]:
    """What others changed in the record after the proposal was made."""
    record = record_of(proposal)
    return story(type(record), record.pk, proposal.mark) if record else []


def accept(proposal: Proposal, who, comment: str = "") -> None:
    """Carry the changes out in one change set, or raise an ApplicationError and change nothing."""
    with transaction.atomic():
        locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
        if locked.state != ProposalState.OPEN:
            return
        why = " · ".join(part for part in (locked.why, comment) if part)
        with ChangeSet.open(kind="edit", who=who, why=f"{why} ({locked.who})") as change_set:
            apply(proposed(locked))
            decide(locked, ProposalState.ACCEPTED, who, comment, ChangeSet.current())
    proposal.refresh_from_db()
    proposal.change_set = change_set


def decide(proposal: Proposal, state: str, who, comment: str = "", change_set=None) -> None:
    """Note the decision."""
    proposal.state, proposal.decided_by, proposal.comment = state, who, comment
    proposal.decided, proposal.change_set = timezone.now(), change_set
    proposal.save()
