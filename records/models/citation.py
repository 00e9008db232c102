"""Citations: which source says what about a record."""

from functools import cache

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from records.fields import EdtfField, RefField, bounds, new_ref
from records.models.source import Source
from records.models.tracked import Keyed, Tracked, TrackedQuerySet


class Topic(Keyed):
    """A matter on which sources make claims though no column holds it: number of working groups."""

    class Meta:
        verbose_name = _("topic of claims")
        verbose_name_plural = _("topics of claims")
        ordering = ["slug"]


class CitationQuerySet(TrackedQuerySet):
    """Support and claims."""

    def visible(self):
        """Without the claims that name a record which readers cannot see."""
        found = self
        for table, names in self.model.tables_named().items():
            hidden = table.objects.exclude(publication="published").values("slug")
            found = found.exclude(about__in=names, value__in=hidden)
        return found

    def published(self):
        return super().published().visible()


class Citation(Tracked):
    """One source's support for a record, or its claim about one field, link or topic of it.

    With a `value` it is a claim: compared with what the record holds, and shown beside it when
    the two disagree. The concrete class adds `record`, related as `citations`.
    """

    KEY = ("ref",)

    objects = CitationQuerySet.as_manager()

    ref = RefField(_("ref"), unique=True, blank=True)
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        help_text=_("The source that says it."),
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
        related_name="quoted_%(class)ss",
        help_text=_("The source in which the curators read it, if not the original."),
    )
    via_locator = models.CharField(
        _("locator there"),
        max_length=300,
        blank=True,
        help_text=_("The part of the quoting source: p. 8, n. 16."),
    )
    about = models.CharField(
        _("about"),
        max_length=40,
        blank=True,
        help_text=_("The column or link that it speaks of, such as founded or venues."),
    )
    topic = models.ForeignKey(
        Topic,
        verbose_name=_("topic"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        help_text=_("For claims that no column holds, such as the number of working groups."),
    )
    value = models.TextField(
        _("value"),
        blank=True,
        help_text=_("What the source says: 1981 for a date, a slug for a link or a choice."),
    )
    as_of = EdtfField(_("as of"), help_text=_("The day the claim speaks of: 1996-05."))
    as_of_earliest, as_of_latest = bounds()
    preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("The curators follow this source here.")
    )
    note_en = models.TextField(
        _("note in English"), blank=True, help_text=_("Why this source is preferred or set aside.")
    )
    note_es = models.TextField(
        _("note in Spanish"), blank=True, help_text=_("The same in Spanish.")
    )

    class Meta:
        abstract = True
        ordering = ["record", "pk"]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_about_or_topic",
                condition=Q(about="") | Q(topic__isnull=True),
                violation_error_message=_("Fill in “about” or “topic”, not both."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_value_about",
                condition=Q(value="") | ~Q(about="") | Q(topic__isnull=False),
                violation_error_message=_("A value needs “about” or “topic”: what is it of?"),
            ),
        ]

    def __str__(self):
        return f"{self.source} {self.locator}".strip()

    def derive(self) -> None:
        super().derive()
        self.ref = self.ref or new_ref()

    def clean(self):
        super().clean()
        if self.about and self.about not in self.subjects():
            message = _("“%(about)s” is no column or link of this record. Use one of: %(all)s.")
            values = {"about": self.about, "all": ", ".join(self.subjects())}
            raise ValidationError({"about": ValidationError(message, params=values)})

    @classmethod
    def subjects(cls) -> list[str]:
        """What `about` may name: the record's columns, then its links."""
        record = cls._meta.get_field("record").related_model
        return [*record.fact_names(), *record.link_names()]

    @classmethod
    @cache
    def tables_named(cls) -> dict[type[models.Model], list[str]]:
        """The kinds of record that claims may name, each with what the claims are then about."""
        record = cls._meta.get_field("record").related_model
        found: dict = {}
        for about in cls.subjects():
            for table in record.far_tables(about):
                if hasattr(table, "publication"):
                    found.setdefault(table, []).append(about)
        return found
