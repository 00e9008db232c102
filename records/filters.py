"""How the list of sources can be narrowed."""

from django.utils.translation import gettext_lazy as _

from records.facets import Facet, TextFilter
from records.models.source import SourceType

SOURCES = (
    TextFilter(_("Words in titles and authors")),
    Facet("type", _("type"), "type", SourceType),
)
