"""Fields that the tables share: EDTF dates with their bounds, slugs, refs."""

import secrets

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from records.dates import DateError, parse, read

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"

valid_slug = RegexValidator(
    r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z",
    _("Use small letters a–z, digits and single hyphens, such as border-governors-conference."),
)


def new_ref() -> str:
    """A permanent reference for a new row: ten signs that no two curators will share."""
    return "".join(CROCKFORD[byte % 32] for byte in secrets.token_bytes(10))


def validate_edtf(text: str) -> None:
    """Refuse what is no date, with the sentence of `records.dates`."""
    try:
        parse(text)
    except DateError as error:
        raise ValidationError(error.message, code="edtf") from error


class EdtfFormField(forms.CharField):
    """Takes EDTF or plain words ("June 1980", "hacia 1980") and gives EDTF."""

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return text
        try:
            return read(text)
        except DateError as error:
            raise ValidationError(error.message, code="edtf") from error


class EdtfField(models.CharField):
    """A date as EDTF text; `bounds()` beside it holds the earliest and latest day it can mean."""

    default_validators = [validate_edtf]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        kwargs.setdefault(
            "help_text",
            _("As the source gives it: 1980-06-26, 1980-06, 1980, 1980~ (about), 198X."),
        )
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": EdtfFormField, **kwargs})


class BoundField(models.DateField):
    """The earliest or latest day that an EDTF field beside it can mean; kept by `derive()`."""

    def __init__(self, *args, **kwargs):
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)


def bounds(**kwargs) -> tuple[BoundField, BoundField]:
    """The two columns to declare beside an `EdtfField` as `x_earliest, x_latest = bounds()`."""
    return BoundField(**kwargs), BoundField(**kwargs)


class DerivedTextField(models.TextField):
    """Text computed from other columns; never entered, exported or shown."""

    def __init__(self, *args, **kwargs):
        kwargs.update(blank=True, default="", editable=False)
        super().__init__(*args, **kwargs)


class SlugKeyField(models.CharField):
    """The permanent name of a row in addresses and sheets.

    Declared `unique=True` where it is used: in the history the same name stands many times.
    """

    default_validators = [valid_slug]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 120)
        super().__init__(*args, **kwargs)


class RefField(models.CharField):
    """The permanent reference of a link or citation; made when left blank.

    Declared `unique=True` where it is used, like the slug.
    """

    default_validators = [valid_slug]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 160)
        kwargs["default"] = new_ref
        kwargs.setdefault(
            "help_text", _("Made when left blank; never changes. Names this row in sheets.")
        )
        super().__init__(*args, **kwargs)
