"""Slugs for the lines of a sheet that give none: new rows, named after their English name."""

from django.utils.translation import gettext as _

from records.cells import unguard
from records.models import Keyed
from records.text import fold, slug_words

COLUMNS = ("name_en", "name_es")


class Slugs:
    """The slugs and names that are taken, in the table and so far in the sheet."""

    def __init__(self, model: type[Keyed]):
        self.slugs: set[str] = set()
        self.named: dict[str, str] = {}
        for slug, *names in model._base_manager.values_list("slug", *COLUMNS):
            self.slugs.add(slug)
            self.named |= {fold(name): slug for name in names if name}

    def reserve(self, slugs) -> None:
        """Keep the slugs that other lines of the sheet give."""
        self.slugs |= set(slugs)

    def make(self, line: dict[str, str]) -> str:
        """A free slug for a line, or a ValueError if what it names is there already."""
        names = [unguard(line.get(name, "")).strip() for name in COLUMNS]
        for name in filter(None, names):
            if taken := self.named.get(fold(name)):
                message = _(
                    "“%(name)s” is there already as %(slug)s. Give its slug to change it, or a "
                    "slug of your own for another one of that name."
                )
                raise ValueError(message % {"name": name, "slug": taken})
        wish = slug_words(next(filter(None, names), "")) or "unnamed"
        slug, number = wish, 2
        while slug in self.slugs:
            slug, number = f"{wish}-{number}", number + 1
        self.slugs.add(slug)
        self.named |= {fold(name): slug for name in names if name}
        return slug
