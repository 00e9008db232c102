"""Dates as historians know them: EDTF text (ISO 8601-2) with the first and last day it can mean.

parse("1980~")          what a text means: Edtf with its bounds and marks
words("1980~", "es")    "hacia 1980"; span_words for a start and an end, explain for curators
read("hacia 1980")      "1980~": the inverse of words, in either language
from_bounds, conflict, activity    questions about bounds
"""

from records.dates.bounds import activity, conflict, from_bounds
from records.dates.edtf import BLANK, UNKNOWN, Edtf, parse, read_edtf
from records.dates.errors import DateError
from records.dates.from_words import read
from records.dates.to_words import explain, span_words, words

__all__ = [
    "BLANK",
    "UNKNOWN",
    "DateError",
    "Edtf",
    "activity",
    "conflict",
    "explain",
    "from_bounds",
    "parse",
    "read",
    "read_edtf",
    "span_words",
    "words",
]
