"""Sources: what a fact can be checked against."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from records.constraints import one_of
from records.fields import DerivedTextField, EdtfField, SlugKeyField, bounds
from records.models.tracked import Tracked, TrackedQuerySet
from records.text import fold, sort_key


class SourceType(models.TextChoices):
    ARTICLE = "article", _("preprint or working paper")
    ARTICLE_JOURNAL = "article-journal", _("journal article")
    ARTICLE_MAGAZINE = "article-magazine", _("magazine article")
    ARTICLE_NEWSPAPER = "article-newspaper", _("newspaper article")
    BILL = "bill", _("bill")
    BOOK = "book", _("book")
    CHAPTER = "chapter", _("chapter")
    DATASET = "dataset", _("dataset")
    DOCUMENT = "document", _("document")
    HEARING = "hearing", _("hearing")
    LEGISLATION = "legislation", _("legislation")
    MANUSCRIPT = "manuscript", _("manuscript")
    PAPER_CONFERENCE = "paper-conference", _("conference paper")
    PRESS = "post", _("press release or post")
    REPORT = "report", _("report")
    SPEECH = "speech", _("speech or remarks")
    THESIS = "thesis", _("thesis")
    TREATY = "treaty", _("treaty text")
    WEBPAGE = "webpage", _("web page")


class SourceQuerySet(TrackedQuerySet):
    """Questions that can be asked of sources."""

    def by_name(self):
        """In the order of a bibliography."""
        return self.order_by("sort_en", "pk")


class Source(Tracked):
    """One published or archived thing that can be cited, described with the terms of CSL."""

    slug = SlugKeyField(
        _("citation key"),
        unique=True,
        help_text=_("Permanent short name, such as seed-2009 or dos-bnc-1995."),
    )
    type = models.CharField(
        _("type"),
        max_length=20,
        choices=SourceType,
        default=SourceType.WEBPAGE,
        help_text=_("What sort of thing it is, as citation managers call it."),
    )
    title = models.CharField(
        _("title"), max_length=500, help_text=_("In the language of the source itself.")
    )
    authors = models.CharField(
        _("authors"),
        max_length=500,
        blank=True,
        help_text=_("Family name, given name; several with | between: Pastor, Robert A. | …"),
    )
    issued = EdtfField(_("issued"))
    issued_earliest, issued_latest = bounds()
    container = models.CharField(
        _("journal, book or site"),
        max_length=300,
        blank=True,
        help_text=_("What it appeared in, such as Foro Internacional."),
    )
    volume = models.CharField(
        _("volume"), max_length=40, blank=True, help_text=_("For example: XLVI.")
    )
    number = models.CharField(
        _("number"), max_length=40, blank=True, help_text=_("For example: 3.")
    )
    pages = models.CharField(
        _("pages"), max_length=40, blank=True, help_text=_("For example: 421-454.")
    )
    publisher = models.CharField(
        _("publisher"),
        max_length=300,
        blank=True,
        help_text=_("For example: El Colegio de México."),
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        help_text=_("ISO 639 code of the source: en, es; en|es for both."),
    )
    url = models.URLField(
        _("address"),
        max_length=800,
        blank=True,
        help_text=_("Where it can be read: https://…"),
    )
    archived_url = models.URLField(
        _("archived address"),
        max_length=800,
        blank=True,
        help_text=_("A copy in a web archive, for the day the first address fails."),
    )
    accessed = EdtfField(
        _("accessed"), help_text=_("When the page was read: 2009-08-14. Blank if not recorded.")
    )
    accessed_earliest, accessed_latest = bounds()
    doi = models.CharField(
        _("DOI"), max_length=120, blank=True, help_text=_("Without https://doi.org/: 10.1234/abc.")
    )
    note_en = models.TextField(
        _("note in English"), blank=True, help_text=_("How to read this source, if not plain.")
    )
    note_es = models.TextField(
        _("note in Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    folded = DerivedTextField()
    sort_en = DerivedTextField(db_index=True)

    PATH = "sources"

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["sort_en", "pk"]
        constraints = [
            one_of("type", SourceType),
            models.CheckConstraint(
                name="records_source_title",
                condition=~models.Q(title=""),
                violation_error_message=_("A source needs a title."),
            ),
        ]

    def __str__(self):
        return self.short

    @property
    def name(self) -> str:
        """The title: a source keeps the words of its own language."""
        return self.title

    def get_absolute_url(self) -> str:
        """The source's page in the reader's language."""
        return reverse("sources-page", args=[self.slug])

    @property
    def short(self) -> str:
        """Author and year as in a note: "Pastor 2008"; without authors the title's opening."""
        if not self.authors:
            return self.title if len(self.title) <= 90 else f"{self.title[:88].rstrip()}…"
        families = [author.split(",")[0].strip() for author in self.authors.split("|")]
        shown = " / ".join(families[:2]) + (" et al." if len(families) > 2 else "")
        year = f"{self.issued_earliest:%Y}" if self.issued_earliest else ""
        return f"{shown} {year}".strip()

    def lifespan(self) -> tuple[str, str]:
        """When it appeared, as start and end alike."""
        return self.issued, self.issued

    def goes_on(self) -> bool:
        """A source is finished once it is out."""
        return False

    def derive(self) -> None:
        super().derive()
        self.folded = fold(" ".join((self.title, self.authors, self.container, self.publisher)))
        self.sort_en = sort_key(f"{self.authors} {self.title}")
