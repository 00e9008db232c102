"""The admin site of the map."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class MapAdmin(AdminSite):
    """The curators' desk."""

    site_header = _("Institutional map: curators' desk")
    site_title = _("Institutional map")
    index_title = _("Records")
