"""How the two databases keep terms and are asked for them; both give the same rows.

SQLite has an FTS5 table beside the entries, kept by triggers; PostgreSQL two GIN indexes over them.
"""

from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

from records.models import SearchEntry

TABLE = SearchEntry._meta.db_table
LEXEMES = "array_to_tsvector(string_to_array({column}, ' '))"


class Term:
    """One word of a question: what it may stand as, and what it may be the beginning of."""

    def __init__(self, exact: Iterable[str], opening: str = ""):
        self.exact, self.opening = tuple(exact), opening

    def fts5(self) -> str:
        found = [f'"{form}"' for form in self.exact]
        return " OR ".join(found + ([f'"{self.opening}"*'] if self.opening else []))

    def tsquery(self) -> str:
        found = [f"'{form}'" for form in self.exact]
        return " | ".join(found + ([f"'{self.opening}':*"] if self.opening else []))


def matching(terms: list[Term], column: str = "words"):
    """The primary keys of the entries whose column has every term, for `filter(pk__in=…)`."""
    if connection.vendor == "postgresql":
        asked = " & ".join(f"({term.tsquery()})" for term in terms)
        vector = LEXEMES.format(column=column)
        return RawSQL(f"SELECT id FROM {TABLE} WHERE {vector} @@ %s::tsquery", [asked])
    asked = " AND ".join(f"({column} : ({term.fts5()}))" for term in terms)
    return RawSQL("SELECT rowid FROM records_search WHERE records_search MATCH %s", [asked])
