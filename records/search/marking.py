"""Where a text answers a search: its pieces, those that match marked."""

import re

from records.search.analysis import forms, plain_words
from records.search.query import Query, term

PIECE = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*", re.UNICODE)
AROUND = 90

Pieces = list[tuple[str, bool]]


def marked(text: str, query: Query) -> Pieces:
    """The text in pieces, each with whether it matches; together they are the text."""
    found, last = [], 0
    for piece in PIECE.finditer(text):
        if matches(piece[0], query):
            found += [(text[last : piece.start()], False), (piece[0], True)]
            last = piece.end()
    found.append((text[last:], False))
    return [one for one in found if one[0]]


def matches(word: str, query: Query) -> bool:
    """Whether a word of a text answers any word of the search."""
    own = {form for plain in plain_words(word) for form in forms(plain)}
    for wanted in map(term, query.words):
        opening = wanted.opening
        if own & set(wanted.exact) or (opening and any(one.startswith(opening) for one in own)):
            return True
    return False


def snippet(text: str, query: Query) -> Pieces:
    """The part of a longer text around its first match; nothing where none matches."""
    first = next((one for one in PIECE.finditer(text) if matches(one[0], query)), None)
    if first is None:
        return []
    start = text.rfind(" ", 0, max(0, first.start() - AROUND)) + 1 if first.start() > AROUND else 0
    end = text.find(" ", first.end() + AROUND)
    cut = text[start : end if end > 0 else None]
    return marked(f"{'…' if start else ''}{cut}{' …' if end > 0 else ''}", query)
