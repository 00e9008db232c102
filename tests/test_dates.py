"""EDTF texts and the days they can mean, and what is refused and how."""

import pytest
from django.utils.translation import override
from hypothesis import given

from records.dates import BLANK, DateError, parse, read_edtf
from tests.edtf_texts import any_text, edtf_texts

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
    ("0001-03~", "0001-02-01", "0001-04-30", "month"),
    ("9999-10~", "9999-09-01", "9999-11-30", "month"),
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
