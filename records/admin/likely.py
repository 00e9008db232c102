"""Likely duplicates of a new record, shown while one types and before the first save."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from records.admin.access import may_see, name_of
from records.admin.restoring import refuse_unless
from records.duplicates import Likeness, likely
from records.models import Record

LONGEST = 1000  # letters of a box that are compared


def likely_page(model: type[Record], request):
    """The records like what is typed so far, as a part of the page."""
    refuse_unless(may_see(request.user))
    return render(request, "admin/_likely.html", {"likely": like(model, request.GET)})


def like(model: type[Record], values) -> list[Likeness]:
    """The likely duplicates of what a form holds, each with its address."""
    found = likely(model, {name: text[:LONGEST] for name, text in values.items()})
    for one in found:
        one.address = reverse(f"admin:{name_of(model)}_change", args=[one.record.pk])
    return found


def held_back(found: list[Likeness], values) -> list[str]:
    """The sentence that holds a new record back until its curator says that it is another one."""
    if "distinct" in values or not found:
        return []
    return [
        _(
            "Records like this one exist already: see the top of the page. If yours is another "
            "one, tick the box there and save again."
        )
    ]
