"""Who deals with whom, and by what instruments: places, institutions, agreements."""

from institutions.models.agreement import Act, Agreement, AgreementCitation, Identifier, Party
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
from institutions.models.lives import DatedName, Lifespan, Tenure, Website
from institutions.models.ties import Coverage, Lineage, Mandate
from institutions.models.undertakings import Amount, Signature

__all__ = [
    "Act",
    "Affiliation",
    "Agreement",
    "AgreementCitation",
    "Amount",
    "Coverage",
    "DatedName",
    "Identifier",
    "Institution",
    "InstitutionCitation",
    "InstitutionLevel",
    "Jurisdiction",
    "Lifespan",
    "Lineage",
    "Mandate",
    "Membership",
    "Party",
    "Priority",
    "Responsibility",
    "Seat",
    "Signature",
    "Stake",
    "Succession",
    "Tenure",
    "Website",
]
