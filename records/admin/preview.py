"""The public page of a record that is not published yet, as readers would see it."""

from functools import cache

from django.shortcuts import get_object_or_404, render
from django.urls import resolve, reverse

from records.admin.access import may_see, name_of
from records.admin.restoring import refuse_unless
from records.models import Record
from records.notes import Notes
from records.pages import RecordPage


def preview(model: type[Record], request, pk: int):
    """The record's page with drafts shown and marked; kept by no cache and no search engine."""
    refuse_unless(may_see(request.user))
    page = previewing(public_page(model))()
    page.record, page.notes = get_object_or_404(page.queryset(), pk=pk), Notes()
    page.setup(request, slug=page.record.slug)
    context = page.context() | {
        "preview": True,
        "form_address": reverse(f"admin:{name_of(model)}_change", args=[pk]),
    }
    response = render(request, page.template, context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def public_page(model: type[Record]) -> type[RecordPage]:
    """The view of the record's page, as the app declares it."""
    return resolve(reverse(f"{model.PATH}-page", args=["any"])).func.view_class


@cache
def previewing(page: type[RecordPage]) -> type[RecordPage]:
    """The same page with what readers cannot see yet."""
    return type(f"Preview{page.__name__}", (page,), {"drafts": True})
