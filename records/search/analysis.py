"""From text to terms, alike for what is stored and what is asked, in both languages at once.

A term is a run of the signs a–z and 0–9: accents and case are folded, stems of English and Spanish
stand beside the plain word, Roman numerals and ordinals beside their number.
"""

import re
from functools import lru_cache

import snowballstemmer

from records.text import fold

WORD = re.compile(r"[a-z0-9]+")
DOTTED = re.compile(r"\b(?:[a-z]\.\s?){2,}")  # "u.s." and "u. s." are one word
PLURAL_LETTERS = re.compile(r"\bee\.?\s?uu\b\.?")  # EE. UU.
POSSESSIVE = re.compile(r"(?<=[a-z])['’]s\b")
ROMAN = re.compile(r"(?=[cxvi])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|er|ero|era|a|o|do|da|ro|ra|to|ta|mo|ma|vo|va|no|na)")
VALUES = {"c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
ENGLISH = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
SPANISH = {"al", "con", "de", "del", "e", "el", "en", "la", "las", "los", "o", "para", "por", "que"}
SMALL = ENGLISH | SPANISH | {"sobre", "un", "una", "y"}
SHORT = {"dept": "department", "depto": "departamento", "govt": "government"}
SHORT |= {"intl": "international", "natl": "national", "nal": "nacional", "sria": "secretaria"}
LONGEST = 60
STEMMERS = [snowballstemmer.stemmer(language) for language in ("english", "spanish")]


def plain_words(text: str) -> list[str]:
    """The words of a text, folded, in order: "EE. UU. y México" → ["eeuu", "y", "mexico"]."""
    folded = POSSESSIVE.sub("", fold(text.replace("º", " ").replace("ª", " ")))
    folded = PLURAL_LETTERS.sub(" eeuu ", folded)
    folded = DOTTED.sub(lambda found: f"{re.sub('[^a-z]', '', found[0])} ", folded)
    return [SHORT.get(word, word[:LONGEST]) for word in WORD.findall(folded)]


@lru_cache(maxsize=100_000)
def forms(word: str) -> tuple[str, ...]:
    """A word with all that it is found as: itself, its stems, its number."""
    found = [word]
    if number := numeral(word):
        found.append(number)
    elif not word.isdigit():
        found += [stem for stem in (one.stemWord(word) for one in STEMMERS) if len(stem) > 1]
    return tuple(dict.fromkeys(found))


def numeral(word: str) -> str:
    """The number that a word writes otherwise: "xxvii", "27th" and "27a" are "27"; else blank."""
    if ordinal := ORDINAL.fullmatch(word):
        return str(int(ordinal[1]))
    if len(word) > 1 and ROMAN.fullmatch(word):
        return str(roman(word))
    return ""


def roman(word: str) -> int:
    """The value of a Roman numeral."""
    values = [VALUES[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def terms(text: str) -> list[str]:
    """The terms under which a text is found, each once, in order."""
    return list(dict.fromkeys(term for word in plain_words(text) for term in forms(word)))
