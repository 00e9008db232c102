"""Agreements, and what their sides do with them: acts, parties, identifiers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from institutions.models.institution import Ending, Institution
from institutions.models.jurisdiction import Jurisdiction
from institutions.models.links import INSTITUTION_OR_PLACE
from records.columns import Joined
from records.constraints import exactly_one, in_order, once, one_of
from records.fields import EdtfField, bounds
from records.models import Citation, Dated, Link, Record, Statement


class LegalForm(models.TextChoices):
    TREATY = "treaty", _("treaty")
    PROTOCOL = "protocol", _("protocol")
    EXECUTIVE = "executive-agreement", _("executive agreement")
    INTER_INSTITUTIONAL = "inter-institutional", _("inter-institutional agreement")
    MEMORANDUM = "memorandum", _("memorandum of understanding")
    NOTES = "exchange-of-notes", _("exchange of notes")
    MINUTE = "minute", _("minute of a commission")
    LETTER = "letter-of-intent", _("letter of intent")
    JOINT_STATEMENT = "joint-statement", _("joint statement")
    PARTNERSHIP = "partnership", _("partnership or initiative")
    PLAN = "plan", _("plan")
    STRATEGY = "national-strategy", _("national strategy")
    STATUTE = "statute", _("statute")
    EXECUTIVE_ORDER = "executive-order", _("executive order")
    BILL = "bill", _("bill")
    PROPOSAL = "proposal", _("proposal")


class Stage(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    ADOPTED = "adopted", _("adopted")
    LAPSED = "lapsed", _("lapsed")
    REJECTED = "rejected", _("rejected")


class Binding(models.TextChoices):
    YES = "yes", _("binding")
    NO = "no", _("not binding")
    UNCLEAR = "unclear", _("unclear")


class Agreement(Record):
    """An instrument: from a treaty to a joint statement, a plan, a statute or a bill."""

    PATH = "agreements"
    JOINED = {
        "baskets": Joined("coverages", "basket"),
        "parties": Joined("parties", "institution", "jurisdiction"),
    }
    FOUND_BY = (
        ("parties", "institution"),
        ("mandates", "institution"),
        ("signatures", "person"),
        ("identifiers", "system", "value"),
    )

    form = models.CharField(
        _("legal form"),
        max_length=20,
        choices=LegalForm,
        help_text=_("What kind of instrument it is, whatever its title says."),
    )
    stage = models.CharField(
        _("stage"),
        max_length=10,
        choices=Stage,
        default=Stage.ADOPTED,
        help_text=_("How far it came."),
    )
    binding = models.CharField(
        pgettext_lazy("column", "binding"),
        max_length=8,
        choices=Binding,
        default=Binding.UNCLEAR,
        help_text=_("Whether it binds under international law or, for a statute, at home."),
    )
    announced = EdtfField(_("announced"))
    announced_earliest, announced_latest = bounds()
    signed = EdtfField(_("signed"))
    signed_earliest, signed_latest = bounds()
    in_force = EdtfField(_("in force"))
    in_force_earliest, in_force_latest = bounds()
    ended = EdtfField(_("ended"))
    ended_earliest, ended_latest = bounds()
    ending = models.CharField(
        _("ending"),
        max_length=10,
        choices=Ending,
        default=Ending.UNKNOWN,
        help_text=_("How it ended, or that it goes on."),
    )
    is_class = models.BooleanField(
        _("class of agreements"),
        default=False,
        help_text=_("Stands for many, such as municipal agreements; not counted as one."),
    )
    comparator = models.BooleanField(
        _("comparator"),
        default=False,
        help_text=_("Recorded for comparison only; not a point on the map."),
    )

    class Meta(Record.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [
            *Record.Meta.constraints,
            one_of("form", LegalForm),
            one_of("stage", Stage),
            one_of("binding", Binding),
            one_of("ending", Ending),
            in_order("signed", "ended", _("It cannot end before it was signed.")),
            in_order("in_force", "ended", _("It cannot end before it came into force.")),
            models.CheckConstraint(
                name="institutions_agreement_ongoing",
                condition=~models.Q(ending="ongoing") | models.Q(ended=""),
                violation_error_message=_("What goes on has no end: leave “ended” blank."),
            ),
        ]

    def lifespan(self) -> tuple[str, str]:
        return self.in_force or self.signed or self.announced, self.ended

    def goes_on(self) -> bool:
        return self.ending == Ending.ONGOING


class AgreementCitation(Citation):
    """One source's support for an agreement, or its claim about it."""

    record = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="citations",
        help_text=_("The record that the source supports."),
    )

    class Meta(Citation.Meta):
        verbose_name = _("citation of an agreement")
        verbose_name_plural = _("citations of agreements")


