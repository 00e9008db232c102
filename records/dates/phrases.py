"""The words for dates in each language; from_words.py reads what is written with these.

Phrases stay here and out of the translation catalogue, because reading must be their exact inverse.
"""

from typing import NamedTuple

from django.utils.translation import get_language


class Phrases(NamedTuple):
    """One language's words; forms are filled with str.format."""

    months: tuple[str, ...]
    day: str
    day_and_month: str
    month: str
    decade: str
    century: str
    some_day: str
    unknown: str
    an_unknown: str
    articles: dict[str, str]
    about: str
    about_after_preposition: str
    uncertain: str
    or_: str
    and_: str
    or_before: str
    or_later: str
    between: str
    some_time: str
    since: str
    from_: str
    until: str
    until_today: str
    on_or_before: str
    on_or_after: str
    and_goes_on: str


# 19XX is 1900 to 1999, while the twentieth century is 1901 to 2000, and "1900s" is the decade 190X:
# the years themselves are the only wording that is right. Years keep four digits ("0985"), as EDTF.
ENGLISH = Phrases(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    day="{day} {month} {year}",
    day_and_month="{day} {month}",
    month="{month} {year}",
    decade="{year}s",
    century="unknown year of {first}–{last}",
    some_day="{ordinal} of an unknown month of {year}",
    unknown="date not known",
    an_unknown="an unknown date",
    articles={"decade": "the ", "century": "an ", "day of unknown month": "the "},
    about="about {}",
    about_after_preposition="about {}",
    uncertain="{} (uncertain)",
    or_="or",
    and_="and",
    or_before="{} or before",
    or_later="{} or later",
    between="between {} and {}",
    some_time="some time {}",
    since="since {}",
    from_="from {}",
    until="until {}",
    until_today="until today",
    on_or_before="on or before {}",
    on_or_after="on or after {}",
    and_goes_on="from {}, and it goes on",
)

# "1 de junio", with the plain number: usual in Mexico beside "1.º de junio", which is read too.
# "Hacia" cannot follow another preposition: "desde alrededor de 1980".
SPANISH = Phrases(
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    day="{day} de {month} de {year}",
    day_and_month="{day} de {month}",
    month="{month} de {year}",
    decade="década de {year}",
    century="año desconocido de {first}–{last}",
    some_day="día {day} de un mes desconocido de {year}",
    unknown="fecha desconocida",
    an_unknown="una fecha desconocida",
    articles={
        "day": "el ",
        "decade": "la ",
        "century": "un ",
        "day of unknown month": "el ",
    },
    about="hacia {}",
    about_after_preposition="alrededor de {}",
    uncertain="{} (fecha incierta)",
    or_="o",
    and_="y",
    or_before="{} o antes",
    or_later="{} o después",
    between="entre {} y {}",
    some_time="algún momento {}",
    since="desde {}",
    from_="a partir de {}",
    until="hasta {}",
    until_today="hasta hoy",
    on_or_before="{} o antes",
    on_or_after="{} o después",
    and_goes_on="a partir de {}, y continúa",
)


def phrases_for(language: str | None) -> Phrases:
    """Spanish for any kind of Spanish and English for everything else; None is the active one."""
    language = language or get_language() or "en"
    return SPANISH if language.lower().startswith("es") else ENGLISH


def ordinal(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"
