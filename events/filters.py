"""How lists of meetings and reports can be narrowed."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from baskets.models import Basket
from events.models.meeting import Held, MeetingLevel
from institutions.models import Institution, Jurisdiction
from records.facets import Facet, KeyFacet, PeriodFilter, PlaceFacet, TextFilter

MEETINGS = (
    TextFilter(),
    KeyFacet("body", _("convening body"), Institution, "convenings__institution", ranked=True),
    Facet("held", pgettext_lazy("column", "held"), "held", Held),
    Facet("level", _("level"), "level", MeetingLevel),
    KeyFacet("basket", _("basket"), Basket, "agendas__basket"),
    PlaceFacet("jurisdiction", _("place"), Jurisdiction, "venues__jurisdiction"),
    PeriodFilter(),
)
REPORTS = (
    TextFilter(),
    KeyFacet("body", _("issued by"), Institution, "issuers__institution", ranked=True),
    KeyFacet("basket", _("basket"), Basket, "focuses__basket"),
    PeriodFilter(),
)
