"""Schemes, their baskets, and how baskets of two schemes correspond."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.columns import Joined
from records.constraints import apart, once, one_of
from records.fields import EdtfField, bounds
from records.models import Citation, Keyed, Link, Record


class Scheme(Keyed):
    """One way of sorting policy: the chapter's six baskets, or SPP's priorities of 2006."""

    as_of = EdtfField(_("as of"), help_text=_("When the sorting was made: 2009, 2006-03-31."))
    as_of_earliest, as_of_latest = bounds()
    note_en = models.TextField(
        _("note in English"), blank=True, help_text=_("Whose sorting it is, and what it is for.")
    )
    note_es = models.TextField(
        _("note in Spanish"), blank=True, help_text=_("The same in Spanish.")
    )

    class Meta:
        verbose_name = _("scheme")
        verbose_name_plural = _("schemes")
        ordering = ["slug"]


class Nature(models.TextChoices):
    STRUCTURAL = "structural", _("structural")
    CONJUNCTURAL = "conjunctural", _("conjunctural")
    UNSTATED = "unstated", _("not stated")


class Basket(Record):
    """A basket of policy within a scheme, such as border affairs."""

    PATH = "baskets"
    JOINED = {"issues": Joined("spillovers", "issue")}

    scheme = models.ForeignKey(
        Scheme,
        verbose_name=_("scheme"),
        on_delete=models.PROTECT,
        related_name="baskets",
        help_text=_("The way of sorting that it belongs to."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("place in the scheme"), help_text=_("1 for the first basket that the scheme names.")
    )
    nature = models.CharField(
        _("nature"),
        max_length=12,
        choices=Nature,
        default=Nature.UNSTATED,
        help_text=_("Structural: rests on lasting conditions. Conjunctural: driven by problems."),
    )
    rests_on_en = models.CharField(
        _("rests on, in English"),
        max_length=200,
        blank=True,
        help_text=_("For example: geography."),
    )
    rests_on_es = models.CharField(
        _("rests on, in Spanish"),
        max_length=200,
        blank=True,
        help_text=_("For example: geografía."),
    )

    class Meta(Record.Meta):
        verbose_name = _("basket")
        verbose_name_plural = _("baskets")
        ordering = ["scheme", "ordinal"]
        constraints = [
            *Record.Meta.constraints,
            one_of("nature", Nature),
            once("scheme", "ordinal"),
        ]


class BasketCitation(Citation):
    """One source's support for a basket, or its claim about it."""

    record = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.CASCADE,
        related_name="citations",
        help_text=_("The record that the source supports."),
    )

    class Meta(Citation.Meta):
        verbose_name = _("citation of a basket")
        verbose_name_plural = _("citations of baskets")


class CrosswalkKind(models.TextChoices):
    SAME = "same", _("same as")
    BROADER = "broader", _("broader than")
    NARROWER = "narrower", _("narrower than")
    OVERLAPS = "overlaps", _("overlaps with")


class Crosswalk(Link):
    """A basket of one scheme matched with a basket of another."""

    SEEN_FROM = {"basket": _("In other schemes"), "other": _("Matched by other schemes")}

    basket = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.CASCADE,
        related_name="crosswalks",
        help_text=_("The basket that is compared."),
    )
    other = models.ForeignKey(
        Basket,
        verbose_name=_("other basket"),
        on_delete=models.CASCADE,
        related_name="crosswalks_from",
        help_text=_("The basket of another scheme."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=CrosswalkKind,
        default=CrosswalkKind.OVERLAPS,
        help_text=_("How the first basket stands to the other."),
    )

    class Meta(Link.Meta):
        verbose_name = _("crosswalk")
        verbose_name_plural = _("crosswalks")
        ordering = ["basket", "other", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("kind", CrosswalkKind),
            apart("basket", "other"),
            once("basket", "other"),
        ]
