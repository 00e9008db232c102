"""What every page knows: the navigation, and the same page in the other language."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

OTHER = {"en": ("es", "Español"), "es": ("en", "English")}
NAVIGATION = ("institutions", "agreements", "meetings", "reports", "baskets", "issues", "sources")
LABELS = {
    "institutions": _("Institutions"),
    "agreements": _("Agreements"),
    "meetings": _("Meetings"),
    "reports": _("Reports"),
    "baskets": _("Baskets"),
    "issues": _("Issues"),
    "sources": _("Sources"),
}


def site(request) -> dict:
    """`navigation`, and the switch that keeps page and filter: `other_language`."""
    code, name = OTHER[get_language() if get_language() in OTHER else "en"]
    path = request.get_full_path()
    same = f"/{code}{path[3:]}" if path[:4] in ("/en/", "/es/") else f"/{code}/"
    return {
        "other_language": {"code": code, "name": name, "address": same},
        "navigation": [(f"{name}-list", LABELS[name]) for name in NAVIGATION],
    }
