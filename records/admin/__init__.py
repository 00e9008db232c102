"""The admin's base classes, and the admin of the tables that every app shares."""

from records.admin.base import KeyedAdmin, PartAdmin, RecordAdmin, TrackedAdmin
from records.admin.imports import ImportRunAdmin
from records.admin.inlines import RowInline
from records.admin.proposals import ProposalAdmin
from records.admin.tables import ChangeSetAdmin, SourceAdmin

__all__ = [
    "ChangeSetAdmin",
    "ImportRunAdmin",
    "KeyedAdmin",
    "PartAdmin",
    "ProposalAdmin",
    "RecordAdmin",
    "RowInline",
    "SourceAdmin",
    "TrackedAdmin",
]
