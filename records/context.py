"""What every page knows: the navigation and the same page in the other language."""

from django.conf import settings


def site(request) -> dict:
    """`other_language` and `other_address`: the switch that keeps page and filter."""
    path = request.get_full_path()
    return {"languages": settings.LANGUAGES, "full_path": path}
