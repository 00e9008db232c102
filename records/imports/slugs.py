"""Slugs for the lines of a sheet that give none: new rows, named after their English name."""

from django.utils.translation import gettext as _

from records.cells import unguard
from records.models import Keyed
from records.text import fold, slug_words

COLUMNS = ("name_en", "name_es")


class Slugs:
    """The slugs and names that are taken, in the table and so far in the sheet.

    `named` gives the slug of a name in the table, `seen` the line of one in the sheet.
    """

    def __init__(self, model: type[Keyed]):
        self.slugs: set[str] = set()
        self.named: dict[str, str] = {}
        self.seen: dict[str, int] = {}
        for slug, *names in model._base_manager.values_list("slug", *COLUMNS):
            self.slugs.add(slug)
            self.named |= {fold(name): slug for name in names if name}

    def reserve(self, slugs) -> None:
        """Keep the slugs that other lines of the sheet give."""
        self.slugs |= set(slugs)

    def make(self, line: dict[str, str]) -> str:
        """A free slug for a line."""
        names = names_of(line)
        wish = slug_words(next(iter(names), "")) or "unnamed"
        slug, number = wish, 2
        while slug in self.slugs:
            slug, number = f"{wish}-{number}", number + 1
        self.slugs.add(slug)
        return slug

    def double(self, number: int, line: dict[str, str]) -> str:
        """Which row has the name of this line already, as a sentence; blank if none has."""
        names = {fold(name): name for name in names_of(line)}
        for folded, name in names.items():
            if slug := self.named.get(folded):
                message = _(
                    "“%(name)s” is there already as %(slug)s. Give its slug to change it, or a "
                    "slug of your own for another one of that name."
                )
                return message % {"name": name, "slug": slug}
            if first := self.seen.get(folded):
                message = _(
                    "“%(name)s” stands in row %(first)s too. If these are two, give each a slug."
                )
                return message % {"name": name, "first": first}
        self.seen |= dict.fromkeys(names, number)
        return ""


def names_of(line: dict[str, str]) -> list[str]:
    """The names that a line gives, the English one first."""
    return [name for one in COLUMNS if (name := unguard(line.get(one, "")).strip())]
