"""What one generated row is about, and the words that its columns share."""

from functools import cached_property
from random import Random

from records.generation.words import PAIRS, TOPICS

ROMAN = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")]

LAST_YEAR = 2025


def roman(number: int) -> str:
    """A number as meetings are counted: 14 → XIV."""
    text = ""
    for value, sign in [*ROMAN, (1, "I")]:
        text += sign * (number // value)
        number %= value
    return text


def initials(name: str) -> str:
    """The capitals of a name: Border Water Commission → BWC."""
    return "".join(word[0] for word in name.replace("–", " ").split() if word[0].isupper())


class Scene:
    """One row in the making: its number, its year, its topic, and all that is drawn for it."""

    def __init__(self, random: Random, number: int):
        self.random = random
        self.number = number
        self.year = 1900 + int(108 * random.random() ** 0.5)
        self.drawn: dict[str, tuple[str, str]] = {}

    def likely(self, chance: float) -> bool:
        return self.random.random() < chance

    def later(self, years: int = 12) -> int:
        """A year after those asked for before, up to that of the last rows."""
        self.year = min(LAST_YEAR, self.year + 1 + int(years * self.random.random()))
        return self.year

    @cached_property
    def words(self) -> dict:
        """What the texts of the row may name."""
        (topic, tema), (pair, par) = self.random.choice(TOPICS), self.random.choice(PAIRS)
        small = 1 + int(40 * self.random.random())
        return {
            "topic": topic,
            "tema": tema,
            "lower_topic": topic.lower(),
            "lower_tema": tema.lower(),
            "pair": pair,
            "par": par,
            "year": self.year,
            "month": 1 + self.number % 12,
            "day": 1 + self.number % 28,
            "number": 1 + int(400 * self.random.random()),
            "small": small,
            "more": small + 7,
            "roman": roman(small),
            "key": self.number,
        }

    def say(self, text: str) -> str:
        """A text with the words of the row in it."""
        return text.format_map(self.words) if "{" in text else text

    def name_it(self, english: str, spanish: str) -> tuple[str, str]:
        """The names of the row, from their patterns."""
        both = self.words
        here = both | {"topic": both["tema"], "pair": both["par"]}
        name, nombre = english.format_map(both), spanish.format_map(here)
        both |= {"initials": initials(name), "siglas": initials(nombre)}
        return name, nombre
