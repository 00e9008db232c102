"""Questions about dates: the text for two bounds, conflicts, and activity on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.dates import DateError, activity, conflict, from_bounds, parse
from tests.edtf_texts import bounds, edtf_texts, whole_units


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        ("1980-06-26", "1980-06-26", "1980-06-26"),
        ("1980-06-01", "1980-06-30", "1980-06"),
        ("1980-01-01", "1980-12-31", "1980"),
        ("1980-01-01", "1989-12-31", "198X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("1982-01-01", "1985-12-31", "[1982..1985]"),
        ("1982-01-01", "1982-06-30", "[1982-01..1982-06]"),
        ("1982-01-01", "1982-06-29", "[1982-01-01..1982-06-29]"),
        ("1994-01-01", None, "[1994..]"),
        ("1994-02-01", None, "[1994-02..]"),
        (None, "1994-12-31", "[..1994]"),
        (None, "1994-12-30", "[..1994-12-30]"),
        (None, None, "XXXX"),
    ],
)
def test_bounds_are_written_as_short_as_they_can_be(earliest, latest, text):
    first, last = (day and date.fromisoformat(day) for day in (earliest, latest))
    assert from_bounds(first, last) == text


@given(bounds | whole_units)
def test_the_text_made_of_bounds_has_those_bounds_and_no_marks(pair):
    value = parse(from_bounds(*pair))
    assert (value.earliest, value.latest) == pair
    assert not (value.approximate or value.uncertain or value.goes_on)


def test_bounds_the_wrong_way_round_are_refused():
    with pytest.raises(DateError):
        from_bounds(date(1994, 1, 1), date(1989, 1, 1))


@pytest.mark.parametrize(
    ("one", "other", "in_conflict"),
    [
        ("1986", "1986-08-24", False),
        ("1986", "1987-01-01", True),
        ("1986~", "1987", False),
        ("[..1994]", "1995", True),
        ("[..1994]", "1900", False),
        ("2005-03/..", "2004", True),
        ("2005-03/..", "2030", False),
        ("[..1994]", "[1990..]", False),
        ("[..1989]", "[1990..]", True),
        ("", "1986", False),
        ("XXXX", "1986", False),
    ],
)
def test_dates_conflict_when_no_day_fits_both(one, other, in_conflict):
    assert conflict(one, other) is in_conflict
    assert conflict(parse(other), parse(one)) is in_conflict


@given(bounds, bounds)
def test_dates_conflict_exactly_when_one_ends_before_the_other_begins(one, other):
    first = max(one[0] or date.min, other[0] or date.min)
    last = min(one[1] or date.max, other[1] or date.max)
    assert conflict(from_bounds(*one), from_bounds(*other)) is (last < first)


@given(edtf_texts, edtf_texts)
def test_conflict_goes_both_ways_and_never_with_oneself(one, other):
    assert conflict(one, other) == conflict(other, one)
    assert not conflict(one, one)


@pytest.mark.parametrize(
    ("start", "end", "day", "answer"),
    [
        ("1981", "2000", "1980-12-31", "no"),
        ("1981", "2000", "1981-01-01", "possibly"),
        ("1981", "2000", "1981-12-31", "certainly"),
        ("1981", "2000", "2000-01-01", "certainly"),
        ("1981", "2000", "2000-01-02", "possibly"),
        ("1981", "2000", "2000-12-31", "possibly"),
        ("1981", "2000", "2001-01-01", "no"),
        ("1981-06-26", "1981-06-26", "1981-06-26", "certainly"),
        ("1981?", "2000", "1990-01-01", "possibly"),
        ("1981", "2000%", "1990-01-01", "possibly"),
        ("1981~", "2000", "1982-12-31", "certainly"),
        ("1981~", "2000", "1982-12-30", "possibly"),
        ("1981", "", "1990-01-01", "possibly"),
        ("", "2000", "1900-01-01", "possibly"),
        ("", "2000", "2001-01-01", "no"),
        ("", "", "1990-01-01", "possibly"),
        ("XXXX", "2000", "1990-01-01", "possibly"),
        ("[..1990]", "2000", "1995-01-01", "certainly"),
        ("[1980..]", "2000", "1995-01-01", "possibly"),
    ],
)
def test_a_span_is_active_certainly_possibly_or_not_at_all(start, end, day, answer):
    assert activity(start, end, date.fromisoformat(day)) == answer


@pytest.mark.parametrize(
    ("start", "day", "answer"),
    [
        ("1981", "1980-12-31", "no"),
        ("1981", "1981-06-01", "possibly"),
        ("1981", "2100-01-01", "certainly"),
        ("1981?", "2100-01-01", "possibly"),
        ("", "2100-01-01", "possibly"),
    ],
)
def test_what_goes_on_is_certain_once_it_has_begun(start, day, answer):
    assert activity(start, "", date.fromisoformat(day), goes_on=True) == answer


@given(edtf_texts, edtf_texts, st.dates(date(1993, 11, 1), date(1994, 2, 28)))
def test_certain_activity_is_active_under_every_reading_and_none_under_no_reading(start, end, day):
    first, last = parse(start), parse(end)
    every = first.latest and last.earliest and first.latest <= day <= last.earliest
    some = (first.earliest or day) <= day <= (last.latest or day)
    if not some:
        assert activity(start, end, day) == "no"
    elif every and not (first.uncertain or last.uncertain):
        assert activity(start, end, day) == "certainly"
    else:
        assert activity(start, end, day) == "possibly"
