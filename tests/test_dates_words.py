"""Dates in words, in both languages, both ways; every row of the table of written forms."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from records.dates import DateError, explain, from_bounds, parse, read, span_words, words
from tests.edtf_texts import any_text, edtf_texts

BOTH_WAYS = [
    ("1980-06-26", "26 June 1980", "26 de junio de 1980"),
    ("1980-06-01", "1 June 1980", "1 de junio de 1980"),
    ("1980-06", "June 1980", "junio de 1980"),
    ("1980", "1980", "1980"),
    ("0985", "0985", "0985"),
    ("198X", "1980s", "década de 1980"),
    ("19XX", "unknown year of 1900–1999", "año desconocido de 1900–1999"),
    (
        "1964-XX-16",
        "16th of an unknown month of 1964",
        "día 16 de un mes desconocido de 1964",
    ),
    ("1980~", "about 1980", "hacia 1980"),
    ("1980-06~", "about June 1980", "hacia junio de 1980"),
    ("1980-06-26~", "about 26 June 1980", "hacia el 26 de junio de 1980"),
    ("198X~", "about the 1980s", "hacia la década de 1980"),
    ("1980?", "1980 (uncertain)", "1980 (fecha incierta)"),
    ("1980%", "about 1980 (uncertain)", "hacia 1980 (fecha incierta)"),
    ("[1982,1983]", "1982 or 1983", "1982 o 1983"),
    ("[1982,1983,1985]", "1982, 1983 or 1985", "1982, 1983 o 1985"),
    ("[1980-09,1980-10]", "September or October 1980", "septiembre u octubre de 1980"),
    ("[1980-05-07,1980-05-08]", "7 or 8 May 1980", "7 u 8 de mayo de 1980"),
    ("[1980-05-10,1980-05-11]", "10 or 11 May 1980", "10 u 11 de mayo de 1980"),
    ("[..1994]", "1994 or before", "1994 o antes"),
    ("[..198X~]", "about the 1980s or before", "hacia la década de 1980 o antes"),
    ("[1994..]", "1994 or later", "1994 o después"),
    ("[1982..1985]", "between 1982 and 1985", "entre 1982 y 1985"),
    (
        "[1993-09-08..1993-09-14]",
        "between 8 and 14 September 1993",
        "entre el 8 y el 14 de septiembre de 1993",
    ),
    (
        "[198X..1990-06-26~]",
        "between the 1980s and about 26 June 1990",
        "entre la década de 1980 y alrededor del 26 de junio de 1990",
    ),
    ("{1993-09-08,1993-09-14}", "8 and 14 September 1993", "8 y 14 de septiembre de 1993"),
    ("{1993-05-30,1993-06-02}", "30 May and 2 June 1993", "30 de mayo y 2 de junio de 1993"),
    ("{1993-08,1993-09-14}", "August 1993 and 14 September 1993", None),
    ("{1993-09-08?,1993-09-14}", "8 September 1993 (uncertain) and 14 September 1993", None),
    ("{1993-09-08,1993-09-14?}", "8 September 1993 and 14 September 1993 (uncertain)", None),
    ("1989/1994", "1989–1994", "1989–1994"),
    ("1989~/1994", "about 1989 – 1994", "hacia 1989 – 1994"),
    ("1980-06-26/1980-06-27", "26–27 June 1980", "26–27 de junio de 1980"),
    ("1980-06/1980-09", "June–September 1980", "junio–septiembre de 1980"),
    ("1980/1981-09", "1980 – September 1981", "1980 – septiembre de 1981"),
    ("1996-05-30/1996-06-02", "30 May – 2 June 1996", "30 de mayo – 2 de junio de 1996"),
    ("2005-03/..", "since March 2005", "desde marzo de 2005"),
    ("2005-03-14/..", "since 14 March 2005", "desde el 14 de marzo de 2005"),
    ("198X/..", "since the 1980s", "desde la década de 1980"),
    ("1980~/..", "since about 1980", "desde alrededor de 1980"),
    ("../1990-06-26", "until 26 June 1990", "hasta el 26 de junio de 1990"),
    ("XXXX", "date not known", "fecha desconocida"),
    ("", "", ""),
]


def meaning(text):
    return parse(text)[1:6]


@pytest.mark.parametrize(("text", "english", "spanish"), BOTH_WAYS)
def test_a_date_is_put_into_words_in_both_languages(text, english, spanish):
    assert words(text, "en") == english
    assert spanish in (None, words(text, "es"))


@pytest.mark.parametrize(("text", "english", "spanish"), BOTH_WAYS)
def test_its_words_are_read_back_in_both_languages(text, english, spanish):
    assert read(english) == text
    assert read(text if spanish is None else spanish) == text


@given(edtf_texts, st.sampled_from(["en", "es"]))
def test_words_read_back_mean_the_same_days_with_the_same_marks(text, language):
    assert meaning(read(words(text, language))) == meaning(text)


@given(edtf_texts)
def test_edtf_itself_passes_through(text):
    assert read(text) == parse(text).text


@given(any_text)
def test_any_text_is_read_or_refused_with_a_sentence(text):
    try:
        assert parse(read(text)).text == read(text)
    except DateError as error:
        assert "“" in str(error)


@given(st.dates(), st.dates())
def test_each_of_the_twelve_months_reads_back(first, last):
    text = from_bounds(min(first, last), max(first, last))
    assert read(words(text, "en").upper()) == read(words(text, "es").upper()) == text


def test_ordinals_are_those_of_english():
    endings = [words(f"1964-XX-{day:02}", "en").split(" ")[0] for day in range(1, 32)]
    assert endings[:4] == ["1st", "2nd", "3rd", "4th"]
    assert endings[10:14] == ["11th", "12th", "13th", "14th"]
    assert endings[19:] == [
        *["20th", "21st", "22nd", "23rd", "24th", "25th", "26th", "27th", "28th"],
        *["29th", "30th", "31st"],
    ]


@pytest.mark.parametrize(("active", "expected"), [("es-mx", "hacia 1980"), ("en", "about 1980")])
def test_words_follow_the_active_language_unless_one_is_named(active, expected):
    with override(active):
        assert words("1980~") == expected
        assert words(parse("1980~"), "en") == "about 1980"


FREELY_WRITTEN = [
    ("ca. 1980", "1980~"),
    ("c. 1980", "1980~"),
    ("circa June 1980", "1980-06~"),
    ("Alrededor de 1980", "1980~"),
    ("alrededor del 26 de junio de 1980", "1980-06-26~"),
    ("about 1980?", "1980%"),
    ("June 26, 1980", "1980-06-26"),
    ("26th June, 1980", "1980-06-26"),
    ("the 26th of June 1980", "1980-06-26"),
    ("26 JUN. 1980", "1980-06-26"),
    ("  26   de  junio del 2000 ", "2000-06-26"),
    ("1º de junio de 1980", "1980-06-01"),
    ("1.º de junio de 1980", "1980-06-01"),
    ("Mayo 1980", "1980-05"),
    ("Sept. 1980", "1980-09"),
    ("setiembre de 1980", "1980-09"),
    ("1980's", "198X"),
    ("decada de los 1980", "198X"),
    ("198x", "198X"),
    ("before 1994", "[..1993]"),
    ("antes de 1994", "[..1993]"),
    ("antes del 1 de junio de 1994", "[..1994-05]"),
    ("before June 26, 1994", "[..1994-06-25]"),
    ("after 1994", "[1995..]"),
    ("después de junio de 1994", "[1994-07..]"),
    ("on or before 1994", "[..1994]"),
    ("a más tardar 1994", "[..1994]"),
    ("1982, 1983, or 1984", "[1982,1983,1984]"),
    ("7, 8 y 9 de mayo de 1980", "{1980-05-07,1980-05-08,1980-05-09}"),
    ("June 26, 1980 and June 28, 1980", "{1980-06-26,1980-06-28}"),
    ("1989-1994", "1989/1994"),
    ("1989 - 1994", "1989/1994"),
    ("1989—1994", "1989/1994"),
    ("from 1989 to 1994", "1989/1994"),
    ("de 1989 a 1994", "1989/1994"),
    ("desde 1989 hasta 1994", "1989/1994"),
    ("8-14 September 1993", "1993-09-08/1993-09-14"),
    ("18-24 de septiembre de 1993", "1993-09-18/1993-09-24"),
    ("del 8 al 14 de septiembre de 1993", "1993-09-08/1993-09-14"),
    ("June-September 1993", "1993-06/1993-09"),
    ("1980–present", "1980/.."),
    ("1980 a la fecha", "1980/.."),
    ("unknown", "XXXX"),
]


@pytest.mark.parametrize(("text", "edtf"), FREELY_WRITTEN)
def test_other_usual_wordings_are_understood(text, edtf):
    assert read(text) == edtf


UNCLEAR = [
    *(
        "nonsense",
        "31 February 1980",
        "Smarch 1980",
        "5 – about June 1980",
        "1 of 1980",
        "June",
        "–",
    ),
    *("20th century", "siglo XX", "the eighties", "before 0001", "after 9999", "before about 1994"),
    *("1994 or 1993", "26 June 80", "June 1980 or", "1980 and 1981 or 1982", "(uncertain)"),
    *(
        "about",
        "about 1980 1980",
        "1980 – 1981 – 1982",
        "from June",
        "between 1980",
        "mi mayo 1980",
    ),
]


@pytest.mark.parametrize("text", UNCLEAR)
def test_words_without_one_clear_meaning_are_refused(text):
    with pytest.raises(DateError):
        read(text)


def test_a_date_in_numbers_is_refused_with_both_readings():
    with pytest.raises(DateError) as refusal, override("en"):
        read("03/04/1985")
    assert "1985-04-03 or 1985-03-04" in str(refusal.value)


def test_a_text_far_longer_than_any_date_is_not_even_looked_into():
    assert read("about" + " " * 100 + "1980") == "1980~"
    with pytest.raises(DateError):
        read("about" + " " * 1000 + "1980")


@pytest.mark.parametrize(
    ("start", "end", "english", "spanish"),
    [
        ("1980-06-26", "1980-06-27", "26–27 June 1980", "26–27 de junio de 1980"),
        ("1996-05-30", "1996-06-02", "30 May – 2 June 1996", "30 de mayo – 2 de junio de 1996"),
        ("1981", "2000", "1981–2000", "1981–2000"),
        ("1981-04-05", "2000", "5 April 1981 – 2000", "5 de abril de 1981 – 2000"),
        ("1980~", "1990?", "about 1980 – 1990 (uncertain)", "hacia 1980 – 1990 (fecha incierta)"),
        ("1980~", "1980~", "about 1980", "hacia 1980"),
        ("[1982,1983]", "[1982,1983]", "1982 or 1983", "1982 o 1983"),
        ("[1982,1983]", "2000", "1982 or 1983 – 2000", "1982 o 1983 – 2000"),
        ("XXXX", "2000", "date not known – 2000", "fecha desconocida – 2000"),
        ("1980", "", "from 1980", "a partir de 1980"),
        ("1980-06-26", "", "from 26 June 1980", "a partir del 26 de junio de 1980"),
        ("2005/..", "", "since 2005", "desde 2005"),
        (
            "[1995..1999]",
            "",
            "from some time between 1995 and 1999",
            "a partir de algún momento entre 1995 y 1999",
        ),
        (
            "[..2009-06-15]",
            "",
            "from 15 June 2009 or before",
            "a partir del 15 de junio de 2009 o antes",
        ),
        ("", "2000", "until 2000", "hasta 2000"),
        ("", "200X", "until the 2000s", "hasta la década de 2000"),
        ("", "XXXX", "until an unknown date", "hasta una fecha desconocida"),
        ("", "", "", ""),
    ],
)
def test_a_span_says_once_what_its_ends_share(start, end, english, spanish):
    assert span_words(start, end, "en") == english
    assert span_words(start, end, "es") == spanish


@pytest.mark.parametrize(
    ("start", "end", "english", "spanish"),
    [
        ("1980", "", "since 1980", "desde 1980"),
        ("XXXX", "", "since an unknown date", "desde una fecha desconocida"),
        ("", "", "until today", "hasta hoy"),
        ("1980", "1990", "1980–1990", "1980–1990"),
    ],
)
def test_a_span_that_goes_on_says_so(start, end, english, spanish):
    assert span_words(start, end, "en", goes_on=True) == english
    assert span_words(start, end, "es", goes_on=True) == spanish


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        (
            "1980~",
            "about 1980: between 1 January 1979 and 31 December 1981",
            "hacia 1980: entre el 1 de enero de 1979 y el 31 de diciembre de 1981",
        ),
        (
            "1980-06",
            "June 1980: between 1 and 30 June 1980",
            "junio de 1980: entre el 1 y el 30 de junio de 1980",
        ),
        (
            "[..1994]",
            "1994 or before: on or before 31 December 1994",
            "1994 o antes: el 31 de diciembre de 1994 o antes",
        ),
        (
            "[1994..]",
            "1994 or later: on or after 1 January 1994",
            "1994 o después: el 1 de enero de 1994 o después",
        ),
        (
            "2005-03/..",
            "since March 2005: from 1 March 2005, and it goes on",
            "desde marzo de 2005: a partir del 1 de marzo de 2005, y continúa",
        ),
        ("1980-06-26", "26 June 1980", "26 de junio de 1980"),
        ("[1980-06-26..1980-07-01]", "between 26 June and 1 July 1980", None),
        ("XXXX", "date not known", "fecha desconocida"),
        ("", "", ""),
    ],
)
def test_a_curator_reads_which_days_were_understood(text, english, spanish):
    assert explain(text, "en") == english
    assert spanish in (None, explain(text, "es"))


def test_an_explanation_of_no_date_is_refused_like_the_date():
    with pytest.raises(DateError):
        explain("nonsense")


@given(edtf_texts, edtf_texts, st.booleans(), st.sampled_from(["en", "es"]))
def test_every_pair_of_dates_can_be_said(start, end, goes_on, language):
    said = span_words(start, end, language, goes_on)
    assert bool(said) == bool(parse(start).text or parse(end).text or goes_on)
    assert explain(start, language).startswith(words(start, language))


def test_the_words_of_a_day_hold_the_day_the_month_and_the_year():
    for month in range(1, 13):
        day = date(1980, month, 7)
        assert read(words(day.isoformat(), "en")) == read(words(day.isoformat(), "es")) == str(day)
