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
        links = links.filter(**self.only).select_related(*self.far_keys(queryset.model))
        return queryset.prefetch_related(Prefetch(self.relation, links, to_attr=self.attribute()))

    def far_keys(self, model: type[Record]) -> list[str]:
        """All keys at the far side of the link, of which the column shows some."""
        relation = model._meta.get_field(self.relation)
        return [name for name in relation.related_model.SEEN_FROM if name != relation.field.name]

    def slugs(self, record: Record) -> set[str]:
        """The slugs at all far ends, with which claims about the link are compared."""
        keys = self.far_keys(type(record))
        found = (getattr(link, key) for link in getattr(record, self.attribute()) for key in keys)
        return {end.slug for end in found if end is not None}

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
    return {column.relation: column.slugs(record) for column in joined.values() if not column.only}
