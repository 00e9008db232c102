"""The admin of schemes, baskets, issues and indicators."""

from django.contrib import admin

from baskets.models import Basket, Indicator, Issue, Scheme
from records.admin import KeyedAdmin, RecordAdmin


@admin.register(Scheme)
class SchemeAdmin(KeyedAdmin):
    """Ways of sorting policy."""

    columns = ("as_of", "slug")
    fieldsets = [
        (None, {"fields": [("name_en", "name_es"), ("slug", "as_of"), ("note_en", "note_es")]})
    ]


@admin.register(Basket)
class BasketAdmin(RecordAdmin):
    """Baskets of policy."""

    columns = ("scheme", "ordinal", "nature")
    filters = ("scheme", "nature")
    what = [("scheme", "ordinal"), "nature", ("rests_on_en", "rests_on_es")]
    tell_apart = "scheme"

    def get_ordering(self, request):
        return ["scheme", "ordinal"]


@admin.register(Issue)
class IssueAdmin(RecordAdmin):
    """Issues and open challenges."""

    columns = ("kind",)
    filters = ("kind",)
    what = ["kind"]


@admin.register(Indicator)
class IndicatorAdmin(RecordAdmin):
    """Statistical series."""

    columns = ("basket",)
    filters = (("basket", admin.RelatedOnlyFieldListFilter),)
    what = ["basket", ("unit_en", "unit_es")]
