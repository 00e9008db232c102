"""Choosing a record for a foreign key: found as one types, shown without a query for each row."""

from collections.abc import Iterator
from copy import copy

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import InlineForeignKeyField

from records.admin.dates import DateInput
from records.admin.examples import with_example
from records.admin.values import keys
from records.fields import EdtfField
from records.rules import broken_rules, unique_rules


class Picker(AutocompleteSelect):
    """An autocomplete that is told the row's own choice (`known`) instead of asking for it.

    Django's asks the database once for each foreign key of each row of each inline.
    """

    known: models.Model | None = None
    opened_later = False

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        if self.opened_later:
            attrs["class"] = attrs["class"].replace("admin-autocomplete", "closed-picker")
        return attrs

    @property
    def media(self):
        after = ["admin/js/autocomplete.js", "admin-rows.js"]
        return super().media + forms.Media(js=after)

    def optgroups(self, name, value, attrs=None):
        chosen = [row for row in map(self.chosen, value) if row]
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance
        for row in chosen:
            options.append(self.create_option(name, row.pk, label(row), True, len(options)))
        return [(None, options, 0)]

    def chosen(self, key: str) -> models.Model | None:
        """The row with this key, as the form sends it."""
        if self.known and str(self.known.pk) == str(key):
            return self.known
        if not str(key).isdecimal():
            return None
        return self.choices.queryset.filter(pk=key).first()


class CuratedForm(forms.ModelForm):
    """A form that tells its pickers what the row holds already."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, picker in self.pickers():
            if self._meta.model._meta.get_field(name).is_cached(self.instance):
                picker.known = getattr(self.instance, name)

    def pickers(self) -> Iterator[tuple[str, Picker]]:
        """The pickers by name, without the links to add or change that Django puts around them."""
        for name in keys(self._meta.model):
            if name in self.fields:
                widget = self.fields[name].widget
                yield name, getattr(widget, "widget", widget)


class RowForm(CuratedForm):
    """A form of a list of rows: a row nobody touched is not checked again, key by key."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name, picker in self.pickers():
                picker.opened_later = True
                self.fields[name].widget = picker

    def full_clean(self):
        if self.is_bound and self.instance.pk and not self.has_changed():
            self._errors = forms.utils.ErrorDict()
            self.cleaned_data = {}
            return
        super().full_clean()

    def validate_unique(self):
        """Also the rules that name the record the row belongs to: Django leaves those out."""
        super().validate_unique()
        if self.errors:
            return
        for rule in broken_rules(self.as_saved()):
            self.add_error(None, rule.get_violation_error_message())
        for rule in unique_rules(self._meta.model):
            try:
                rule.validate(self._meta.model, self.instance)
            except ValidationError as error:
                self.add_error(None, error)

    def as_saved(self) -> models.Model:
        """The row as it will be: a record that is new too has its key by then."""
        row = copy(self.instance)
        for name, field in self.fields.items():
            if isinstance(field, InlineForeignKeyField):
                key = row._meta.get_field(name).attname
                setattr(row, key, getattr(row, key) or 0)
        return row


class PickerAdmin:
    """For admin classes and inlines: a picker for every foreign key, small text boxes."""

    form = CuratedForm
    formfield_overrides = {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})},
        models.URLField: {"assume_scheme": "https"},
    }

    def get_autocomplete_fields(self, request):
        return keys(self.model)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        picker = Picker(db_field, self.admin_site, using=kwargs.get("using"))
        field = super().formfield_for_foreignkey(db_field, request, **{"widget": picker, **kwargs})
        target = self.admin_site.get_model_admin(db_field.related_model)
        field.label_from_instance = getattr(target, "label", str)
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Beside a picker: add and change. Deleting and viewing have their own pages."""
        if isinstance(db_field, EdtfField):
            kwargs.setdefault("widget", DateInput)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.many_to_one and hasattr(field.widget, "can_delete_related"):
            field.widget.can_delete_related = field.widget.can_view_related = False
        if field is not None:
            field.help_text = with_example(db_field, field.help_text)
        return field

    def with_keys(self, queryset):
        """The rows with the rows their keys lead to, and what these need for their labels."""
        paths = list(keys(self.model))
        for name in keys(self.model):
            target = self.model._meta.get_field(name).related_model
            told_by = getattr(self.admin_site.get_model_admin(target), "tell_apart", "")
            if told_by in keys(target):
                paths.append(f"{name}__{told_by}")
        return queryset.select_related(*paths) if paths else queryset
