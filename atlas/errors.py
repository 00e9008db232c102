"""The pages for what goes wrong, in the language of the address."""

from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def bad_request(request, exception=None):
    """400: the request itself makes no sense."""
    sentence = _("The request could not be understood.")
    return render(request, "400.html", {"sentence": sentence}, status=400)


def forbidden(request, exception=None):
    """403: not for this person."""
    return render(request, "403.html", status=403)


def form_refused(request, reason=""):
    """403: a form without the token of its page; 405 where the public map takes no forms."""
    if request.resolver_match is None or request.resolver_match.app_name != "admin":
        return HttpResponseNotAllowed(["GET", "HEAD", "OPTIONS"])
    title = _("The form was not taken")
    sentence = _("The form was open too long. Go back, reload the page and send it again.")
    return render(request, "403.html", {"title": title, "sentence": sentence}, status=403)


def not_found(request, exception=None):
    """404: nothing is here; a sentence of ours says more than the address."""
    reason = exception.args[0] if exception and exception.args else ""
    sentence = reason if isinstance(reason, str) else ""
    return render(request, "404.html", {"sentence": sentence}, status=404)


def broken(request):
    """500: our fault; no trace, query or context processor: nothing that could fail again."""
    return HttpResponse(render_to_string("500.html"), status=500)
