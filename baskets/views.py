"""Lists and pages of baskets, issues and indicators."""

from django.utils.translation import gettext_lazy as _

from baskets import filters
from baskets.curve import curve
from baskets.models import Basket, Indicator, Issue
from records.lists import RecordList
from records.pages import RecordPage, localized

UNDATED = ("date", "-date")


class BasketList(RecordList):
    model = Basket
    facets = filters.BASKETS
    unoffered = UNDATED
    sorts = {"scheme": _("by scheme"), **RecordList.sorts}
    default_sort = "scheme"
    row_facts = ("nature",)

    def order(self, found):
        by_scheme = found.order_by("scheme__slug", "ordinal", "pk")
        return by_scheme if self.sort == "scheme" else super().order(found)

    def fetch(self, found):
        return super().fetch(found.select_related("scheme"))

    def row(self, record):
        record.part = record.scheme.name if self.sort == "scheme" else ""
        return super().row(record)


class BasketPage(RecordPage):
    model = Basket
    kinds = ("nature",)
    facts = ("scheme", "nature", "rests_on", "crosswalks", "crosswalks_from")


class IssueList(RecordList):
    model = Issue
    facets = filters.ISSUES
    unoffered = UNDATED
    row_facts = ("kind",)


class IssuePage(RecordPage):
    model = Issue
    facts = ("kind", "spillovers")


class IndicatorList(RecordList):
    model = Indicator
    facets = filters.INDICATORS
    unoffered = UNDATED


class IndicatorPage(RecordPage):
    model = Indicator
    facts = ("basket", "unit")
    template = "baskets/indicator.html"

    def context(self):
        context = super().context()
        groups = context["groups"]
        found = next((group for group in groups if group.name == "observations"), None)
        for row in found.rows if found else []:
            row.details = [" ".join(reversed(row.details))]  # the qualifier first: nearly 14
        return {
            **context,
            "groups": [group for group in groups if group is not found],
            "observations": found,
            "unit": self.value(localized(Indicator, "unit")),
            "curve": curve(found.rows) if found else None,
        }
