"""Jurisdictions: the places that are members, parties, seats and hosts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.constraints import one_of
from records.fields import DerivedTextField
from records.models import Keyed
from records.text import fold


class JurisdictionKind(models.TextChoices):
    COUNTRY = "country", _("country")
    STATE = "state", _("state or federal district")
    COUNTY = "county", _("county")
    MUNICIPALITY = "municipality", _("municipality")
    LOCALITY = "locality", _("city or locality")
    TRIBE = "tribe", _("tribal nation")


class Jurisdiction(Keyed):
    """A country, state, county, municipality or locality."""

    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=JurisdictionKind,
        help_text=_("State for a US state, a Mexican state or Mexico City."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        help_text=_("The state of a city, the country of a state."),
    )
    iso_3166 = models.CharField(
        _("ISO 3166 code"),
        max_length=6,
        blank=True,
        help_text=_("Country or subdivision: MX, US-TX, MX-CHH."),
    )
    fips = models.CharField(
        _("FIPS code"), max_length=7, blank=True, help_text=_("United States: 48 for Texas.")
    )
    inegi = models.CharField(
        _("INEGI code"), max_length=9, blank=True, help_text=_("Mexico: 08 for Chihuahua.")
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        help_text=_("Degrees north: 31.73833."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        help_text=_("Degrees east, negative in the Americas: -106.48694."),
    )
    folded = DerivedTextField()

    class Meta:
        verbose_name = _("jurisdiction")
        verbose_name_plural = _("jurisdictions")
        ordering = ["slug"]
        constraints = [
            one_of("kind", JurisdictionKind),
            models.CheckConstraint(
                name="institutions_jurisdiction_parent",
                condition=models.Q(kind="country") | models.Q(parent__isnull=False),
                violation_error_message=_("Only a country lies in no other place."),
            ),
            models.CheckConstraint(
                name="institutions_jurisdiction_latitude",
                condition=models.Q(latitude__range=(-90, 90)),
                violation_error_message=_("Latitude runs from -90 to 90."),
            ),
            models.CheckConstraint(
                name="institutions_jurisdiction_longitude",
                condition=models.Q(longitude__range=(-180, 180)),
                violation_error_message=_("Longitude runs from -180 to 180."),
            ),
            models.UniqueConstraint(
                fields=["iso_3166"],
                condition=~models.Q(iso_3166=""),
                name="institutions_jurisdiction_iso",
                violation_error_message=_("Another place has this ISO 3166 code."),
            ),
        ]

    def derive(self) -> None:
        super().derive()
        self.folded = fold(f"{self.name_en} {self.name_es} {self.iso_3166}")

    @property
    def side(self) -> int:
        """Its place from left to right: the United States, others, Mexico."""
        return {"US": 0, "MX": 2}.get(self.iso_3166[:2], 1)
