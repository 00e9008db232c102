"""Links: sourced statements that join records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.constraints import in_order
from records.fields import EdtfField, RefField, bounds, new_ref
from records.models.source import Source
from records.models.tracked import Tracked


class Statement(Tracked):
    """One sourced statement that joins records; the base of `Link` and `Dated`.

    `SEEN_FROM` gives, for each foreign key, the heading of such rows on that record's page;
    `QUIET` names the columns whose default goes without saying there.
    """

    KEY = ("ref",)
    SEEN_FROM: dict[str, str] = {}
    QUIET: tuple[str, ...] = ()

    ref = RefField(_("ref"), unique=True, blank=True)
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(app_label)s_%(class)ss",
        help_text=_("The source that states it."),
    )
    locator = models.CharField(
        _("locator"),
        max_length=300,
        blank=True,
        help_text=_("The part of the source: p. 11, n. 7, opening paragraphs."),
    )
    via = models.ForeignKey(
        Source,
        verbose_name=_("quoted by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="quoted_%(app_label)s_%(class)ss",
        help_text=_("The source in which the curators read it, if not the original."),
    )
    via_locator = models.CharField(
        _("locator there"),
        max_length=300,
        blank=True,
        help_text=_("The part of the quoting source: p. 8, n. 16."),
    )
    disputed_by = models.ForeignKey(
        Source,
        verbose_name=_("disputed by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="disputed_%(app_label)s_%(class)ss",
        help_text=_("A source that says otherwise."),
    )
    disputed_locator = models.CharField(
        _("locator of the dispute"),
        max_length=300,
        blank=True,
        help_text=_("The part of the source that says otherwise: p. 12."),
    )
    note_en = models.TextField(
        _("note in English"), blank=True, help_text=_("What a reader should know about this link.")
    )
    note_es = models.TextField(
        _("note in Spanish"), blank=True, help_text=_("The same in Spanish.")
    )

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self._meta.verbose_name} {self.ref}"

    def derive(self) -> None:
        super().derive()
        self.ref = self.ref or new_ref()

    def said(self) -> dict[str, str]:
        """Columns that pages say otherwise than they stand; a blank text leaves one out."""
        return {}


class Link(Statement):
    """A statement that holds for a time."""

    start = EdtfField(_("start"))
    start_earliest, start_latest = bounds()
    end = EdtfField(_("end"))
    end_earliest, end_latest = bounds()

    class Meta:
        abstract = True
        constraints = [in_order("start", "end")]


class Dated(Statement):
    """A statement about one date."""

    date = EdtfField(_("date"))
    date_earliest, date_latest = bounds()

    class Meta:
        abstract = True
        constraints = []
