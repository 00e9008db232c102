"""Records: the points on the map."""

from functools import cache

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from records.constraints import one_of
from records.dates import parse
from records.fields import DerivedTextField, bounds
from records.models.tracked import Keyed, Tracked, TrackedQuerySet, derived_fields
from records.text import fold, sort_key


class Publication(models.TextChoices):
    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Confidence(models.TextChoices):
    SOURCED = "sourced", _("as a source states it")
    DERIVED = "derived", _("derived by the curators")


class RedirectQuerySet(TrackedQuerySet):
    """Old addresses."""

    def published(self):
        """Those that lead to a published record."""
        shown = Q(pk=None)
        for model in apps.get_models():
            if issubclass(model, Record):
                slugs = model.objects.published().values("slug")
                shown |= Q(table=model.PATH, new__in=slugs)
        return self.filter(shown)


class Redirect(Tracked):
    """An address that a record once had, and the slug it has now."""

    KEY = ("table", "old")

    table = models.CharField(
        _("table"), max_length=60, help_text=_("Table of the record, such as institutions.")
    )
    old = models.CharField(_("old slug"), max_length=120, help_text=_("As it stands in old links."))
    new = models.CharField(_("present slug"), max_length=120, help_text=_("Where readers go now."))

    objects = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["table", "old"]
        constraints = [
            models.UniqueConstraint(fields=["table", "old"], name="records_redirect_once"),
            models.CheckConstraint(
                name="records_redirect_elsewhere",
                condition=~Q(old=F("new")),
                violation_error_message=_("An address cannot lead to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.table}/{self.old} → {self.new}"

    @classmethod
    def add(cls, table: str, old: str, new: str) -> None:
        """Lead the old slug, and all that led to it, to the new one."""
        for row in cls.objects.filter(table=table, new=old).exclude(old=new):
            row.new = new
            row.save()
        for row in cls.objects.filter(table=table, old=new):
            row.delete()
        row = cls.objects.filter(table=table, old=old).first() or cls(table=table, old=old)
        row.new = new
        row.save()


class RecordQuerySet(TrackedQuerySet):
    """Questions that can be asked of every kind of record."""

    def published(self):
        """What readers may see."""
        return self.filter(publication=Publication.PUBLISHED)

    def dated(self):
        """Records of which it is known, if only roughly, when they began."""
        return self.exclude(begins_earliest=None, begins_latest=None)

    def active_between(self, first=None, last=None):
        """Records possibly active on some day from `first` to `last`, both dates or None."""
        found = self.dated()
        if last:
            found = found.filter(Q(begins_earliest=None) | Q(begins_earliest__lte=last))
        if first:
            found = found.filter(Q(ends_latest=None) | Q(ends_latest__gte=first))
        return found

    def by_name(self):
        """In the order of the names in the reader's language."""
        return self.order_by(f"sort_{'es' if get_language() == 'es' else 'en'}", "pk")


class Record(Keyed):
    """A point on the map with its own page; the concrete class adds what is particular to it.

    `PATH` is its place in addresses; `JOINED` names its joined columns (`records.columns.Joined`),
    which its list, its researcher's CSV and its sheets share; `FOUND_BY` the links, with their
    columns, whose far ends or persons search finds it by, `CALLED_BY` those that are part of what
    it is called. `begins` and `ends` are derived from
    the dates that `lifespan()` chooses, so that all records sort and filter by time alike.
    """

    PATH = ""
    JOINED: dict = {}
    FOUND_BY: tuple[tuple[str, ...], ...] = ()
    CALLED_BY: tuple[str, ...] = ()

    name_en_ours = models.BooleanField(
        _("English name is our translation"),
        default=False,
        help_text=_("Tick where no source shows an English name."),
    )
    name_es_ours = models.BooleanField(
        _("Spanish name is our translation"),
        default=False,
        help_text=_("Tick where no source shows a Spanish name."),
    )
    acronym = models.CharField(
        _("acronym"),
        max_length=60,
        blank=True,
        help_text=_("For example: BGC; English and Spanish with | between: NADB|BDAN."),
    )
    other_names = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("Former and informal names, with | between: Plan Mérida | Iniciativa Mérida."),
    )
    summary_en = models.TextField(
        _("summary in English"),
        blank=True,
        help_text=_("One to three sentences in our own words: what it is, for whom, since when."),
    )
    summary_es = models.TextField(
        _("summary in Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    publication = models.CharField(
        _("publication"),
        max_length=10,
        choices=Publication,
        default=Publication.DRAFT,
        db_index=True,
        help_text=_("Readers see what is published, and nothing else."),
    )
    withdrawn_why_en = models.TextField(
        _("reason for the withdrawal in English"),
        blank=True,
        help_text=_("Shown at the old address, such as: duplicate of the Border XXI Program."),
    )
    withdrawn_why_es = models.TextField(
        _("reason for the withdrawal in Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    confidence = models.CharField(
        _("confidence"),
        max_length=10,
        choices=Confidence,
        default=Confidence.SOURCED,
        help_text=_("Derived: inferred by the curators, not stated by a source; readers see it."),
    )
    added = models.DateField(
        pgettext_lazy("column", "added"),
        default=timezone.localdate,
        help_text=_("When it was put on the map."),
    )
    last_verified = models.DateField(
        _("last verified"),
        null=True,
        blank=True,
        help_text=_("When a curator last read it against its sources: 2009-08-14."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    begins_earliest, begins_latest = bounds(db_index=True)
    ends_earliest, ends_latest = bounds(db_index=True)
    folded = DerivedTextField()
    sort_en = DerivedTextField(db_index=True)
    sort_es = DerivedTextField(db_index=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["sort_en", "pk"]
        constraints = [
            one_of("publication", Publication),
            one_of("confidence", Confidence),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_named",
                condition=~Q(name_en="") | ~Q(name_es=""),
                violation_error_message=_("Give a name in at least one language."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_names",
                condition=~Q(publication="published") | (~Q(name_en="") & ~Q(name_es="")),
                violation_error_message=_("A published record needs its name in both languages."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawn_why",
                condition=~Q(publication="withdrawn")
                | (~Q(withdrawn_why_en="") & ~Q(withdrawn_why_es="")),
                violation_error_message=_("Say in both languages why the record is withdrawn."),
            ),
        ]

    @classmethod
    def from_db(cls, db, field_names, values):
        record = super().from_db(db, field_names, values)
        record.stored_slug = record.__dict__.get("slug")
        return record

    @classmethod
    @cache
    def fact_names(cls) -> tuple[str, ...]:
        """The curated columns that a citation may be about."""
        hidden = {"id", "slug", "publication", "added", "last_verified", "version", "confidence"}
        hidden |= {*derived_fields(cls), "withdrawn_why_en", "withdrawn_why_es"}
        return tuple(field.name for field in cls._meta.fields if field.name not in hidden)

    @classmethod
    @cache
    def link_relations(cls) -> tuple:
        """The relations by which links lead to this kind of record, in the order of the models."""
        from records.models.link import Statement

        related = cls._meta.related_objects
        return tuple(rel for rel in related if issubclass(rel.related_model, Statement))

    @classmethod
    def link_names(cls) -> list[str]:
        """The names of its links: venues, memberships, …"""
        return [relation.get_accessor_name() for relation in cls.link_relations()]

    @classmethod
    def far_tables(cls, about: str) -> list[type[models.Model]]:
        """The tables whose slugs a claim about this column or link may name."""
        field = cls._meta.get_field(about)
        if field.concrete:
            return [field.related_model] if field.is_relation else []
        link, near = field.related_model, field.field.name
        names = [name for name in link.SEEN_FROM if name != near]
        return [link._meta.get_field(name).related_model for name in names]

    def get_absolute_url(self) -> str:
        """The record's page in the reader's language."""
        return reverse(f"{self.PATH}-page", args=[self.slug])

    @property
    def is_published(self) -> bool:
        """Whether readers may see it."""
        return self.publication == Publication.PUBLISHED

    @property
    def summary(self) -> str:
        """The summary in the reader's language, or the other one where it is missing."""
        summaries = (self.summary_es, self.summary_en)
        first, second = summaries if get_language() == "es" else summaries[::-1]
        return first or second

    @property
    def name_is_ours(self) -> bool:
        """Whether the name shown is the curators' translation."""
        return self.name_es_ours if get_language() == "es" else self.name_en_ours

    def lifespan(self) -> tuple[str, str]:
        """The EDTF texts of when it began and ended; blank where it has no time of its own."""
        return "", ""

    def goes_on(self) -> bool:
        """Whether a source shows that it still exists."""
        return False

    def derive(self) -> None:
        super().derive()
        start, end = (parse(text) for text in self.lifespan())
        self.begins_earliest, self.begins_latest = start.earliest, start.latest
        self.ends_earliest, self.ends_latest = end.earliest, end.latest
        names = (self.name_en, self.name_es, self.acronym, self.other_names)
        self.folded = fold(" ".join((*names, self.summary_en, self.summary_es)))
        self.sort_en = sort_key(self.name_en or self.name_es)
        self.sort_es = sort_key(self.name_es or self.name_en)

    def save(self, *args, update_fields=None, **kwargs):
        self.version = self.version + 1 if self.pk else 1
        if update_fields is not None:
            update_fields = {*update_fields, "version"}
        super().save(*args, update_fields=update_fields, **kwargs)
        before = getattr(self, "stored_slug", None)
        if before and before != self.slug:
            Redirect.add(self.PATH, before, self.slug)
        self.stored_slug = self.slug
