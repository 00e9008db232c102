"""What browsers and search engines ask for at the root of the site."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

# Searches have no end of addresses; the admin is not for readers.
CLOSED = ("/admin/", "/en/admin/", "/es/admin/", "/en/search/", "/es/search/")


@require_safe
def robots(request):
    """The whole map may be read by machines, aside from what is closed."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """The icon, for browsers that look for it at its old place."""
    return redirect(static("icon.svg"))
