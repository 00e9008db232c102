"""Lists and pages of institutions and agreements."""

from django.utils.translation import gettext_lazy as _

from institutions import filters
from institutions.models import Agreement, Institution
from records.lists import RecordList
from records.pages import RecordPage, Span
from records.sentence import BEFORE


class InstitutionList(RecordList):
    model = Institution
    facets = filters.INSTITUTIONS
    row_facts = ("kind", "reach")


class InstitutionPage(RecordPage):
    model = Institution
    kinds = ("kind", "reach")
    facts = (
        Span(_("existed"), "founded", "ended"),
        "lifespans",
        "ending",
        "last_evidence",
        "dated_names",
        "kind",
        "reach",
        "tenures",
        "mandates",
        "seats",
        "responsibilities",
        "memberships",
        "websites",
    )


class AgreementList(RecordList):
    model = Agreement
    facets = filters.AGREEMENTS
    row_facts = ("form", "binding")
    before = {**BEFORE, "jurisdiction": _("with %(names)s")}


class AgreementPage(RecordPage):
    model = Agreement
    kinds = ("form", "stage")
    facts = (
        "announced",
        "signed",
        "signatures",
        "in_force",
        "ended",
        "ending",
        "form",
        "stage",
        "binding",
        "parties",
        "mandates",
        "coverages",
        "identifiers",
        "amounts",
    )
