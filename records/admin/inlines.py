"""Links and citations entered on the pages of the records they belong to, from either side."""

from functools import cache, partial

from django import forms
from django.contrib import admin
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from records.admin.access import may_see
from records.admin.pickers import PickerAdmin, RowForm
from records.admin.values import bilingual, own_fields, row_in_words
from records.models import Citation, Record, Statement
from records.models.tracked import edtf_fields
from records.rules import holds, unique_rules

ASIDE = ("disputed_by", "disputed_locator", "note_en", "note_es")
SHOWN = 40  # rows of one kind on one page; the rest are a list of their own


class Rows(BaseInlineFormSet):
    """The rows that lead to a record, at most `SHOWN` of them to edit in place."""

    def get_queryset(self):
        if self.is_bound:
            return super().get_queryset()
        if not hasattr(self, "shown"):
            self.all_rows = super().get_queryset()
            self.shown = list(self.all_rows[: SHOWN + 1]) if self.instance.pk else []
            self.cut = len(self.shown) > SHOWN
            self.shown = self.shown[:SHOWN]
        return self.shown

    def number(self) -> int:
        """How many rows there are, for the heading."""
        if self.is_bound:
            return self.initial_form_count()
        shown = self.get_queryset()
        return self.all_rows.count() if self.cut else len(shown)

    def list_address(self) -> str:
        """Where all rows of this record are listed, if the page cannot hold them; else blank."""
        if self.is_bound or not self.cut:
            return ""
        opts = self.model._meta
        page = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
        return f"{page}?{self.fk.name}__id__exact={self.instance.pk}"

    def clean(self):
        """No two rows of the page may say the same; each alone is compared with the database."""
        super().clean()
        rows = [form for form in self.forms if self.is_row(form) and not form.errors]
        for rule in unique_rules(self.model):
            seen = set()
            for form in rows:
                values = self.compared(rule, form.instance)
                if values in seen:
                    form.add_error(None, rule.get_violation_error_message())
                seen.add(values)

    def is_row(self, form) -> bool:
        deleted = self.can_delete and self._should_delete_form(form)
        return not deleted and bool(form.instance.pk or form.has_changed())

    def compared(self, rule, row) -> tuple:
        """What the rule compares of a row on this page; of its own kind where it has no say."""
        names = [name for name in rule.fields if name != self.fk.name]
        values = tuple(getattr(row, self.model._meta.get_field(name).attname) for name in names)
        applies = rule.condition is None or holds(rule.condition, row) is True
        return values if applies and None not in values else (id(row),)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            form.in_words = partial(row_in_words, form.instance, self.fk.name)
            form.annotated = any(getattr(form.instance, name, None) for name in ASIDE)


class RowInline(PickerAdmin, admin.StackedInline):
    """Rows that belong to a record: one line each, opened to be changed."""

    extra = 0
    form = RowForm
    formset = Rows
    template = "admin/edit_inline/rows.html"
    classes = ("collapse",)
    show_change_link = True
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 2})}}

    def has_view_permission(self, request, obj=None):
        return may_see(request.user)

    def has_add_permission(self, request, obj=None):
        return may_see(request.user)

    def has_change_permission(self, request, obj=None):
        return may_see(request.user)

    def has_delete_permission(self, request, obj=None):
        return may_see(request.user)

    def get_queryset(self, request):
        return self.with_keys(super().get_queryset(request))


class LinkInline(RowInline):
    """One kind of link as seen from one of its ends."""

    def get_fieldsets(self, request, obj=None):
        return link_fieldsets(self.model, without=self.fk_name)


def link_fieldsets(model: type[Statement], without: str = "") -> list:
    """What is linked and when, its source; dispute and notes aside."""
    plain, pairs = bilingual([name for name in own_fields(model) if name != without])
    dates = edtf_fields(model)
    source = (*dates, "source", "locator", "via", "via_locator")
    aside = [ASIDE[:2], ASIDE[2:]]
    return [
        (None, {"fields": [tuple(plain), *pairs, source]}),
        (_("Dispute and notes"), {"fields": aside, "classes": ["collapse"]}),
    ]


def link_relations(model: type[models.Model]) -> list:
    """The relations by which links lead to the rows of a table, also from higher apps."""
    return [
        relation
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, Statement)
        and relation.field.name in relation.related_model.SEEN_FROM
    ]


@cache
def link_inlines(model: type[models.Model]) -> tuple[type[LinkInline], ...]:
    """An inline for each way in which links lead to the rows of a table."""
    return tuple(
        type(
            f"{relation.get_accessor_name()}_inline",
            (LinkInline,),
            {
                "model": relation.related_model,
                "fk_name": relation.field.name,
                "verbose_name_plural": relation.related_model.SEEN_FROM[relation.field.name],
            },
        )
        for relation in link_relations(model)
    )


def subjects(model: type[Citation]) -> list:
    """What a citation may be about, with the names that curators read."""
    record = model._meta.get_field("record").related_model
    columns = [(n, capfirst(record._meta.get_field(n).verbose_name)) for n in record.fact_names()]
    links = [
        (relation.get_accessor_name(), relation.related_model.SEEN_FROM[relation.field.name])
        for relation in record.link_relations()
    ]
    return [("", _("the whole record")), (_("Columns"), columns), (_("Links"), links)]


class CitationPicker(PickerAdmin):
    """For citations: `about` is chosen from the columns and links of the record."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name != "about":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return forms.ChoiceField(
            choices=lambda: subjects(self.model),
            required=False,
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
        )


CITATION_LINES = [
    ("source", "locator", "via", "via_locator"),
    ("about", "topic", "value", "as_of"),
    "preferred",
    ("note_en", "note_es"),
]


class CitationInline(CitationPicker, RowInline):
    """What sources say about a record."""

    verbose_name = _("citation")
    verbose_name_plural = _("Citations")
    fieldsets = [(None, {"fields": CITATION_LINES})]


@cache
def citation_inlines(model: type[models.Model]) -> tuple[type[CitationInline], ...]:
    """The inline of a record's citations; none for tables that are no records."""
    if not issubclass(model, Record):
        return ()
    table = model._meta.get_field("citations").related_model
    return (type("citations_inline", (CitationInline,), {"model": table}),)
