"""How lists of institutions and agreements can be narrowed."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from baskets.models import Basket
from institutions.models import Jurisdiction
from institutions.models.agreement import Binding, LegalForm, Stage
from institutions.models.institution import Branch, Ending, InstitutionKind, Reach, Tier
from records.facets import Facet, KeyFacet, PeriodFilter, PlaceFacet, TextFilter

INSTITUTIONS = (
    TextFilter(),
    KeyFacet("basket", _("basket"), Basket, "responsibilities__basket"),
    Facet("tier", _("tier"), "levels__tier", Tier),
    Facet("branch", _("branch"), "levels__branch", Branch),
    Facet("reach", _("reach"), "reach", Reach),
    Facet("kind", _("kind"), "kind", InstitutionKind),
    PlaceFacet(
        "jurisdiction",
        _("jurisdiction"),
        Jurisdiction,
        "memberships__jurisdiction",
        "seats__jurisdiction",
    ),
    Facet("ending", _("ending"), "ending", Ending),
    PeriodFilter(),
)
AGREEMENTS = (
    TextFilter(),
    KeyFacet("basket", _("basket"), Basket, "coverages__basket"),
    Facet("form", _("legal form"), "form", LegalForm),
    Facet("binding", pgettext_lazy("column", "binding"), "binding", Binding),
    Facet("stage", _("stage"), "stage", Stage),
    PlaceFacet("jurisdiction", _("party"), Jurisdiction, "parties__jurisdiction"),
    PeriodFilter(),
)
