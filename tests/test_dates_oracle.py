"""The bounds of the `edtf` package and ours, where both mean the same.

Compared with its `lower_strict` and `upper_strict`: days, months, years, decades, centuries, a day
of an unknown month, sets, ranges and intervals. Not compared, because they differ on purpose:

- "About" (`1980~`): its strict bounds ignore the mark and its fuzzy ones pad a day by a year, a
  month and a day together; ours move by one unit of what is written.
- Open ranges and intervals: "on or before 1994" gets an invented first day of 1984 there, and an
  open end is infinity; ours have no such bound.
- Marks inside sets, and `000X`, which begins in a year 0 there.
- It reads 1981-02-29, times, seasons, long and negative years; we refuse them.
"""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from records.dates import DateError, parse

days = st.dates(min_value=date(1000, 1, 1))
days_months_years = st.tuples(days, st.sampled_from([4, 7, 10])).map(
    lambda pair: pair[0].isoformat()[: pair[1]]
)
wide = days.map(lambda day: day.isoformat()[:3] + "X") | days.map(
    lambda day: day.isoformat()[:2] + "XX"
)
some_days = st.tuples(days, st.integers(1, 28)).map(lambda p: f"{p[0].year}-XX-{p[1]:02}")
same_kind = st.sampled_from([4, 7, 10]).flatmap(
    lambda length: st.lists(
        days.map(lambda day: day.isoformat()[:length]), min_size=2, max_size=2, unique=True
    ).map(sorted)
)


def their_bounds(text):
    value = parse_edtf(text)
    return tuple(date(*bound[:3]) for bound in (value.lower_strict(), value.upper_strict()))


def our_bounds(text):
    return parse(text)[1:3]


@given(days_months_years | wide)
def test_days_months_years_decades_and_centuries_have_the_same_bounds(text):
    assert our_bounds(text) == their_bounds(text)


@given(some_days)
def test_a_day_of_an_unknown_month_has_the_same_bounds(text):
    assert our_bounds(text) == their_bounds(text)


@given(days_months_years)
def test_an_unsure_date_has_the_bounds_of_a_sure_one(text):
    assert our_bounds(f"{text}?") == their_bounds(f"{text}?")


@given(same_kind)
def test_intervals_have_the_same_bounds(pair):
    text = "{}/{}".format(*pair)
    assert our_bounds(text) == their_bounds(text)


@given(same_kind, st.sampled_from(["[{},{}]", "{{{},{}}}", "[{}..{}]"]))
def test_sets_and_ranges_have_the_same_bounds(pair, form):
    text = form.format(*pair)
    assert our_bounds(text) == their_bounds(text)


@pytest.mark.parametrize(
    "text",
    ["1980-13", "1980-06-31", "1980-00", "80", "1980-6", "26 June 1980", "1980~~", "[1982,"],
)
def test_both_refuse_what_is_no_date(text):
    assert parse_edtf(text, fail_silently=True) is None
    with pytest.raises(DateError):
        parse(text)
