"""Lists and pages of baskets, issues and indicators."""

from baskets import filters
from baskets.models import Basket, Indicator, Issue
from records.columns import Joined
from records.lists import RecordList
from records.pages import RecordPage


class BasketList(RecordList):
    model = Basket
    facets = filters.BASKETS
    joined = {"issues": Joined("spillovers", "issue")}


class BasketPage(RecordPage):
    model = Basket
    facts = ("scheme", "nature", "rests_on")


class IssueList(RecordList):
    model = Issue
    facets = filters.ISSUES
    joined = {"baskets": Joined("spillovers", "basket")}


class IssuePage(RecordPage):
    model = Issue
    facts = ("kind",)


class IndicatorList(RecordList):
    model = Indicator
    facets = filters.INDICATORS


class IndicatorPage(RecordPage):
    model = Indicator
    facts = ("basket", "unit")
