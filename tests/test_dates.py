"""EDTF texts and the days they can mean; `test_dates_words.py` has what readers see."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from records.dates import BLANK, DateError, activity, conflict, from_bounds, parse, read_edtf
from tests.edtf_texts import any_text, bounds, edtf_texts, whole_units

# What is written, the first and last day it can mean, and its precision.
TABLE = [
    ("1980-06-26", "1980-06-26", "1980-06-26", "day"),
    ("1980-06", "1980-06-01", "1980-06-30", "month"),
    ("1984-02", "1984-02-01", "1984-02-29", "month"),
    ("1980", "1980-01-01", "1980-12-31", "year"),
    ("198X", "1980-01-01", "1989-12-31", "decade"),
    ("000X", "0001-01-01", "0009-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("1964-XX-16", "1964-01-16", "1964-12-16", "day of unknown month"),
    ("1964-XX-31", "1964-01-31", "1964-12-31", "day of unknown month"),
    ("1980~", "1979-01-01", "1981-12-31", "year"),
    ("1980-06~", "1980-05-01", "1980-07-31", "month"),
    ("1980-01~", "1979-12-01", "1980-02-29", "month"),
    ("1980-12~", "1980-11-01", "1981-01-31", "month"),
    ("1980-06-26~", "1980-06-25", "1980-06-27", "day"),
    ("1980-03-01~", "1980-02-29", "1980-03-02", "day"),
    ("198X~", "1970-01-01", "1999-12-31", "decade"),
    ("0001~", "0001-01-01", "0002-12-31", "year"),
    ("0001-01-01~", "0001-01-01", "0001-01-02", "day"),
    ("9999~", "9998-01-01", "9999-12-31", "year"),
    ("9999-12-31~", "9999-12-30", "9999-12-31", "day"),
    ("1980?", "1980-01-01", "1980-12-31", "year"),
    ("1980%", "1979-01-01", "1981-12-31", "year"),
    ("[1982,1983]", "1982-01-01", "1983-12-31", "one of"),
    ("[1982,1982-06]", "1982-01-01", "1982-12-31", "one of"),
    ("[..1994]", None, "1994-12-31", "range"),
    ("[1994..]", "1994-01-01", None, "range"),
    ("[1982..1985]", "1982-01-01", "1985-12-31", "range"),
    ("{1993-09-08,1993-09-14}", "1993-09-08", "1993-09-14", "each"),
    ("{1993-09-08~,1993-10,1994}", "1993-09-07", "1994-12-31", "each"),
    ("1989/1994", "1989-01-01", "1994-12-31", "interval"),
    ("1980-06/1980", "1980-06-01", "1980-12-31", "interval"),
    ("2005-03/..", "2005-03-01", None, "interval"),
    ("../1990-06", None, "1990-06-30", "interval"),
    ("XXXX", None, None, "unknown"),
    ("", None, None, "blank"),
]


def iso(day):
    return day and day.isoformat()


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), TABLE)
def test_a_text_means_the_days_between_its_bounds(text, earliest, latest, precision):
    value = parse(text)
    assert (value.text, iso(value.earliest), iso(value.latest)) == (text, earliest, latest)
    assert value.precision == precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1980", False, False),
        ("1980~", True, False),
        ("1980?", False, True),
        ("1980%", True, True),
        ("[1982~,1983]", True, False),
        ("{1982,1983?}", False, True),
        ("1989~/1994?", True, True),
        ("[..1994?]", False, True),
    ],
)
def test_doubt_about_one_part_is_doubt_about_the_whole(text, approximate, uncertain):
    assert (parse(text).approximate, parse(text).uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [("2005-03/..", True), ("[1994..]", False), ("../1990", False), ("1989/1994", False)],
)
def test_only_an_interval_with_an_open_end_goes_on(text, goes_on):
    assert parse(text).goes_on is goes_on


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (" 1980\n", "1980"),
        ("1964-06-XX", "1964-06"),
        ("1964-XX", "1964"),
        ("1964-XX-XX~", "1964~"),
        ("[1964-06-XX,1965-XX]", "[1964-06,1965]"),
        ("1964-06-XX/..", "1964-06/.."),
        ("[..1964-XX]", "[..1964]"),
    ],
)
def test_one_date_has_one_text(text, canonical):
    assert parse(text).text == canonical


def test_a_blank_is_the_same_whatever_space_it_is_written_with():
    assert parse("") is BLANK
    assert parse(" \t\n") is BLANK


@given(edtf_texts)
def test_parsing_the_canonical_text_again_changes_nothing(text):
    assert parse(parse(text).text) == parse(text)


@given(edtf_texts)
def test_the_first_day_is_never_after_the_last(text):
    value = parse(text)
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest


@given(any_text)
def test_any_text_is_a_date_or_is_refused_with_a_sentence(text):
    try:
        assert read_edtf(text).text is not None
    except DateError as error:
        assert "“" in str(error)


IMPOSSIBLE = [
    ("1980-13", "month 13 does not exist"),
    ("1980-00", "month 00 does not exist"),
    ("1980-13-XX", "month 13 does not exist"),
    ("1980-02-30", "1980-02 has no day 30"),
    ("1981-02-29", "1981-02 has no day 29"),
    ("1900-02-29", "1900-02 has no day 29"),
    ("1980-06-00", "1980-06 has no day 00"),
    ("1964-XX-32", "no month has a day 32"),
    ("0000", "years are counted from 0001"),
    ("0000-01-01", "years are counted from 0001"),
    ("１９８０", "only the digits 0 to 9"),
    ("١٩٨٠", "only the digits 0 to 9"),
    ("[1984]", "two or more dates"),
    ("[..]", "two or more dates"),
    ("[1982,1982?]", "the same date twice"),
    ("1985/", "one side of the stroke is empty"),
    ("/1985", "one side of the stroke is empty"),
    ("1985/XXXX", "“XXXX” in it is not a single date"),
    ("{1985,}", "“” in it is not a single date"),
    ("[1985, 1986]", "“ 1986” in it is not a single date"),
    ("[1985...1987]", "“.1987” in it is not a single date"),
]


@pytest.mark.parametrize(("text", "reason"), IMPOSSIBLE)
def test_an_impossible_date_is_refused_with_the_reason_and_the_forms(text, reason):
    with pytest.raises(DateError) as refusal, override("en"):
        parse(text)
    assert reason in str(refusal.value)
    assert f"“{text}” is not a date we can read" in str(refusal.value)
    assert "Write a year (1980), a month (1980-06)" in str(refusal.value)


OTHERWISE_WRITTEN = [
    *("80", "980", "19800", "1980-6", "1980-06-1", "1980 -06", "19 80", "198x", "1XXX", "198X-06"),
    *("1980~~", "1980?~", "~1980", "../..", "[1982,1983", "1982,1983", "1980/1981/1982", "-0044"),
    *("1980-W26-4", "19800626", "1980-06-26T10:00", "None", "[]", "[", "{}", "..", "/", "XX"),
]


@pytest.mark.parametrize("text", OTHERWISE_WRITTEN)
def test_other_ways_of_writing_are_refused(text):
    with pytest.raises(DateError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1994/1989", "1989/1994"),
        ("[1983,1982]", "[1982,1983]"),
        ("{1993-09-14,1993-09-08}", "{1993-09-08,1993-09-14}"),
        ("[1985..1982]", "[1982..1985]"),
        ("1990-06/1990-05", "1990-05/1990-06"),
    ],
)
def test_dates_out_of_order_are_refused_with_the_right_order(text, right):
    with pytest.raises(DateError) as refusal, override("en"):
        parse(text)
    assert str(refusal.value).endswith(f"Write {right}.")
    assert parse(right).text == right


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("03/04/1985", "can mean two days. Write 1985-04-03 or 1985-03-04."),
        ("3-4-1985", "can mean two days. Write 1985-04-03 or 1985-03-04."),
        ("13/04/1985", "Write 1985-04-13 if you mean that day."),
        ("04.13.1985", "Write 1985-04-13 if you mean that day."),
        ("03/03/1985", "Write 1985-03-03 if you mean that day."),
        ("1985/04/13", "Write 1985-04-13 if you mean that day."),
    ],
)
def test_a_date_in_numbers_is_never_guessed(text, advice):
    with pytest.raises(DateError) as refusal, override("en"):
        parse(text)
    assert advice in str(refusal.value)


def test_a_refusal_quotes_no_more_than_the_beginning_of_a_long_text():
    with pytest.raises(DateError) as refusal:
        parse("nonsense " * 1000)
    assert len(str(refusal.value)) < 600


def test_a_refusal_is_a_value_error_whose_sentence_waits_for_the_language():
    with pytest.raises(ValueError) as refusal:
        parse("{1980} %s")
    assert str(refusal.value) == str(refusal.value.message)
    assert not isinstance(refusal.value.message, str)


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
