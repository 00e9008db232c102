"""The admin of the map in place of Django's own."""

from django.contrib.admin.apps import AdminConfig


class MapAdminConfig(AdminConfig):
    """Loads `config.admin.MapAdmin` as the default site."""

    default_site = "config.admin.MapAdmin"
