"""How lists of baskets, issues and indicators can be narrowed."""

from django.utils.translation import gettext_lazy as _

from baskets.models import Basket, Scheme
from baskets.models.basket import Nature
from baskets.models.issue import IssueKind, Perspective
from records.facets import Facet, KeyFacet, LinkFacet, TextFilter

BASKETS = (
    TextFilter(),
    KeyFacet("scheme", _("scheme"), Scheme, "scheme"),
    Facet("nature", _("nature"), "nature", Nature),
)
ISSUES = (
    TextFilter(),
    KeyFacet("basket", _("basket"), Basket, "spillovers__basket"),
    Facet("kind", _("kind"), "kind", IssueKind),
    LinkFacet("perspective", _("perspective"), "spillovers__perspective", Perspective),
)
INDICATORS = (
    TextFilter(),
    KeyFacet("basket", _("basket"), Basket, "basket"),
)
