"""Who deals with whom, and by what instruments: places, institutions, agreements."""

from institutions.models.agreement import (
    Act,
    Agreement,
    AgreementCitation,
    Coverage,
    Identifier,
    Lineage,
    Mandate,
    Party,
)
from institutions.models.institution import Institution, InstitutionCitation, InstitutionLevel
from institutions.models.jurisdiction import Jurisdiction
from institutions.models.links import (
    Affiliation,
    Membership,
    Priority,
    Responsibility,
    Seat,
    Stake,
    Succession,
)

__all__ = [
    "Act",
    "Affiliation",
    "Agreement",
    "AgreementCitation",
    "Coverage",
    "Identifier",
    "Institution",
    "InstitutionCitation",
    "InstitutionLevel",
    "Jurisdiction",
    "Lineage",
    "Mandate",
    "Membership",
    "Party",
    "Priority",
    "Responsibility",
    "Seat",
    "Stake",
    "Succession",
]
