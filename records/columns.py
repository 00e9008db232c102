"""Joined columns: what hangs on a record by links, in one cell of a list or of a file."""

from django.db.models import Prefetch, QuerySet

from records.models import Record


class Joined:
    """The records or places at the far ends of a kind of link: `Joined("venues", "jurisdiction")`.

    Only links whose both ends are published count.
    """

    def __init__(self, relation: str, *ends: str, **only):
        self.relation, self.ends, self.only = relation, ends, only

    def attribute(self) -> str:
        """Where the links of a record are kept after `fetch`."""
        return f"joined_{self.relation}_{'_'.join(self.ends)}"

    def fetch(self, queryset: QuerySet) -> QuerySet:
        """The queryset with the links of every row, in one query more."""
        links = queryset.model._meta.get_field(self.relation).related_model.objects.published()
        links = links.filter(**self.only).select_related(*self.ends)
        return queryset.prefetch_related(Prefetch(self.relation, links, to_attr=self.attribute()))

    def of(self, record: Record) -> list:
        """The far ends of the record's links, each once."""
        links = getattr(record, self.attribute())
        found = (getattr(link, end) for link in links for end in self.ends)
        return list(dict.fromkeys(end for end in found if end is not None))

    def cell(self, record: Record) -> str:
        """The slugs of the far ends, in order, with | between."""
        return "|".join(sorted(end.slug for end in self.of(record)))


def held_ends(record: Record, joined: dict[str, Joined]) -> dict[str, set[str]]:
    """By link, the slugs at its far ends, as claims are compared with them."""
    return {column.relation: {end.slug for end in column.of(record)} for column in joined.values()}
