"""Who may see and change which row in the admin: the table of roles, denied unless given."""

from django.db import models

from records.models import Record, Tracked
from records.models.tracked import record_ends
from records.roles import CURATE, PUBLISH, WITHDRAW, may


def may_see(user) -> bool:
    """Whether the person may see drafts and everything else that is curated."""
    return may(user, CURATE)


def may_change(user, row: Tracked | None) -> bool:
    """Whether a change by this person takes effect; of a record, others may be proposed."""
    if not may(user, CURATE):
        return False
    return row is None or may(user, PUBLISH) or not stands_published(row)


def may_delete(user, row: Tracked | None) -> bool:
    """Published records are withdrawn, never deleted; drafts go with who may withdraw."""
    if isinstance(row, Record):
        return may(user, WITHDRAW) and not row.is_published
    if row is None:
        return may(user, CURATE)
    return may_change(user, row)


def stands_published(row: Tracked) -> bool:
    """Whether readers see the row: itself, what it joins, or what stands on it."""
    if isinstance(row, Record):
        return row.is_published
    ends = [getattr(row, name) for name in record_ends(type(row))]
    if ends:
        return any(end is not None and end.is_published for end in ends)
    return is_used(row)


def is_used(row: Tracked) -> bool:
    """Whether something published stands on a source, a place, a topic or a scheme."""
    return any(
        relation.related_model.objects.published().filter(**{relation.field.name: row}).exists()
        for relation in row._meta.related_objects
        if issubclass(relation.related_model, Tracked) and relation.field.remote_field is relation
    )


def name_of(model: type[models.Model]) -> str:
    """How the admin names the addresses of a table."""
    return f"{model._meta.app_label}_{model._meta.model_name}"
