"""The admin's base classes, and the admin of the tables that every app shares."""

from records.admin.accounts import AccountAdmin, RoleAdmin
from records.admin.base import KeyedAdmin, PartAdmin, RecordAdmin, TrackedAdmin
from records.admin.imports import ImportRunAdmin
from records.admin.inlines import RowInline
from records.admin.proposals import ProposalAdmin
from records.admin.tables import ChangeSetAdmin, SourceAdmin

__all__ = [
    "AccountAdmin",
    "ChangeSetAdmin",
    "ImportRunAdmin",
    "KeyedAdmin",
    "PartAdmin",
    "ProposalAdmin",
    "RecordAdmin",
    "RoleAdmin",
    "RowInline",
    "SourceAdmin",
    "TrackedAdmin",
]
