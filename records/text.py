"""Texts made comparable: folded for search, keyed for sorting, alike on every database."""

import re
import unicodedata

HIGH = re.compile("[^\x00-\u02ff]")  # where marks that combine are found
ASIDE = re.compile(r"[^\w ~]|_")


def fold(text: str) -> str:
    """The text without accents, case or doubled spaces: "Comisión  MÉXICO" → "comision mexico"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = HIGH.sub(
            lambda found: "" if unicodedata.combining(found[0]) else found[0], decomposed
        )
    return " ".join(text.casefold().split())


def sort_key(text: str, length: int = 60) -> str:
    """A key that sorts as a reader expects: accents aside, ñ after n, punctuation aside.

    Hexadecimal, because digits and the letters a–f keep their order in the collation of every
    database, while spaces and accents do not.
    """
    marked = text.replace("ñ", "n~").replace("Ñ", "n~")
    return ASIDE.sub("", fold(marked)).strip()[:length].encode().hex()


def slug_words(text: str) -> str:
    """A slug of the text: "Comisión México–EE. UU." → "comision-mexico-ee-uu"."""
    spaced = "".join(mark if mark.isalnum() and mark.isascii() else " " for mark in fold(text))
    return "-".join(spaced.split())[:100].strip("-")
