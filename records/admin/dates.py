"""Dates in forms: beside each field, what was understood, also as one types."""

from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from records.admin.access import may_see
from records.dates import DateError, explain, read

LONGEST = 200


class DateInput(AdminTextInputWidget):
    """A text box for a date; a script of ours asks for the reading while one types."""

    class Media:
        js = ["admin-dates.js"]

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return attrs | {"data-reading": reverse("admin:reading"), "autocomplete": "off"}

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        said, wrong = reading(value or "")
        shown = "" if wrong else said  # the form itself says what is wrong
        return format_html('{}<span class="reading" aria-live="polite">{}</span>', field, shown)


def reading(text: str) -> tuple[str, bool]:
    """What was understood, or the sentence that says why nothing was, and whether it is wrong."""
    try:
        return (explain(read(text)) if text.strip() else ""), False
    except DateError as error:
        return str(error), True


@require_safe
def reading_view(request):
    """The reading of `text` in the language of the page."""
    if not may_see(request.user):
        raise PermissionDenied
    said, wrong = reading(request.GET.get("text", "")[:LONGEST])
    return JsonResponse({"reading": said, "wrong": wrong})
