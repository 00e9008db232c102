"""What agreements do: they rule institutions, stand to other agreements, serve baskets."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from baskets.models import Basket, Issue
from institutions.models.agreement import Agreement
from institutions.models.institution import Institution
from records.constraints import apart, exactly_one, once, one_of
from records.models import Link


class MandateKind(models.TextChoices):
    CREATES = "creates", _("creates")
    GOVERNS = "governs", _("governs")
    FUNDS = "funds", _("funds")
    ENDS = "ends", _("ends")


class Mandate(Link):
    """An agreement creates, governs, funds or ends an institution."""

    SEEN_FROM = {"agreement": _("Institutions it rules"), "institution": _("Rests on")}

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="mandates",
        help_text=_("The instrument, such as the 1944 water treaty."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=8,
        choices=MandateKind,
        help_text=_("Read as: the agreement (creates) the institution."),
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        related_name="mandates",
        help_text=_("The body that it rules."),
    )

    class Meta(Link.Meta):
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["agreement", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("kind", MandateKind),
            once("agreement", "institution", "kind"),
        ]


class LineageKind(models.TextChoices):
    AMENDS = "amends", _("amends")
    SUPERSEDES = "supersedes", _("supersedes")
    IMPLEMENTS = "implements", _("implements")
    EXTENDS = "extends", _("extends")
    ANNEXED = "annexed-to", _("is annexed to")
    BUILDS_ON = "builds-on", _("builds on")
    PARALLELS = "parallels", _("parallels")


class Lineage(Link):
    """How an agreement stands to another one."""

    SEEN_FROM = {"agreement": _("Other agreements"), "other": _("Later agreements")}

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="lineages",
        help_text=_("The later or lesser agreement."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=LineageKind,
        help_text=_("Read as: the agreement (amends) the other."),
    )
    other = models.ForeignKey(
        Agreement,
        verbose_name=_("other agreement"),
        on_delete=models.PROTECT,
        related_name="descendants",
        help_text=_("The agreement that it builds on."),
    )

    class Meta(Link.Meta):
        verbose_name = _("lineage")
        verbose_name_plural = _("lineages")
        ordering = ["agreement", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("kind", LineageKind),
            apart("agreement", "other"),
            once("agreement", "other", "kind"),
        ]


class Coverage(Link):
    """An agreement serves a basket or deals with an issue."""

    SEEN_FROM = {
        "agreement": _("Baskets and issues"),
        "basket": _("Agreements"),
        "issue": _("Agreements"),
    }

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="coverages",
        help_text=_("The agreement."),
    )
    basket = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="coverages",
        help_text=_("The basket that it serves."),
    )
    issue = models.ForeignKey(
        Issue,
        verbose_name=_("issue"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="coverages",
        help_text=_("The issue that it deals with, such as water."),
    )

    class Meta(Link.Meta):
        verbose_name = _("coverage")
        verbose_name_plural = _("coverages")
        ordering = ["agreement", "pk"]
        constraints = [
            *Link.Meta.constraints,
            exactly_one(
                "basket", "issue", message=_("Choose a basket or an issue, just one of the two.")
            ),
            once("agreement", "basket", "start", when="basket"),
            once("agreement", "issue", "start", when="issue"),
        ]
