"""The admin of jurisdictions, institutions and agreements."""

from django.contrib import admin

from institutions.models import Agreement, Institution, InstitutionLevel, Jurisdiction
from records.admin import KeyedAdmin, PartAdmin, RecordAdmin, RowInline


@admin.register(Jurisdiction)
class JurisdictionAdmin(KeyedAdmin):
    """Countries, states, counties, municipalities and localities."""

    columns = ("kind", "parent", "iso_3166", "slug")
    filters = ("kind",)
    tell_apart = "kind"
    fieldsets = [
        (None, {"fields": [("name_en", "name_es"), ("kind", "parent"), "slug"]}),
        (
            None,
            {"fields": [("iso_3166", "fips", "inegi"), ("latitude", "longitude")]},
        ),
    ]


class LevelInline(RowInline):
    """Tiers and branches of government at which an institution stands."""

    model = InstitutionLevel
    fields = [("tier", "branch")]


@admin.register(InstitutionLevel)
class InstitutionLevelAdmin(PartAdmin):
    """The levels of all institutions."""


@admin.register(Institution)
class InstitutionAdmin(RecordAdmin):
    """Bodies and offices."""

    columns = ("acronym", "kind", "reach", "founded", "ended")
    filters = ("kind", "reach", "ending", "levels__tier", "levels__branch", "is_class")
    what = [("kind", "reach"), ("is_class", "comparator")]
    dates = [("founded", "ended"), ("ending", "last_evidence")]
    tell_apart = "acronym"
    inlines = [LevelInline]


@admin.register(Agreement)
class AgreementAdmin(RecordAdmin):
    """Instruments, from treaties to bills."""

    columns = ("form", "stage", "signed", "in_force", "ended")
    filters = ("form", "stage", "binding", "ending", "is_class")
    what = [("form", "stage", "binding"), ("is_class", "comparator")]
    dates = [("announced", "signed"), ("in_force", "ended"), "ending"]
    tell_apart = "acronym"
