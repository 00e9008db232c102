"""Meetings: whose they were, where, who took part, what came of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from baskets.models import Basket, Issue
from institutions.models import Agreement, Institution, Jurisdiction
from records.columns import Joined
from records.constraints import exactly_one, in_order, once, one_of
from records.fields import EdtfField, bounds
from records.models import Citation, Link, Record


class MeetingLevel(models.TextChoices):
    LEADERS = "leaders", _("presidents and prime ministers")
    MINISTERS = "ministers", _("cabinet")
    GOVERNORS = "governors", _("governors")
    LEGISLATORS = "legislators", _("legislators")
    OFFICIALS = "officials", _("officials")
    EXPERTS = "experts", _("experts and technical staff")
    PRIVATE = "private", _("business and civil society")
    MIXED = "mixed", _("several levels")


class Held(models.TextChoices):
    HELD = "held", _("held")
    PLANNED = "planned", _("planned")
    CANCELLED = "cancelled", _("cancelled")
    NOT_HELD = "not-held", _("not held")
    DISPUTED = "disputed", _("disputed")
    NOT_FOUND = "not-found", _("not found")


class Meeting(Record):
    """One meeting, whether it was held, planned, cancelled or only reported."""

    PATH = "meetings"
    JOINED = {
        "bodies": Joined("convenings", "institution"),
        "places": Joined("venues", "jurisdiction"),
        "baskets": Joined("agendas", "basket"),
    }
    CALLED_BY = ("convenings",)
    FOUND_BY = (
        ("convenings", "institution", "label", "ordinal"),
        ("venues", "jurisdiction", "site"),
        ("participations", "person", "institution", "jurisdiction"),
    )

    level = models.CharField(
        _("level"),
        max_length=12,
        choices=MeetingLevel,
        help_text=_("Who met: governors, ministers …"),
    )
    held = models.CharField(
        pgettext_lazy("column", "held"),
        max_length=10,
        choices=Held,
        default=Held.HELD,
        help_text=_("Not found: the series has a place for it, but no source was found."),
    )
    start = EdtfField(_("start"))
    start_earliest, start_latest = bounds()
    end = EdtfField(_("end"), help_text=_("Blank if it was one day: 1980-06-27."))
    end_earliest, end_latest = bounds()
    attendance = models.PositiveIntegerField(
        _("attendance"), null=True, blank=True, help_text=_("Number of people: 1200.")
    )
    is_class = models.BooleanField(
        _("series"),
        default=False,
        help_text=_("Stands for many meetings, such as “annual meetings”; not counted as one."),
    )

    class Meta(Record.Meta):
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["begins_earliest", "sort_en", "pk"]
        constraints = [
            *Record.Meta.constraints,
            one_of("level", MeetingLevel),
            one_of("held", Held),
            in_order("start", "end"),
        ]

    def lifespan(self) -> tuple[str, str]:
        return self.start, self.end or self.start


class MeetingCitation(Citation):
    """One source's support for a meeting, or its claim about it."""

    record = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="citations",
        help_text=_("The record that the source supports."),
    )

    class Meta(Citation.Meta):
        verbose_name = _("citation of a meeting")
        verbose_name_plural = _("citations of meetings")


class Convening(Link):
    """Whose meeting it is, with its number in the series."""

    SEEN_FROM = {"meeting": _("Convened by"), "institution": _("Meetings")}

    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="convenings",
        help_text=_("The meeting that was convened."),
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        related_name="convenings",
        help_text=_("The body whose meeting it is."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"), null=True, blank=True, help_text=_("Its number in the series: 5.")
    )
    label = models.CharField(
        _("ordinal as written"), max_length=40, blank=True, help_text=_("For example: V.")
    )

    class Meta(Link.Meta):
        verbose_name = _("convening")
        verbose_name_plural = _("convenings")
        ordering = ["institution", "ordinal", "pk"]
        constraints = [*Link.Meta.constraints, once("meeting", "institution")]


class Venue(Link):
    """Where a meeting was, or was to be."""

    SEEN_FROM = {"meeting": _("Where"), "jurisdiction": _("Meetings held here")}

    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="venues",
        help_text=_("The meeting that was there."),
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.PROTECT,
        related_name="venues",
        help_text=_("The city, or the state if no more is known."),
    )
    site = models.CharField(
        _("site"), max_length=200, blank=True, help_text=_("Building or hotel, if known.")
    )

    class Meta(Link.Meta):
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["meeting", "pk"]
        constraints = [*Link.Meta.constraints, once("meeting", "jurisdiction", "start")]


