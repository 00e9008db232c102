"""The forms of dates on the map, each with what it means, worked out by the reader of dates."""

from records.dates import parse, words

WRITTEN = (
    "1980-06-26",
    "1980-06",
    "1980",
    "198X",
    "1980~",
    "1980?",
    "[1982,1983]",
    "[..1994]",
    "[1994..]",
    "{1993-09-08,1993-09-14}",
    "1989/1994",
    "2005-03/..",
    "XXXX",
)


def examples() -> list[dict]:
    """Each form: as written, in words, the earliest and latest day it can mean."""
    found = []
    for text in WRITTEN:
        date = parse(text)
        row = {"text": text, "words": words(text)}
        found.append({**row, "earliest": date.earliest, "latest": date.latest})
    return found
