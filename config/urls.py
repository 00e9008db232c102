"""Every address: the pages in two languages, the admin."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from atlas import roots

handler400 = "atlas.errors.bad_request"
handler403 = "atlas.errors.forbidden"
handler404 = "atlas.errors.not_found"
handler500 = "atlas.errors.broken"

urlpatterns = [
    path("robots.txt", roots.robots),
    path("favicon.ico", roots.favicon),
    path("admin/", RedirectView.as_view(pattern_name="admin:index")),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("atlas.urls")),
        path("", include("institutions.urls")),
        path("", include("events.urls")),
        path("", include("baskets.urls")),
        path("", include("records.urls")),
    ),
]
