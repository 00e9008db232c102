"""Numbered notes: the sources of a page, in the order in which its facts call for them."""

from dataclasses import dataclass

from records.models import Citation, Source


@dataclass
class Note:
    """A numbered note: a source and the part of it, once a page."""

    number: int
    source: Source
    locator: str
    via: Source | None = None


class Notes:
    """The notes of a page, numbered in the order in which facts call for them."""

    def __init__(self):
        self.by_key: dict[tuple, Note] = {}

    def add(self, source: Source | None, locator: str, via: Source | None = None) -> Note | None:
        """The note for the source and locator; the same pair keeps its number."""
        if source is None:
            return None
        key = (source.pk, locator, via and via.pk)
        return self.by_key.setdefault(key, Note(len(self.by_key) + 1, source, locator, via))

    def cite(self, citations: list[Citation]) -> list[Note]:
        """The notes of citations, each once."""
        found = [self.add(one.source, one.locator, one.via) for one in citations]
        return unique(found)

    def __iter__(self):
        return iter(self.by_key.values())


def unique(notes: list[Note]) -> list[Note]:
    """Each note once, by number."""
    return sorted({note.number: note for note in notes}.values(), key=lambda note: note.number)
