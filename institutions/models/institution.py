"""Institutions, their citations and levels."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from records.columns import Joined
from records.constraints import in_order, once, one_of
from records.fields import EdtfField, bounds
from records.models import Citation, Record, RecordQuerySet, Tracked


class Ending(models.TextChoices):
    """How a body or an instrument came to its end."""

    ONGOING = "ongoing", _("goes on")
    TERMINATED = "terminated", _("terminated")
    EXPIRED = "expired", _("expired")
    SUPERSEDED = "superseded", _("superseded")
    LAPSED = "lapsed", _("lapsed without announcement")
    DORMANT = "dormant", _("dormant")
    UNKNOWN = "unknown", _("not known")


class InstitutionKind(models.TextChoices):
    COMMISSION = "commission", _("commission")
    CONFERENCE = "conference", _("conference")
    BANK = "bank", _("bank")
    AGENCY = "agency", _("agency")
    MINISTRY = "ministry", _("ministry or department")
    LEGISLATURE = "legislature", _("legislature")
    INTERPARLIAMENTARY = "interparliamentary", _("interparliamentary body")
    COUNCIL = "council", _("council")
    COURT = "court", _("court or tribunal")
    OFFICE = "office", _("office")
    PARTNERSHIP = "partnership", _("partnership")
    PROGRAMME = "programme", _("programme")
    WORKING_GROUP = "working-group", _("working group")
    SECRETARIAT = "secretariat", _("secretariat")
    ASSOCIATION = "association", _("association")
    ORGANIZATION = "organization", _("international organization")
    NETWORK = "network", _("network or community")
    DIALOGUE = "dialogue", _("dialogue or mechanism")
    FOUNDATION = "foundation", _("foundation or fund")
    RESEARCH = "research", _("institute or consortium of research")


class Reach(models.TextChoices):
    US = "us", _("national, United States")
    MEXICO = "mexico", _("national, Mexico")
    BINATIONAL = "binational", _("binational")
    TRILATERAL = "trilateral", _("trilateral")
    MULTILATERAL = "multilateral", _("multilateral")


class InstitutionQuerySet(RecordQuerySet):
    """Questions asked of institutions."""

    def active_between(self, first=None, last=None):
        """As for every record; a body with several life spans is not active between them."""
        within = {}
        if last:
            within["start_earliest__lte"] = last
        if first:
            within["end_latest__gte"] = first
        spans = Q()
        for name, day in within.items():
            open_end = name.replace("__lte", "__isnull").replace("__gte", "__isnull")
            spans &= Q(**{f"lifespans__{name}": day}) | Q(**{f"lifespans__{open_end}": True})
        several = self.model._base_manager.filter(lifespans__isnull=False)
        living = self.model._base_manager.filter(spans, lifespans__isnull=False)
        found = super().active_between(first, last)
        # By subqueries, not by a join: a body with two spans must not come twice.
        return found.filter(~Q(pk__in=several.values("pk")) | Q(pk__in=living.values("pk")))


class Institution(Record):
    """A body or office through which the two countries deal with each other."""

    PATH = "institutions"
    JOINED = {
        "baskets": Joined("responsibilities", "basket"),
        "members": Joined("memberships", "member", "jurisdiction"),
        "places": Joined("seats", "jurisdiction"),
    }
    FOUND_BY = (
        ("dated_names", "name_en", "name_es", "acronym"),
        ("seats", "jurisdiction"),
        ("memberships", "jurisdiction", "member"),
        ("tenures", "person", "office_en", "office_es"),
    )

    kind = models.CharField(
        _("kind"), max_length=20, choices=InstitutionKind, help_text=_("What sort of body it is.")
    )
    reach = models.CharField(
        _("reach"), max_length=12, choices=Reach, help_text=_("Whose body it is.")
    )
    founded = EdtfField(_("founded"))
    founded_earliest, founded_latest = bounds()
    ended = EdtfField(pgettext_lazy("institution", "ended"))
    ended_earliest, ended_latest = bounds()
    ending = models.CharField(
        _("ending"),
        max_length=10,
        choices=Ending,
        default=Ending.UNKNOWN,
        help_text=_("How it ended, or that it goes on."),
    )
    last_evidence = EdtfField(
        _("last evidence"), help_text=_("The latest date at which a source shows it at work: 2009.")
    )
    last_evidence_earliest, last_evidence_latest = bounds()
    is_class = models.BooleanField(
        _("class of bodies"),
        default=False,
        help_text=_("Stands for many bodies, such as municipal associations; not counted as one."),
    )
    comparator = models.BooleanField(
        _("comparator"),
        default=False,
        help_text=_("Recorded for comparison only; not a point on the map."),
    )

    objects = InstitutionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        constraints = [
            *Record.Meta.constraints,
            one_of("kind", InstitutionKind),
            one_of("reach", Reach),
            one_of("ending", Ending),
            in_order("founded", "ended", _("It cannot end before it was founded.")),
            models.CheckConstraint(
                name="institutions_institution_ongoing",
                condition=~Q(ending="ongoing") | Q(ended=""),
                violation_error_message=pgettext_lazy(
                    "institution", "What goes on has no end: leave “ended” blank."
                ),
            ),
        ]

    def lifespan(self) -> tuple[str, str]:
        return self.founded, self.ended

    def goes_on(self) -> bool:
        return self.ending == Ending.ONGOING

    @property
    def side(self) -> int:
        """Its place from left to right: the United States, others, Mexico."""
        return {Reach.US: 0, Reach.MEXICO: 2}.get(self.reach, 1)


class InstitutionCitation(Citation):
    """One source's support for an institution, or its claim about it."""

    record = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="citations",
        help_text=_("The record that the source supports."),
    )

    class Meta(Citation.Meta):
        verbose_name = _("citation of an institution")
        verbose_name_plural = _("citations of institutions")


class Tier(models.TextChoices):
    FEDERAL = "federal", _("federal")
    STATE = "state", pgettext_lazy("tier", "state")
    MUNICIPAL = "municipal", _("county or municipal")
    TRIBAL = "tribal", _("tribal")
    PRIVATE = "private", _("private")
    INTERNATIONAL = "international", _("international")


class Branch(models.TextChoices):
    EXECUTIVE = "executive", _("executive")
    LEGISLATURE = "legislature", pgettext_lazy("branch", "legislature")
    JUDICIARY = "judiciary", _("judiciary")
    NONE = "none", _("no branch")


class InstitutionLevel(Tracked):
    """A tier and branch of government at which an institution stands; it may have several."""

    KEY = ("institution", "tier", "branch")

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="levels",
        help_text=_("The body that stands at this level."),
    )
    tier = models.CharField(
        _("tier"), max_length=14, choices=Tier, help_text=_("Level of government.")
    )
    branch = models.CharField(
        _("branch"), max_length=12, choices=Branch, help_text=_("Branch of government.")
    )

    class Meta:
        verbose_name = _("level")
        verbose_name_plural = _("levels")
        ordering = ["institution", "tier", "branch"]
        constraints = [
            one_of("tier", Tier),
            one_of("branch", Branch),
            once("institution", "tier", "branch"),
        ]

    def __str__(self):
        return f"{self.get_tier_display()} · {self.get_branch_display()}"
