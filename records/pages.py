"""Record pages: facts with numbered notes, conflicts side by side, links from both ends."""

from dataclasses import dataclass, field

from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views import View

from records import citing
from records.claims import Conflict, conflicts, in_words, named
from records.dates import span_words, words
from records.fields import EdtfField
from records.linkrows import LinkRow, details, far_ends, link_order, when
from records.models import Citation, Publication, Record, Redirect, Statement
from records.notes import Note, Notes, unique

# Choices that stand for the absence of a statement.
SAYS_NOTHING = {"unknown", "unstated"}
# What is kept in two languages is called by neither on a page.
LABELS = {"rests_on": gettext_lazy("rests on"), "unit": gettext_lazy("unit")}
LABELS["note"] = gettext_lazy("note")


@dataclass
class Claim:
    """What one source says against, or for, what the record holds."""

    words: str
    target: models.Model | None
    notes: list[Note]
    reason: str = ""
    as_of: str = ""


@dataclass
class Fact:
    """A label, its value in words, its notes, and the claims of sources that disagree."""

    name: str
    label: str
    value: str
    notes: list[Note]
    target: models.Model | None = None
    others: list[Claim] = field(default_factory=list)
    followed: list[Claim] = field(default_factory=list)


@dataclass
class LinkGroup:
    """The links of one kind, under one heading."""

    name: str
    heading: str
    rows: list[LinkRow] = field(default_factory=list)
    others: list[Claim] = field(default_factory=list)
    followed: list[Claim] = field(default_factory=list)
    remark: str = ""

    @property
    def label(self) -> str:
        """The heading, where the links stand among the facts."""
        return self.heading

    @property
    def plain(self) -> bool:
        """Whether the rows say no more than what they lead to, and fit in one line."""
        rows = self.rows
        return not any(row.details or row.when or row.disputed or row.remark for row in rows)

    @property
    def dated(self) -> bool:
        """Whether any row has a date, of the link or of what it leads to."""
        return any(row.when or any(map(has_time, row.ends)) for row in self.rows)


@dataclass(frozen=True)
class Span:
    """Two dates that are read as one fact: Span(_("when"), "start", "end").

    With `one_day`, a blank end means the day of the start, as for meetings.
    """

    label: str
    start: str
    end: str
    one_day: bool = False


