"""How policy is sorted: schemes and their baskets, issues that spill over, indicators."""

from baskets.models.basket import Basket, BasketCitation, Crosswalk, Scheme
from baskets.models.indicator import Indicator, IndicatorCitation, Observation
from baskets.models.issue import Issue, IssueCitation, Spillover

__all__ = [
    "Basket",
    "BasketCitation",
    "Crosswalk",
    "Indicator",
    "IndicatorCitation",
    "Issue",
    "IssueCitation",
    "Observation",
    "Scheme",
    "Spillover",
]
