"""The list and the pages of sources."""

import re

from django.conf import settings
from django.db.models import F, Q
from django.shortcuts import get_object_or_404, render
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from records import filters
from records.lists import RecordList
from records.models import Source
from records.pages import RecordPage, localized
from records.resources import resource_for
from records.tables import citation_types, statement_types


class SourceList(RecordList):
    """Every source, cited or not: a bibliography holds no drafts."""

    model = Source
    facets = filters.SOURCES
    sorts = {
        "name": _("author and title"),
        "date": _("oldest first"),
        "-date": _("newest first"),
    }
    row_facts = ("type",)

    def order(self, found):
        if self.sort == "date":
            return found.order_by(F("issued_earliest").asc(nulls_last=True), "sort_en", "pk")
        if self.sort == "-date":
            return found.order_by(F("issued_earliest").desc(nulls_last=True), "sort_en", "pk")
        return found.by_name()

    def fetch(self, found):
        return found

    def row(self, record):
        record.claims = []
        return super().row(record)

    def headers(self):
        return resource_for(Source)().get_export_headers()

    def lines(self, records):
        return resource_for(Source)().export_rows(records)


class SourcePage(RecordPage):
    """A source and all that stands on it."""

    model = Source
    facts = (
        "authors",
        "type",
        "issued",
        "container",
        "volume",
        "number",
        "pages",
        "publisher",
        "language",
        "accessed",
        "doi",
        "note",
    )
    kinds = ("type",)
    template = "records/source.html"

    def get(self, request, slug):
        self.record = get_object_or_404(Source, slug=slug)
        if self.cited_as:
            return self.as_reference()
        return render(request, self.template, self.context())

    def context(self):
        found = [(self.label(name), self.value(localized(Source, name))) for name in self.facts]
        return {
            "view": self,
            "record": self.record,
            "kind": Source._meta,
            "kind_line": self.kind_line(),
            "facts": [(label, value.replace("|", "; ")) for label, value in found if value],
            "cited_by": self.cited_by(),
            "links": self.links(),
        }

    def value(self, name):
        """A column in words; the languages by name: "English|Spanish"."""
        text = super().value(name)
        if name != "language":
            return text
        names = dict(settings.LANGUAGES)
        return "|".join(str(names.get(code.strip(), code)) for code in text.split("|"))

    def cited_by(self) -> list[tuple[str, list]]:
        """The records that name the source, with the parts they name, by kind: a query each."""
        named = Q(source=self.record) | Q(via=self.record)
        found, key = [], f"sort_{'es' if get_language() == 'es' else 'en'}"
        for model in citation_types():
            rows = model.objects.published().filter(named).select_related("record", "topic")
            rows = sorted(rows, key=lambda one: (getattr(one.record, key), one.record.pk))
            heading = model._meta.get_field("record").related_model._meta.verbose_name_plural
            found += [(capfirst(heading), by_record(rows))] if rows else []
        return found

    def links(self) -> list[tuple[str, list]]:
        """The links that the source states or disputes, by kind: a query each."""
        named = Q(source=self.record) | Q(via=self.record) | Q(disputed_by=self.record)
        found = []
        for model in statement_types():
            ends = list(model.SEEN_FROM)
            rows = list(
                model.objects.published().filter(named).select_related(*ends).order_by("pk")
            )
            for row in rows:
                row.ends = [end for end in (getattr(row, name) for name in ends) if end]
            found += [(capfirst(model._meta.verbose_name_plural), rows)] if rows else []
        return found


def by_record(citations: list) -> list[tuple]:
    """Each record once, with all the parts of the source that its citations name."""
    found: dict = {}
    for citation in citations:
        found.setdefault(citation.record, {})[citation.locator] = None
    return [
        (record, "; ".join(sorted(filter(None, parts), key=in_order)))
        for record, parts in found.items()
    ]


def in_order(locator: str) -> list[tuple[str, int]]:
    """A key that puts p. 9 before p. 10."""
    return [(text, int(number or 0)) for text, number in re.findall(r"(\D*)(\d*)", locator)]