class RecordPage(View):
    """One published record; a subclass names its `facts`, in the order in which they are read.

    A fact is a column, a span or a kind of link (`venues`); links not among the facts follow as
    groups. `kinds` are the columns that the line above the title says.
    """

    model = None
    facts: tuple[str | Span, ...] = ()
    kinds: tuple[str, ...] = ()
    template = "records/record.html"
    cited_as = ""  # the format of the reference that is asked for, in place of the page
    drafts = False  # whether it shows what readers cannot see, as the preview of a draft does

    def get(self, request, slug):
        record = self.queryset().filter(slug=slug).first()
        if record is None:
            return self.gone(request, slug)
        self.record, self.notes = record, Notes()
        if self.cited_as:
            return self.as_reference()
        return render(request, self.template, self.context())

    def as_reference(self) -> HttpResponse:
        """The record as citation managers take it."""
        address = self.request.build_absolute_uri(self.record.get_absolute_url())
        text = citing.written(self.record, address, self.cited_as)
        response = HttpResponse(text, content_type=citing.FORMATS[self.cited_as])
        name = f"{self.record.slug}.{self.cited_as}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def references(self) -> list[tuple[str, str]]:
        """The formats in which the record can be cited, each with its address."""
        names = {"json": "CSL-JSON", "bib": "BibTeX", "ris": "RIS"}
        return [
            (names[kind], f"{self.record.get_absolute_url()}cite.{kind}") for kind in citing.FORMATS
        ]

    def queryset(self) -> QuerySet:
        """The records that have a page, with the records they name."""
        names = [column.name for column in self.model._meta.fields if column.is_relation]
        return self.shown(self.model.objects).select_related(*names)

    def shown(self, rows) -> QuerySet:
        """Of the rows of a table, those that the page shows."""
        return rows.all() if self.drafts else rows.published()

    def gone(self, request, slug: str) -> HttpResponse:
        """A redirect for an old address, 410 with the reason for a withdrawn record, or 404."""
        moved = Redirect.objects.filter(table=self.model.PATH, old=slug).first()
        record = self.model.objects.filter(slug=moved.new if moved else slug).first()
        if moved and record and record.is_published:
            return redirect(record, permanent=True)
        if record is None or record.publication != Publication.WITHDRAWN:
            raise Http404(_("No record has this address."))
        first, second = record.withdrawn_why_en, record.withdrawn_why_es
        reason = (second or first) if get_language() == "es" else (first or second)
        return render(request, "410.html", {"reason": reason}, status=410)

    def context(self) -> dict:
        own = self.record.citations.all() if self.drafts else self.record.citations.visible()
        citations = list(own.select_related("source", "via", "topic"))
        links = {relation: self.links(relation) for relation in self.model.link_relations()}
        held = held_by(links)
        found = conflicts(self.record, citations, held)
        rows = named(self.model, citations)
        # Notes are numbered as they are called for, so this is the order of the page.
        self.whole = [one for one in citations if not one.about and not one.topic_id]
        by_name = {relation.get_accessor_name(): relation for relation in links}
        whole_notes = self.notes.cite([*self.whole, *self.unsaid(citations, found, held)])
        facts = [
            self.group(by_name[name], links[by_name[name]], citations, found, rows)
            if name in by_name
            else self.fact(name, citations, found, rows)
            for name in [*self.facts, *self.disputed_besides(found, by_name)]
        ]
        topics = self.topics(citations)
        rest = [relation for name, relation in by_name.items() if name not in self.facts]
        groups = [
            self.group(relation, links[relation], citations, found, rows) for relation in rest
        ]
        return {
            "view": self,
            "record": self.record,
            "kind": self.model._meta,
            "kind_line": self.kind_line(),
            "places_address": places_address(self.model),
            "whole_notes": whole_notes,
            "facts": [one for one in facts if one],
            "groups": [group for group in groups if group],
            "related": self.related(),
            "topics": topics,
            "disputed": bool(found),
            "notes": self.notes,
        }

    def disputed_besides(self, found: dict[str, Conflict], links) -> list[str]:
        """The columns beside the facts on which sources disagree, such as the name."""
        said = {column for name in self.facts if name not in links for column in self.columns(name)}
        return [name for name in found if name not in said and name not in links]

    def unsaid(self, citations: list[Citation], found, held: dict[str, set[str]]) -> list[Citation]:
        """Support for what stands in the head or summary, or for no more than a blank."""
        said = {*found, *(name for name, slugs in held.items() if slugs)}
        for fact in self.facts:
            if fact not in held and any(map(self.value, columns := self.columns(fact))):
                said |= set(columns)
        return [one for one in citations if one.about and one.about not in said]

    def kind_line(self) -> list[tuple[str, str]]:
        """What sort of record it is, in words, with the list of all such records."""
        path = reverse(f"{self.model.PATH}-list")
        said = [(name, getattr(self.record, name), self.value(name)) for name in self.kinds]
        return [(words, f"{path}?{name}={value}") for name, value, words in said if words]

    def fact(self, name, citations, found: dict[str, Conflict], rows) -> Fact | None:
        """A fact, or None where the record does not state it."""
        names = self.columns(name)
        value = self.span(name) if isinstance(name, Span) else self.value(names[0])
        own = [one for one in citations if one.about in names]
        against = [found[one] for one in names if one in found]
        if not value and not against:
            return None
        disputing = [citation for conflict in against for citation in conflict.others]
        followed = [citation for conflict in against for citation in conflict.followed]
        support = [one for one in own if one not in disputing] or self.whole
        fact = Fact(names[0], self.label(name), value, self.notes.cite(support))
        column = self.model._meta.get_field(names[0])
        fact.target = getattr(self.record, names[0]) if column.is_relation and value else None
        fact.others = [self.claim(one, rows) for one in disputing]
        fact.followed = [self.claim(one, rows) for one in followed]
        return fact

    def columns(self, name: str | Span) -> tuple[str, ...]:
        """The columns behind a fact."""
        if isinstance(name, Span):
            return name.start, name.end
        return (localized(self.model, name),)

    def label(self, name: str | Span) -> str:
        if isinstance(name, Span):
            return capfirst(name.label)
        own = (
            LABELS.get(name) or self.model._meta.get_field(localized(self.model, name)).verbose_name
        )
        return capfirst(own)

    def span(self, span: Span) -> str:
        start, end = getattr(self.record, span.start), getattr(self.record, span.end)
        end = end or (start if span.one_day else "")
        return span_words(start, end, goes_on=self.record.goes_on()) if start or end else ""

    def value(self, name: str) -> str:
        """A column of the record in words; blank where it says nothing."""
        column = self.model._meta.get_field(name)
        value = getattr(self.record, name)
        if isinstance(value, Record) and not (value.is_published or self.drafts):
            return ""
        if isinstance(column, models.BooleanField):
            return _("yes") if value else ""
        if isinstance(column, EdtfField):
            return words(value)
        if column.choices:
            unsaid = value in SAYS_NOTHING
            return "" if unsaid else str(getattr(self.record, f"get_{name}_display")())
        return "" if value is None else str(value)

    def claim(self, citation: Citation, rows) -> Claim:
        """A claim in words, with its note and the reason why it is followed or not."""
        target = rows.get((citation.about, citation.value))
        reason = citation.note_es if get_language() == "es" else citation.note_en
        notes = self.notes.cite([citation])
        text = target.name if target is not None else in_words(citation)
        return Claim(text, target, notes, reason, words(citation.as_of))

    def links(self, relation) -> list[Statement]:
        """The record's links of one kind by time, in one query."""
        model, near = relation.related_model, relation.field.name
        keys = [column for column in model._meta.fields if column.is_relation]
        ends = [column.name for column in keys]
        ends += [
            f"{column.name}__parent" for column in keys if hasattr(column.related_model, "places")
        ]
        links = self.shown(model.objects).filter(**{near: self.record}).select_related(*ends)
        return sorted(links, key=link_order(near))

    def group(self, relation, links: list[Statement], citations, found: dict[str, Conflict], rows):
        """The links under their heading, with the claims of sources that disagree."""
        name, near = relation.get_accessor_name(), relation.field.name
        group = LinkGroup(name, str(relation.related_model.SEEN_FROM[near]))
        own = [one for one in citations if one.about == name and name not in found]
        group.rows = [self.link_row(link, near, own) for link in links]
        group.remark = shared_remark(group.rows)
        if name in found:
            group.others = [self.claim(one, rows) for one in found[name].others]
            group.followed = [self.claim(one, rows) for one in found[name].followed]
        return group if group.rows or group.others else None

    def link_row(self, link: Statement, near: str, citations: list[Citation]) -> LinkRow:
        ends = far_ends(link, near)
        named = {"", *(end.slug for end in ends)}
        own = self.notes.add(link.source, link.locator, link.via, link.via_locator)
        support = self.notes.cite([one for one in citations if one.value in named])
        against = self.notes.add(link.disputed_by, link.disputed_locator)
        return LinkRow(
            link=link,
            ends=ends,
            details=details(link, near),
            when=when(link),
            notes=unique([own, *support] if own else support),
            disputed=[against] if against else [],
            remark=link.note_es if get_language() == "es" else link.note_en,
        )

    def related(self) -> list[tuple[str, list]]:
        """Records that name this one in a column, such as the indicators of a basket."""
        found = []
        for relation in self.model._meta.related_objects:
            if issubclass(relation.related_model, Record):
                rows = self.shown(relation.related_model.objects).by_name()
                rows = list(rows.filter(**{relation.field.name: self.record}))
                heading = capfirst(relation.related_model._meta.verbose_name_plural)
                found += [(heading, rows)] if rows else []
        return found

    def topics(self, citations: list[Citation]) -> list[tuple[str, list[Claim]]]:
        """The claims on matters that no column holds, by topic."""
        topics: dict = {}
        for citation in citations:
            if citation.topic_id:
                topics.setdefault(citation.topic, []).append(self.claim(citation, {}))
        return [(capfirst(topic.name), claims) for topic, claims in topics.items()]


