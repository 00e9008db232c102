"""Links of institutions with each other, with places, baskets and issues."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from baskets.models import Basket, Issue
from institutions.models.institution import Institution
from institutions.models.jurisdiction import Jurisdiction
from records.constraints import apart, exactly_one, once, one_of
from records.models import Link

INSTITUTION_OR_PLACE = _("Choose an institution or a jurisdiction, just one of the two.")


class MembershipRole(models.TextChoices):
    MEMBER = "member", _("member")
    CHAIR = "chair", _("chair")
    OBSERVER = "observer", _("observer")
    MANAGES = "manages", _("prepares and manages it")


class Membership(Link):
    """An institution or a jurisdiction is a member of a body."""

    QUIET = ("role",)
    SEEN_FROM = {"body": _("Members"), "member": _("Member of"), "jurisdiction": _("Member of")}

    body = models.ForeignKey(
        Institution,
        verbose_name=_("body"),
        on_delete=models.CASCADE,
        related_name="memberships",
        help_text=_("The body that has the member."),
    )
    member = models.ForeignKey(
        Institution,
        verbose_name=_("member institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships_held",
        help_text=_("The member, if it is a body."),
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("member jurisdiction"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships_held",
        help_text=_("The member, if it is a country, state or city."),
    )
    role = models.CharField(
        _("role"),
        max_length=10,
        choices=MembershipRole,
        default=MembershipRole.MEMBER,
        help_text=_("What the member is in the body."),
    )

    class Meta(Link.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["body", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("role", MembershipRole),
            exactly_one("member", "jurisdiction", message=INSTITUTION_OR_PLACE),
            apart("body", "member"),
            once("body", "member", "role", "start", when="member"),
            once("body", "jurisdiction", "role", "start", when="jurisdiction"),
        ]


class AffiliationKind(models.TextChoices):
    PART_OF = "part-of", _("part of")
    WORKING_GROUP_OF = "working-group-of", _("working group of")
    COUNTERPART_OF = "counterpart-of", _("counterpart of")
    SECRETARIAT_OF = "secretariat-of", _("secretariat of")
    PARALLELS = "parallels", _("parallels")


class Affiliation(Link):
    """How two institutions stand to each other in structure."""

    SEEN_FROM = {"institution": _("Affiliated with"), "other": _("Affiliated to it")}

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="affiliations",
        help_text=_("The smaller of the two, such as a working group."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=16,
        choices=AffiliationKind,
        help_text=_("Read as: the institution is (part of) the other."),
    )
    other = models.ForeignKey(
        Institution,
        verbose_name=_("other institution"),
        on_delete=models.PROTECT,
        related_name="affiliates",
        help_text=_("The body that it belongs to or mirrors."),
    )

    class Meta(Link.Meta):
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["institution", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("kind", AffiliationKind),
            apart("institution", "other"),
            once("institution", "other", "kind", "start"),
        ]


class SuccessionKind(models.TextChoices):
    RENAMED = "renamed", _("renamed")
    MERGED = "merged", _("merged into")
    SPLIT = "split", _("split into")
    ABSORBED = "absorbed", _("absorbed by")
    SUPERSEDED = "superseded", _("superseded by")


class Succession(Link):
    """One institution gave way to another."""

    SEEN_FROM = {"predecessor": _("Succeeded by"), "successor": _("Successor of")}

    predecessor = models.ForeignKey(
        Institution,
        verbose_name=_("predecessor"),
        on_delete=models.CASCADE,
        related_name="successions",
        help_text=_("The body that gave way."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=SuccessionKind,
        help_text=_("Read as: the predecessor was (absorbed by) the successor."),
    )
    successor = models.ForeignKey(
        Institution,
        verbose_name=_("successor"),
        on_delete=models.PROTECT,
        related_name="successions_from",
        help_text=_("The body that took its place."),
    )

    class Meta(Link.Meta):
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        ordering = ["predecessor", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("kind", SuccessionKind),
            apart("predecessor", "successor"),
            once("predecessor", "successor", "kind"),
        ]


class Seat(Link):
    """Where an institution sits."""

    SEEN_FROM = {"institution": _("Seat"), "jurisdiction": _("Institutions that sit here")}

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="seats",
        help_text=_("The body that sits there."),
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.PROTECT,
        related_name="seats",
        help_text=_("The city or state, such as Ciudad Juárez."),
    )

    class Meta(Link.Meta):
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["institution", "pk"]
        constraints = [*Link.Meta.constraints, once("institution", "jurisdiction", "start")]


class ResponsibilityRole(models.TextChoices):
    LEAD = "lead", _("lead")
    CONTRIBUTING = "contributing", _("contributing")


class Responsibility(Link):
    """An institution serves a basket."""

    QUIET = ("role",)
    SEEN_FROM = {"institution": _("Baskets"), "basket": _("Institutions")}

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="responsibilities",
        help_text=_("The body that serves the basket."),
    )
    basket = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.PROTECT,
        related_name="responsibilities",
        help_text=_("The basket that it serves."),
    )
    role = models.CharField(
        _("role"),
        max_length=12,
        choices=ResponsibilityRole,
        default=ResponsibilityRole.CONTRIBUTING,
        help_text=_("Lead: the basket is its main business."),
    )

    class Meta(Link.Meta):
        verbose_name = _("responsibility")
        verbose_name_plural = _("responsibilities")
        ordering = ["institution", "basket", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("role", ResponsibilityRole),
            once("institution", "basket", "start"),
        ]


class Stake(Link):
    """An institution is concerned by an issue."""

    SEEN_FROM = {"institution": _("Issues"), "issue": _("Institutions concerned")}

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="stakes",
        help_text=_("The body that is concerned."),
    )
    issue = models.ForeignKey(
        Issue,
        verbose_name=_("issue"),
        on_delete=models.PROTECT,
        related_name="stakes",
        help_text=_("The issue, such as water."),
    )

    class Meta(Link.Meta):
        verbose_name = _("stake")
        verbose_name_plural = _("stakes")
        ordering = ["institution", "issue", "pk"]
        constraints = [*Link.Meta.constraints, once("institution", "issue", "start")]


class Priority(Link):
    """How an actor weighs a basket in a period."""

    SEEN_FROM = {
        "institution": _("Priorities"),
        "jurisdiction": _("Priorities"),
        "basket": _("Weighed by"),
    }

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="priorities",
        help_text=_("The actor, if it is a body."),
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="priorities",
        help_text=_("The actor, if it is a country or state."),
    )
    basket = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.PROTECT,
        related_name="priorities",
        help_text=_("The basket that is weighed."),
    )
    rank = models.PositiveSmallIntegerField(
        _("rank"),
        null=True,
        blank=True,
        help_text=_("1 comes first; blank where the source gives no order."),
    )
    emphasis_en = models.CharField(
        _("emphasis in English"),
        max_length=300,
        blank=True,
        help_text=_("What the actor stresses: anti-terrorism above all."),
    )
    emphasis_es = models.CharField(
        _("emphasis in Spanish"), max_length=300, blank=True, help_text=_("The same in Spanish.")
    )

    class Meta(Link.Meta):
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")
        ordering = ["start_earliest", "rank", "pk"]
        constraints = [
            *Link.Meta.constraints,
            exactly_one("institution", "jurisdiction", message=INSTITUTION_OR_PLACE),
            once("institution", "basket", "start", when="institution"),
            once("jurisdiction", "basket", "start", when="jurisdiction"),
            models.CheckConstraint(
                name="institutions_priority_rank",
                condition=models.Q(rank__isnull=True) | models.Q(rank__gte=1),
                violation_error_message=_("Ranks start at 1."),
            ),
        ]
