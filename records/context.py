"""What every page knows: the navigation, and the same page in the other language."""

from django.core.exceptions import DisallowedHost
from django.utils.text import capfirst
from django.utils.translation import get_language

from records.models import Source
from records.tables import record_types

OTHER = {"en": ("es", "Español"), "es": ("en", "English")}


def site(request) -> dict:
    """`navigation`, the switch that keeps page and filter, and the addresses for search engines."""
    code, name = OTHER[get_language() if get_language() in OTHER else "en"]
    return {
        "other_language": {"code": code, "name": name, "address": translated(request, code)},
        "navigation": [
            (f"{model.PATH}-list", capfirst(model._meta.verbose_name_plural))
            for model in (*record_types(), Source)
        ],
        "home_address": absolute(request, "/"),
        "canonical": absolute(request, request.path),
        "alternates": [
            (language, absolute(request, translated(request, language)))
            for language in sorted(OTHER)
        ],
    }


def absolute(request, path: str) -> str:
    """The address with the host, or without it on the page that refuses a foreign host."""
    try:
        return request.build_absolute_uri(path)
    except DisallowedHost:
        return path


def translated(request, code: str) -> str:
    """The address of the same page in a language."""
    path = request.get_full_path()
    return f"/{code}{path[3:]}" if path[:4] in ("/en/", "/es/") else f"/{code}/"
