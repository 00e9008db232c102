"""What must be true of published records and no row alone can say."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from records.models import Record
from records.tables import record_types, table_name


def unsupported() -> Iterator[str]:
    """A sentence for each published record that no citation supports."""
    for model in record_types():
        for slug in model.objects.published().filter(citations=None).values_list("slug", flat=True):
            message = _("%(table)s: %(slug)s is published without a citation.")
            yield message % {"table": table_name(model), "slug": slug}


def lacking(record: Record) -> list[str]:
    """What a record still lacks before it can be published, as sentences.

    Its names and spans are rules of the tables; here stands what only several rows can say.
    """
    if record.citations.exists():
        return []
    return [_("No source is cited: add at least one citation.")]
