"""Curated rows: derived columns kept in step, every change in the history."""

from functools import cache

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from records.dates import parse
from records.fields import BoundField, DerivedTextField, EdtfField, SlugKeyField, valid_slug
from records.models.changes import HistoryRow, current_user
from records.text import slug_words


def in_step():
    """See `records.search.index`, which knows the models and so comes after them."""
    from records.search import index

    return index.in_step()


def touch(model: type[models.Model], pks, new: bool = False) -> None:
    """See `records.search.index`."""
    from records.search import index

    index.touch(model, pks, new)


def in_own_language(english: str, spanish: str) -> str:
    """The text in the reader's language, or the other one where it is missing."""
    return (spanish or english) if get_language() == "es" else (english or spanish)


@cache
def edtf_fields(model: type[models.Model]) -> tuple[str, ...]:
    """The names of the model's EDTF fields."""
    return tuple(field.name for field in model._meta.fields if isinstance(field, EdtfField))


@cache
def derived_fields(model: type[models.Model]) -> tuple[str, ...]:
    """The names of the columns that `derive()` computes."""
    kinds = (BoundField, DerivedTextField)
    return tuple(field.name for field in model._meta.fields if isinstance(field, kinds))


@cache
def record_ends(model: type[models.Model]) -> tuple[str, ...]:
    """The names of the foreign keys that lead to records, which may be drafts."""
    return tuple(
        field.name
        for field in model._meta.fields
        if field.many_to_one and hasattr(field.related_model, "publication")
    )


class TrackedQuerySet(models.QuerySet):
    """Rows whose derived columns follow also when written in bulk."""

    def bulk_create(self, objs, *args, **kwargs):
        objs = list(objs)
        for obj in objs:
            obj.derive()
        with in_step():
            made = super().bulk_create(objs, *args, **kwargs)
            touch(self.model, [row.pk for row in made], new=True)
        return made

    def delete(self):
        with in_step():
            touch(self.model, self.values_list("pk", flat=True))
            return super().delete()

    delete.alters_data = True
    delete.queryset_only = True

    def published(self):
        """What readers may see: the rows whose every record is published."""
        condition = models.Q()
        for name in record_ends(self.model):
            shown = models.Q(**{f"{name}__publication": "published"})
            if self.model._meta.get_field(name).null:
                shown |= models.Q(**{f"{name}__isnull": True})
            condition &= shown
        return self.filter(condition)


class Tracked(models.Model):
    """A curated row with a history. `KEY` names the columns that identify it in sheets."""

    KEY: tuple[str, ...] = ("slug",)

    objects = TrackedQuerySet.as_manager()
    history = HistoricalRecords(
        inherit=True,
        bases=[HistoryRow],
        excluded_fields=["folded", "sort_en", "sort_es"],
        get_user=current_user,
        cascade_delete_history=False,
    )

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        self.derive()
        if update_fields is not None:
            update_fields = {*update_fields, *derived_fields(type(self))}
        new = self._state.adding
        with in_step():
            if not new:
                touch(type(self), [self.pk])  # what it led to until now
            super().save(*args, update_fields=update_fields, **kwargs)
            touch(type(self), [self.pk], new=new)

    def delete(self, *args, **kwargs):
        with in_step():
            touch(type(self), [self.pk])
            return super().delete(*args, **kwargs)

    def derive(self) -> None:
        """Compute the bounds of every date from its text."""
        for name in edtf_fields(type(self)):
            date = parse(getattr(self, name))
            setattr(self, f"{name}_earliest", date.earliest)
            setattr(self, f"{name}_latest", date.latest)

    def clean(self):
        super().clean()
        self.derive()

    def validate_constraints(self, exclude=None):
        """Derived columns are never in a form, yet their rules must be explained there."""
        shown = set(exclude or ()) - set(derived_fields(type(self)))
        super().validate_constraints(exclude=shown)


class Keyed(Tracked):
    """A tracked row with a permanent slug and a name in both languages."""

    slug = SlugKeyField(
        _("slug"),
        unique=True,
        help_text=_(
            "Permanent name in addresses and sheets, such as border-governors-conference. "
            "Made from the English name when left blank."
        ),
        blank=True,
        validators=[valid_slug],
    )
    name_en = models.CharField(
        _("name in English"),
        max_length=300,
        blank=True,
        help_text=_("Official form, such as Border Governors Conference."),
    )
    name_es = models.CharField(
        _("name in Spanish"),
        max_length=300,
        blank=True,
        help_text=_("Official form, such as Conferencia de Gobernadores Fronterizos."),
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language, or the other one where it is missing."""
        return in_own_language(self.name_en, self.name_es) or self.slug

    def derive(self) -> None:
        super().derive()
        if not self.slug:
            self.slug = self.free_slug(slug_words(self.name_en or self.name_es) or "unnamed")

    def free_slug(self, wish: str) -> str:
        """The wish, or the wish with the first number that makes it new."""
        taken = set(type(self).objects.filter(slug__startswith=wish).values_list("slug", flat=True))
        numbered = (f"{wish}-{number}" for number in range(2, len(taken) + 3))
        return wish if wish not in taken else next(slug for slug in numbered if slug not in taken)
