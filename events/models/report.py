"""Reports: who issued them and what they stress."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from baskets.models import Basket
from events.models.meeting import Meeting
from institutions.models import Agreement, Institution
from records.columns import Joined
from records.constraints import in_order, once
from records.fields import EdtfField, bounds
from records.models import Citation, Link, Record


class Report(Record):
    """A report, alone or in a series, with the period that it covers."""

    PATH = "reports"
    JOINED = {
        "issuers": Joined("issuers", "institution"),
        "baskets": Joined("focuses", "basket"),
    }
    FOUND_BY = (("issuers", "institution"), ("focuses", "text_en", "text_es"))

    number = models.CharField(
        _("number"), max_length=40, blank=True, help_text=_("Its number in its series: 3.")
    )
    issued = EdtfField(_("issued"))
    issued_earliest, issued_latest = bounds()
    period_start = EdtfField(_("period from"), help_text=_("Start of what it reports on: 2005-06."))
    period_start_earliest, period_start_latest = bounds()
    period_end = EdtfField(_("period to"), help_text=_("End of what it reports on: 2008-02."))
    period_end_earliest, period_end_latest = bounds()
    agreement = models.ForeignKey(
        Agreement,
        verbose_name=_("agreement"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        help_text=_("The agreement that it reports on."),
    )
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        help_text=_("The meeting that it belongs to."),
    )

    class Meta(Record.Meta):
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["begins_earliest", "sort_en", "pk"]
        constraints = [*Record.Meta.constraints, in_order("period_start", "period_end")]

    def lifespan(self) -> tuple[str, str]:
        return self.issued, self.issued


class ReportCitation(Citation):
    """One source's support for a report, or its claim about it."""

    record = models.ForeignKey(
        Report,
        verbose_name=_("report"),
        on_delete=models.CASCADE,
        related_name="citations",
        help_text=_("The record that the source supports."),
    )

    class Meta(Citation.Meta):
        verbose_name = _("citation of a report")
        verbose_name_plural = _("citations of reports")


class Issuer(Link):
    """An institution issued a report."""

    SEEN_FROM = {"report": _("Issued by"), "institution": _("Reports")}

    report = models.ForeignKey(
        Report,
        verbose_name=_("report"),
        on_delete=models.CASCADE,
        related_name="issuers",
        help_text=_("The report."),
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        related_name="issuers",
        help_text=_("The body that issued it."),
    )

    class Meta(Link.Meta):
        verbose_name = _("issuer")
        verbose_name_plural = _("issuers")
        ordering = ["report", "pk"]
        constraints = [*Link.Meta.constraints, once("report", "institution")]


class Focus(Link):
    """A priority area of a report."""

    SEEN_FROM = {"report": _("Priority areas"), "basket": _("Stressed in reports")}

    report = models.ForeignKey(
        Report,
        verbose_name=_("report"),
        on_delete=models.CASCADE,
        related_name="focuses",
        help_text=_("The report."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"), help_text=_("Its place among the priority areas: 1.")
    )
    text_en = models.CharField(
        _("text in English"),
        max_length=300,
        help_text=_("As the report puts it: smart and secure borders."),
    )
    text_es = models.CharField(
        _("text in Spanish"), max_length=300, help_text=_("The same in Spanish.")
    )
    basket = models.ForeignKey(
        Basket,
        verbose_name=_("basket"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="focuses",
        help_text=_("The basket of the scheme that the report belongs to."),
    )

    class Meta(Link.Meta):
        verbose_name = _("priority area")
        verbose_name_plural = _("priority areas")
        ordering = ["report", "ordinal"]
        constraints = [*Link.Meta.constraints, once("report", "ordinal")]
