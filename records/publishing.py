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

    That spans are in order is a constraint of the tables, so it need not be asked again.
    """
    found = []
    if not record.name_en:
        found.append(_("The name in English is missing."))
    if not record.name_es:
        found.append(_("The name in Spanish is missing."))
    if not record.citations.exists():
        found.append(_("No source is cited: add at least one citation."))
    return found
