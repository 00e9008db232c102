"""Issues and the baskets they spill over into."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from baskets.models.basket import Basket
from records.columns import Joined
from records.constraints import once, one_of
from records.models import Citation, Link, Record


class IssueKind(models.TextChoices):
    ISSUE = "issue", _("issue")
    CHALLENGE = "challenge", _("open challenge")


class Issue(Record):
    """A matter of policy that baskets share, or a challenge that is still open."""

    PATH = "issues"
    JOINED = {"baskets": Joined("spillovers", "basket")}

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=IssueKind,
        default=IssueKind.ISSUE,
        help_text=_("Open challenge: a source names it as still to be met."),
    )

    class Meta(Record.Meta):
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        constraints = [*Record.Meta.constraints, one_of("kind", IssueKind)]


class IssueCitation(Citation):
    """One source's support for an issue, or its claim about it."""

    record = models.ForeignKey(
        Issue,
        verbose_name=_("issue"),
        on_delete=models.CASCADE,
        related_name="citations",
        help_text=_("The record that the source supports."),
    )

    class Meta(Citation.Meta):
        verbose_name = _("citation of an issue")
        verbose_name_plural = _("citations of issues")


class Perspective(models.TextChoices):
    BOTH = "both", _("both countries")
    US = "us", _("United States only")
    MEXICO = "mexico", _("Mexico only")


class Spillover(Link):
    """An issue's place in a basket, from the perspective of one country or of both."""

    QUIET = ("perspective",)
    SEEN_FROM = {"issue": _("Baskets"), "basket": _("Issues")}

    issue = models.ForeignKey(
        Issue,
        verbose_name=_("issue"),
        on_delete=models.CASCADE,
        related_name="spillovers",
        help_text=_("The issue, such as energy."),
    )
    basket = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.PROTECT,
        related_name="spillovers",
        help_text=_("The basket into which it reaches."),
    )
    perspective = models.CharField(
        _("perspective"),
        max_length=6,
        choices=Perspective,
        default=Perspective.BOTH,
        help_text=_("Which country sees the issue in this basket."),
    )

    class Meta(Link.Meta):
        verbose_name = _("spillover")
        verbose_name_plural = _("spillovers")
        ordering = ["issue", "basket", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("perspective", Perspective),
            once("issue", "basket", "perspective", "start"),
        ]