class ParticipationRole(models.TextChoices):
    HOST = "host", _("host")
    CHAIR = "chair", _("chair")
    CO_CHAIR = "co-chair", _("co-chair")
    ATTENDEE = "attendee", _("attendee")


class Participation(Link):
    """An institution, a jurisdiction or a named person took part in a meeting."""

    QUIET = ("role",)
    SEEN_FROM = {
        "meeting": _("Participants"),
        "institution": _("Took part in"),
        "jurisdiction": _("Took part in"),
    }

    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="participations",
        help_text=_("The meeting."),
    )
    role = models.CharField(
        _("role"),
        max_length=10,
        choices=ParticipationRole,
        default=ParticipationRole.ATTENDEE,
        help_text=_("Host, chair, co-chair or attendee."),
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        help_text=_("The body that took part, if any."),
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        help_text=_("The country, state or city that took part, or the person's."),
    )
    person = models.CharField(
        _("person"), max_length=200, blank=True, help_text=_("Full name: Felipe Calderón.")
    )
    office_en = models.CharField(
        _("office in English"),
        max_length=200,
        blank=True,
        help_text=_("The person's office then: President of Mexico."),
    )
    office_es = models.CharField(
        _("office in Spanish"), max_length=200, blank=True, help_text=_("Presidente de México.")
    )

    class Meta(Link.Meta):
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["meeting", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("role", ParticipationRole),
            models.CheckConstraint(
                name="events_participation_someone",
                condition=Q(institution__isnull=False)
                | Q(jurisdiction__isnull=False)
                | ~Q(person=""),
                violation_error_message=_("Name an institution, a jurisdiction or a person."),
            ),
            once("meeting", "institution", "role", "person", when="institution"),
            once("meeting", "jurisdiction", "role", "person", when="jurisdiction"),
            models.UniqueConstraint(
                fields=["meeting", "role", "person"],
                condition=Q(institution__isnull=True, jurisdiction__isnull=True),
                name="events_participation_once_person",
                violation_error_message=_("This person is recorded already in this role."),
            ),
        ]


class OutcomeKind(models.TextChoices):
    PRODUCED = "produced", _("produced")
    PREPARED = "prepared", _("prepared")
    REVIEWED = "reviewed", _("reviewed")


class Outcome(Link):
    """A meeting produced, prepared or reviewed an agreement or a report."""

    SEEN_FROM = {
        "meeting": _("Outcomes"),
        "agreement": _("Meetings behind it"),
        "report": _("Meetings behind it"),
    }

    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="outcomes",
        help_text=_("The meeting behind it."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=OutcomeKind,
        default=OutcomeKind.PRODUCED,
        help_text=_("Read as: the meeting (produced) the agreement or report."),
    )
    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        help_text=_("The agreement, if it was one."),
    )
    report = models.ForeignKey(
        "events.Report",
        verbose_name=_("report"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        help_text=_("The report, if it was one."),
    )

    class Meta(Link.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["meeting", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("kind", OutcomeKind),
            exactly_one(
                "agreement", "report", message=_("Choose an agreement or a report, just one.")
            ),
            once("meeting", "agreement", "kind", when="agreement"),
            once("meeting", "report", "kind", when="report"),
        ]


class Agenda(Link):
    """A meeting dealt with a basket or an issue."""

    SEEN_FROM = {"meeting": _("Agenda"), "basket": _("Meetings"), "issue": _("Meetings")}

    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="agendas",
        help_text=_("The meeting."),
    )
    basket = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agendas",
        help_text=_("The basket, if it dealt with one as a whole."),
    )
    issue = models.ForeignKey(
        Issue,
        verbose_name=_("issue"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agendas",
        help_text=_("The issue, such as water."),
    )

    class Meta(Link.Meta):
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["meeting", "pk"]
        constraints = [
            *Link.Meta.constraints,
            exactly_one(
                "basket", "issue", message=_("Choose a basket or an issue, just one of the two.")
            ),
            once("meeting", "basket", when="basket"),
            once("meeting", "issue", when="issue"),
        ]
