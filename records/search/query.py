"""What a reader asks: its words, its typing errors mended, and the entries that answer."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Case, IntegerField, QuerySet, Value, When

from records.models import SearchEntry
from records.search.analysis import SMALL, forms, numeral, plain_words
from records.search.spelling import neighbours
from records.search.stores import Term, matching

MOST_WORDS = 12
TRIED = 8  # neighbours of a word that are tried


@dataclass
class Query:
    """A question as typed, the words by which it is answered, and those exchanged for them."""

    text: str
    words: list[str] = field(init=False)
    mended: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self.typed = plain_words(self.text)[:MOST_WORDS]
        self.words = [word for word in self.typed if word not in SMALL] or self.typed

    def __str__(self):
        return self.text

    def __bool__(self):
        return bool(self.text)

    @cached_property
    def answers(self) -> QuerySet:
        """The entries that have every word; typing errors are mended where nothing has them."""
        if self.words and not entries(self.words).exists():
            self.mend()
        return entries(self.words)

    def mend(self) -> None:
        """Exchange each word that nothing has for the one that was most likely meant."""
        for place, word in enumerate(self.words):
            if not entries([word]).exists() and (meant := self.likeliest(place, word)):
                self.mended[word] = self.words[place] = meant

    def likeliest(self, place: int, word: str) -> str:
        """Of the nearest words one that answers together with the others, or that occurs most."""
        ranked = []
        for apart, other in neighbours(word)[:TRIED]:
            found = entries([*self.words[:place], other, *self.words[place + 1 :]])
            number = entries([other]).count()
            ranked += [(apart, not found.exists(), -number, other)] if number else []
        return min(ranked)[-1] if ranked else ""

    @property
    def answered(self) -> str:
        """The question in the words that were answered."""
        return " ".join(self.mended.get(word, word) for word in self.typed)

    def ranked(self, found: QuerySet) -> QuerySet:
        """The entries, best first: those so called, so beginning, with the words in their names."""
        called = Case(
            When(keys__contains=f"\n{self.answered}\n", then=Value(0)),
            When(keys__contains=f"\n{self.answered} ", then=Value(1)),
            When(pk__in=matching(terms(self.words), "names"), then=Value(2)),
            default=Value(3),
            output_field=IntegerField(),
        )
        order = ("place", "-weight", "length", "keys", "table", "row")
        return found.annotate(place=called).order_by(*order)

    def without(self) -> list[tuple[str, int]]:
        """Each word that could be left out of a question that nothing answers, and what is left."""
        found = []
        for word in self.words if len(self.words) > 1 else ():
            rest = [one for one in self.words if one != word]
            if rest and (number := entries(rest).count()):
                found.append((" ".join(rest), number))
        return found


def entries(words: list[str]) -> QuerySet:
    """The entries in which every word occurs, in any of its forms or as the beginning of one."""
    if not words:
        return SearchEntry.objects.none()
    return SearchEntry.objects.filter(pk__in=matching(terms(words)))


def terms(words: list[str]) -> list[Term]:
    """The words as the store is asked for them."""
    return [term(word) for word in words]


def term(word: str) -> Term:
    """A word in all its forms, and as the beginning of a longer one if it is more than a letter."""
    opens = len(word) > 1 and not word.isdigit() and not numeral(word)
    return Term(forms(word)[1:], word) if opens else Term(forms(word))
