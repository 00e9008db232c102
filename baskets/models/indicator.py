"""Indicators and their observations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from baskets.models.basket import Basket
from records.constraints import once, one_of
from records.models import Citation, Dated, Record


class Indicator(Record):
    """A statistical series that measures something of a basket, with its unit."""

    PATH = "indicators"

    basket = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
        help_text=_("The basket that it measures; blank if it concerns the whole relationship."),
    )
    unit_en = models.CharField(
        _("unit in English"), max_length=120, help_text=_("For example: billion US dollars.")
    )
    unit_es = models.CharField(
        _("unit in Spanish"),
        max_length=120,
        help_text=_("For example: miles de millones de dólares."),
    )

    class Meta(Record.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")


class IndicatorCitation(Citation):
    """One source's support for an indicator, or its claim about it."""

    record = models.ForeignKey(
        Indicator,
        verbose_name=_("indicator"),
        on_delete=models.CASCADE,
        related_name="citations",
        help_text=_("The record that the source supports."),
    )

    class Meta(Citation.Meta):
        verbose_name = _("citation of an indicator")
        verbose_name_plural = _("citations of indicators")


class Qualifier(models.TextChoices):
    EXACT = "exact", _("as stated")
    ABOUT = "about", pgettext_lazy("quantity", "about")
    UNDER = "under", _("nearly")
    OVER = "over", _("more than")


class Observation(Dated):
    """The value of an indicator at a date, or over a period, according to a source."""

    QUIET = ("qualifier",)
    SEEN_FROM = {"indicator": _("Observations")}

    indicator = models.ForeignKey(
        Indicator,
        verbose_name=_("indicator"),
        on_delete=models.CASCADE,
        related_name="observations",
        help_text=_("The series that it belongs to."),
    )
    value = models.DecimalField(
        _("value"),
        max_digits=20,
        decimal_places=4,
        help_text=_("In the unit of the indicator: 41."),
    )
    qualifier = models.CharField(
        _("qualifier"),
        max_length=6,
        choices=Qualifier,
        default=Qualifier.EXACT,
        help_text=_("How exactly the source gives it: “nearly 14 million” is nearly."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        ordering = ["indicator", "date_earliest", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            one_of("qualifier", Qualifier),
            once("indicator", "date", "source", when="source"),
            models.UniqueConstraint(
                fields=["indicator", "date"],
                condition=models.Q(source__isnull=True),
                name="baskets_observation_once_unsourced",
                violation_error_message=_("This date has a value without a source already."),
            ),
        ]
