"""Texts for the tests of dates: every kind of EDTF text that the project accepts, and any text."""

from datetime import date

from hypothesis import strategies as st

from records.dates import parse

days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
marks = st.sampled_from(["", "~", "?", "%"])


def cut(length, ending=""):
    return days.map(lambda day: day.isoformat()[:length] + ending)


units = st.one_of(cut(10), cut(7), cut(4), cut(3, "X"), cut(2, "XX"))
plain_days = st.one_of(cut(10), cut(7), cut(4))
some_days = st.tuples(cut(4), st.integers(1, 31)).map(lambda pair: f"{pair[0]}-XX-{pair[1]:02}")
marked = st.tuples(st.one_of(units, some_days), marks).map("".join)
# Dates of one or two neighbouring years, so that many share a month or a year.
close_days = st.dates(date(1993, 11, 25), date(1994, 2, 5)).map(str)
neighbours = st.one_of(close_days, close_days.map(lambda day: day[:7]), marked)


def ordered(texts):
    return sorted(set(texts), key=lambda text: parse(text)[1:3])


def in_set(brackets):
    return lambda texts: brackets[0] + ",".join(ordered(texts)) + brackets[1]


lists = st.lists(neighbours, min_size=2, max_size=4, unique_by=lambda text: parse(text)[1:3])
pairs = st.lists(neighbours, min_size=2, max_size=2).map(lambda pair: sorted(pair, key=first_day))


def first_day(text):
    return parse(text).earliest


def distinct(texts):
    return len({text.rstrip("~?%") for text in texts}) == len(texts)


edtf_texts = st.one_of(
    marked,
    lists.filter(distinct).map(in_set("[]")),
    lists.filter(distinct).map(in_set("{}")),
    pairs.map("[{0[0]}..{0[1]}]".format),
    pairs.map("{0[0]}/{0[1]}".format),
    neighbours.map("[..{}]".format),
    neighbours.map("[{}..]".format),
    neighbours.map("{}/..".format),
    neighbours.map("../{}".format),
    st.sampled_from(["XXXX", "", "1964-06-XX", "1964-XX", "1964-XX-XX~"]),
)
bounds = st.tuples(st.none() | days, st.none() | days).map(
    lambda pair: tuple(sorted(pair)) if None not in pair else pair
)
whole_units = units.map(lambda text: parse(text)[1:3])
date_signs = st.text("0123456789X~?%-/.,[]{} y o or and de june", max_size=30)
any_text = st.one_of(st.text(), date_signs, edtf_texts.map(lambda text: text[::-1]))
