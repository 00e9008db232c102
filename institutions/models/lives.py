"""What a body was called, when it existed, who led it, where it is found online."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from institutions.models.institution import Ending, Institution
from institutions.models.jurisdiction import Jurisdiction
from records.constraints import once, one_of
from records.fields import EdtfField
from records.models import Link
from records.models.tracked import in_own_language


class DatedName(Link):
    """A name that an institution bore for a time."""

    SEEN_FROM = {"institution": _("Names over time")}

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="dated_names",
        help_text=_("The body that bore the name."),
    )
    name_en = models.CharField(
        _("name in English"),
        max_length=300,
        blank=True,
        help_text=_("As it was then: International Boundary Commission."),
    )
    name_es = models.CharField(
        _("name in Spanish"),
        max_length=300,
        blank=True,
        help_text=_("As it was then: Comisión Internacional de Límites."),
    )
    acronym = models.CharField(
        _("acronym"), max_length=60, blank=True, help_text=_("Of that name, such as IBC.")
    )

    class Meta(Link.Meta):
        verbose_name = _("dated name")
        verbose_name_plural = _("dated names")
        ordering = ["institution", "start_earliest", "pk"]
        constraints = [
            *Link.Meta.constraints,
            models.CheckConstraint(
                name="institutions_datedname_named",
                condition=~Q(name_en="") | ~Q(name_es=""),
                violation_error_message=_("Give a name in at least one language."),
            ),
            once("institution", "name_en", "name_es", "start"),
        ]

    def said(self):
        name = in_own_language(self.name_en, self.name_es)
        return {"name_en": name, "name_es": name}


class Lifespan(Link):
    """One of several spans in which an institution existed; between them it did not."""

    QUIET = ("ending",)
    SEEN_FROM = {"institution": _("Life spans")}

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="lifespans",
        help_text=_("The body; its own dates are the first beginning and the last end."),
    )
    start = EdtfField(
        _("start"), blank=False, help_text=_("When the span began: 1964; XXXX if not known.")
    )
    ending = models.CharField(
        _("ending"),
        max_length=10,
        choices=Ending,
        default=Ending.UNKNOWN,
        help_text=_("How this span ended, or that it goes on."),
    )

    class Meta(Link.Meta):
        verbose_name = _("life span")
        verbose_name_plural = _("life spans")
        ordering = ["institution", "start_earliest", "pk"]
        constraints = [
            *Link.Meta.constraints,
            one_of("ending", Ending),
            models.CheckConstraint(
                name="institutions_lifespan_started",
                condition=~Q(start=""),
                violation_error_message=_("Say when the span began; XXXX if that is not known."),
            ),
            models.CheckConstraint(
                name="institutions_lifespan_ongoing",
                condition=~Q(ending="ongoing") | Q(end=""),
                violation_error_message=_("What goes on has no end: leave “end” blank."),
            ),
            once("institution", "start"),
        ]


class Tenure(Link):
    """A person held an office, or led a body, for a time."""

    SEEN_FROM = {"institution": _("Office-holders"), "jurisdiction": _("Office-holders")}

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="tenures",
        help_text=_("The office, or the body that the person led."),
    )
    person = models.CharField(
        _("person"), max_length=200, help_text=_("Given and family name: Alan Bersin.")
    )
    office_en = models.CharField(
        _("office in English"),
        max_length=200,
        blank=True,
        help_text=_("As the source gives it: Commissioner of the US Section."),
    )
    office_es = models.CharField(
        _("office in Spanish"), max_length=200, blank=True, help_text=_("The same in Spanish.")
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tenures",
        help_text=_("For whom the person held it, such as Mexico in a binational body."),
    )

    class Meta(Link.Meta):
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        ordering = ["institution", "start_earliest", "pk"]
        constraints = [*Link.Meta.constraints, once("institution", "person", "start")]


class Website(Link):
    """An address at which an institution is, or was, found online."""

    SEEN_FROM = {"institution": _("Websites")}

    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="websites",
        help_text=_("The body whose site it is."),
    )
    url = models.URLField(
        _("address"), max_length=800, help_text=_("As it was then: http://www.spp.gov/")
    )

    class Meta(Link.Meta):
        verbose_name = _("website")
        verbose_name_plural = _("websites")
        ordering = ["institution", "start_earliest", "pk"]
        constraints = [*Link.Meta.constraints, once("institution", "url", "start")]
