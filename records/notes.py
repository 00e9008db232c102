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
    via_locator: str = ""


class Notes:
    """The notes of a page, numbered in the order in which facts call for them."""

    def __init__(self):
        self.by_key: dict[tuple, Note] = {}

    def add(self, source: Source | None, locator: str, via=None, there: str = "") -> Note | None:
        """The note for a part of a source, and of the one that quotes it; each keeps its number."""
        if source is None:
            return None
        key = (source.pk, locator, via and via.pk, there)
        note = Note(len(self.by_key) + 1, source, locator, via, there)
        return self.by_key.setdefault(key, note)

    def cite(self, citations: list[Citation]) -> list[Note]:
        """The notes of citations, each once."""
        found = [self.add(one.source, one.locator, one.via, one.via_locator) for one in citations]
        return unique(found)

    def __iter__(self):
        return iter(self.by_key.values())


def unique(notes: list[Note]) -> list[Note]:
    """Each note once, by number."""
    return sorted({note.number: note for note in notes}.values(), key=lambda note: note.number)