def shared_remark(rows: list[LinkRow]) -> str:
    """What all of several rows remark, taken from them to be said once."""
    said = {row.remark for row in rows}
    if len(rows) < 2 or len(said) > 1:
        return ""
    for row in rows:
        row.remark = ""
    return said.pop()


def has_time(end) -> bool:
    """Whether the end of a link is a record with dates of its own."""
    return isinstance(end, Record) and any(end.lifespan())


def places_address(model: type[Record]) -> str:
    """The list of the kind, ready for the slug of a place; blank where places do not narrow it."""
    path = reverse(f"{model.PATH}-list")
    facets = resolve(path).func.view_class.facets
    return f"{path}?jurisdiction=" if any(one.name == "jurisdiction" for one in facets) else ""


def localized(model: type[Record], name: str) -> str:
    """The column itself, or the one of a pair such as `unit_en` and `unit_es`."""
    columns = {column.name for column in model._meta.fields}
    if name in columns:
        return name
    return f"{name}_es" if get_language() == "es" else f"{name}_en"


def held_by(links: dict) -> dict[str, set[str]]:
    """By link, the slugs at its far ends, as claims are compared with them."""
    return {
        relation.get_accessor_name(): {
            end.slug for link in rows for end in far_ends(link, relation.field.name)
        }
        for relation, rows in links.items()
    }