class ActKind(models.TextChoices):
    NEGOTIATED = "negotiated", _("negotiated")
    SIGNED = "signed", _("signed")
    SENT = "sent-to-senate", _("sent to the Senate")
    APPROVED = "approved", _("approved")
    RATIFIED = "ratified", _("ratified")
    EXCHANGED = "exchanged", _("ratifications exchanged")
    GAZETTED = "gazetted", _("published in the gazette")
    REGISTERED = "registered", _("registered")
    IN_FORCE = "in-force", _("entered into force")
    AMENDED = "amended", _("amended")
    WITHDREW = "withdrew", _("withdrew")
    TERMINATED = "terminated", pgettext_lazy("act", "terminated")


class Act(Dated):
    """One dated step in the life of an agreement, of one side or of all."""

    SEEN_FROM = {
        "agreement": _("Acts"),
        "jurisdiction": _("Acts on agreements"),
        "institution": _("Acts on agreements"),
    }

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="acts",
        help_text=_("The agreement that was acted on."),
    )
    kind = models.CharField(
        _("kind"), max_length=16, choices=ActKind, help_text=_("The step that was taken.")
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="acts",
        help_text=_("The side that acted; blank when all did."),
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="acts",
        help_text=_("The body that acted, such as the Senate."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        ordering = ["agreement", "date_earliest", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            one_of("kind", ActKind),
            models.UniqueConstraint(
                fields=["agreement", "kind", "date"],
                condition=models.Q(jurisdiction__isnull=True, institution__isnull=True),
                name="institutions_act_once_all",
                violation_error_message=_("This step of all sides is recorded already."),
            ),
            once("agreement", "kind", "date", "jurisdiction", when="jurisdiction"),
            once("agreement", "kind", "date", "institution", when="institution"),
        ]


class PartyRole(models.TextChoices):
    PARTY = "party", _("party")
    SIGNATORY = "signatory", _("signatory")
    GUARANTOR = "guarantor", _("guarantor")
    OBSERVER = "observer", _("observer")


class Party(Link):
    """A jurisdiction or an institution is party to an agreement."""

    QUIET = ("role",)
    SEEN_FROM = {
        "agreement": _("Parties"),
        "institution": _("Party to"),
        "jurisdiction": _("Party to"),
    }

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="parties",
        help_text=_("The instrument that it is party to."),
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parties",
        help_text=_("The party, if it is a country, state or city."),
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parties",
        help_text=_("The party, if it is a body, such as a ministry."),
    )
    role = models.CharField(
        _("role"),
        max_length=10,
        choices=PartyRole,
        default=PartyRole.PARTY,
        help_text=_("Party unless the source says otherwise."),
    )

    class Meta(Link.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["agreement", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("role", PartyRole),
            exactly_one("jurisdiction", "institution", message=INSTITUTION_OR_PLACE),
            once("agreement", "jurisdiction", "start", when="jurisdiction"),
            once("agreement", "institution", "start", when="institution"),
        ]


class TreatySeries(models.TextChoices):
    TIAS = "tias", "TIAS"
    UST = "ust", "UST"
    TS = "ts", "TS"
    EAS = "eas", "EAS"
    LNTS = "lnts", "LNTS"
    BEVANS = "bevans", "Bevans"
    UNTS = "unts", "UNTS"
    DOF = "dof", "DOF"
    STAT = "stat", "Stat."
    FED_REG = "fed-reg", "Fed. Reg."
    PUBLIC_LAW = "public-law", _("Public Law")
    SRE = "sre", "SRE"


class Identifier(Statement):
    """The number of an agreement in a treaty series or gazette."""

    SEEN_FROM = {"agreement": _("Identifiers")}

    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.CASCADE,
        related_name="identifiers",
        help_text=_("The agreement that has the number."),
    )
    system = models.CharField(
        _("series"),
        max_length=12,
        choices=TreatySeries,
        help_text=_("Treaty series, gazette or register."),
    )
    value = models.CharField(
        _("number"), max_length=120, help_text=_("As printed there, such as 59 Stat. 1219.")
    )

    class Meta(Statement.Meta):
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        ordering = ["agreement", "system", "value"]
        constraints = [one_of("system", TreatySeries), once("agreement", "system", "value")]
