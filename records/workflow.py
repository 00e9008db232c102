"""The way of a record: draft, in review, published, withdrawn; who may take which step."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from records.models import Publication, Record
from records.roles import CURATE, PUBLISH, WITHDRAW, may

DRAFT, REVIEW = Publication.DRAFT, Publication.REVIEW
PUBLISHED, WITHDRAWN = Publication.PUBLISHED, Publication.WITHDRAWN


@dataclass(frozen=True)
class Step:
    """A step that a button takes: from which states, to which one, who may, whether to say why."""

    name: str
    label: str
    done: str
    origins: tuple[str, ...]
    target: str | None
    permission: str
    needs_why: bool = False
    kind: str = "edit"


STEPS = (
    Step("_draft", _("Save draft"), _("Saved as a draft."), (DRAFT,), None, CURATE),
    Step("_keep", _("Save"), _("Saved."), (REVIEW,), None, CURATE),
    Step(
        "_submit",
        _("Submit for review"),
        _("Submitted: an editor will look at it."),
        (DRAFT,),
        REVIEW,
        CURATE,
    ),
    Step(
        "_back",
        _("Send back with a comment"),
        _("Sent back to its curator."),
        (REVIEW,),
        DRAFT,
        PUBLISH,
        needs_why=True,
    ),
    Step(
        "_publish",
        _("Publish"),
        _("Published: readers see it now."),
        (DRAFT, REVIEW, WITHDRAWN),
        PUBLISHED,
        PUBLISH,
        kind="publish",
    ),
    Step("_change", _("Save"), _("Saved: readers see it now."), (PUBLISHED,), None, PUBLISH),
    Step(
        "_withdraw",
        _("Withdraw"),
        _("Withdrawn: readers see the reason."),
        (PUBLISHED,),
        WITHDRAWN,
        WITHDRAW,
        kind="publish",
    ),
    Step(
        "_propose",
        _("Propose this change"),
        _("Proposed: an editor will decide."),
        (PUBLISHED,),
        None,
        CURATE,
        needs_why=True,
    ),
)


def steps_for(user, record: Record | None) -> list[Step]:
    """The steps that this person may take with the record; a new one is a draft."""
    state = record.publication if record else DRAFT
    found = [one for one in STEPS if state in one.origins and may(user, one.permission)]
    if may(user, PUBLISH):
        found = [one for one in found if one.name != "_propose"]
    return found


def chosen(user, record: Record | None, params) -> Step | None:
    """The step whose button was pressed, or the plainest allowed one; None if it is not allowed."""
    allowed = steps_for(user, record)
    pressed = [one.name for one in STEPS if one.name in params]
    if not pressed:
        return allowed[0] if allowed else None
    return next((one for one in allowed if one.name in pressed), None)
