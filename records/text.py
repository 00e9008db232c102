"""Texts made comparable: folded for search, keyed for sorting, alike on every database."""

import unicodedata


def fold(text: str) -> str:
    """The text without accents, case or doubled spaces: "Comisión  MÉXICO" → "comision mexico"."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(plain.casefold().split())


def sort_key(text: str, length: int = 60) -> str:
    """A key that sorts as a reader expects: accents aside, ñ after n, punctuation aside.

    Hexadecimal, because digits and the letters a–f keep their order in the collation of every
    database, while spaces and accents do not.
    """
    marked = text.replace("ñ", "n~").replace("Ñ", "n~")
    kept = "".join(mark for mark in fold(marked) if mark.isalnum() or mark in " ~")
    return kept.strip()[:length].encode().hex()


def slug_words(text: str) -> str:
    """A slug of the text: "Comisión México–EE. UU." → "comision-mexico-ee-uu"."""
    spaced = "".join(mark if mark.isalnum() and mark.isascii() else " " for mark in fold(text))
    return "-".join(spaced.split())[:100].strip("-")
