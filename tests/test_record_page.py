"""The page of a record: facts with numbered notes, conflicts side by side, links both ways."""

import re

import pytest

from baskets.models import Observation, Spillover
from events.models import Convening, Outcome, Venue
from institutions.models import Affiliation, Mandate, Membership, Responsibility, Succession
from records.fields import EdtfField
from records.models import Record, Topic
from records.tables import record_types, statement_types, table_name
from tests.factories import (
    cite,
    make,
    make_agreement,
    make_basket,
    make_indicator,
    make_institution,
    make_issue,
    make_jurisdiction,
    make_link,
    make_meeting,
    make_report,
    make_source,
)
from tests.reading import Page, read

pytestmark = pytest.mark.django_db
every_record_type = pytest.mark.parametrize("model", record_types(), ids=table_name)


def page_of(client, record) -> Page:
    return read(client, record.get_absolute_url())


def notes_of(page: Page) -> list[str]:
    """The numbers of the notes that the page has, in their order."""
    return re.findall(r'id="note-(\d+)"', page.html)


def marks_of(page: Page) -> list[str]:
    """The notes that the page calls for, in the order of reading."""
    return [link.removeprefix("#note-") for link in page.links if link.startswith("#note-")]


def test_the_facts_of_an_institution_are_said_in_words(client):
    body = make_institution(kind="bank", reach="binational", founded="1993-11", ending="ongoing")
    text = page_of(client, body).text
    assert "bank" in text and "binational" in text and "November 1993" in text
    spanish = read(client, f"/es/institutions/{body.slug}/").text
    assert "banco" in spanish and "noviembre de 1993" in spanish


def test_what_is_not_known_is_not_said(client):
    text = page_of(client, make_institution(ending="unknown", founded="", last_evidence="")).text
    assert "not known" not in text and "Founded" not in text


def test_notes_are_numbered_from_one_in_the_order_in_which_they_are_called_for(client):
    body = make_institution(summary_en="A body.", founded="1990", ended="1994")
    for about in ("ended", "", "founded"):
        cite(body, about=about, locator=f"p. {about}")
    page = page_of(client, body)
    numbers = [str(number) for number in range(1, len(notes_of(page)) + 1)]
    assert notes_of(page) == numbers == list(dict.fromkeys(marks_of(page)))


def test_the_same_part_of_a_source_is_one_note_and_another_part_another(client):
    body, source = make_institution(summary_en="A body.", founded="1990"), make_source()
    cite(body, source=source, locator="p. 1")
    cite(body, source=source, locator="p. 1", about="founded")
    assert len(notes_of(page_of(client, body))) == 1
    cite(body, source=source, locator="p. 2", about="founded")
    assert len(notes_of(page_of(client, body))) == 2


def test_a_note_names_the_source_the_part_and_who_quotes_it_and_leads_to_both(client):
    source = make_source(authors="Pastor, Robert A.", issued="2008")
    via = make_source(title="The chapter")
    body = make_institution()
    cite(body, source=source, locator="p. 11", via=via)
    page = page_of(client, body)
    assert "Pastor 2008" in page.text and "p. 11" in page.text and "The chapter" in page.text
    assert {source.get_absolute_url(), via.get_absolute_url()} <= set(page.links)


def test_a_claim_that_contradicts_a_fact_stands_beside_it_with_reason_and_source(client):
    body = make_institution(founded="1980-06-26")
    against = make_source(title="Against")
    cite(body, about="founded", value="1980", note_en="Agrees.")
    cite(body, about="founded", value="1975-03", source=against, note_en="Counts the first talk.")
    page = page_of(client, body)
    assert "26 June 1980" in page.text and "March 1975" in page.text
    assert "Counts the first talk." in page.text and "sources disagree" in page.text
    assert against.get_absolute_url() in page.links


def test_a_coarser_date_supports_a_finer_one(client):
    body = make_institution(founded="1986-08-24")
    cite(body, about="founded", value="1986")
    assert "sources disagree" not in page_of(client, body).text


def test_the_reason_is_given_in_the_language_of_the_page(client):
    body = make_institution(founded="1980")
    cite(body, about="founded", value="1975", note_en="The reason.", note_es="El motivo.")
    spanish = read(client, f"/es/institutions/{body.slug}/").text
    assert "El motivo." in spanish and "The reason." not in spanish


def test_a_claim_that_is_no_date_is_shown_as_it_stands(client):
    body = make_institution(founded="1980")
    cite(body, about="founded", value="the eighties")
    assert "the eighties" in page_of(client, body).text


def test_a_claim_of_another_place_is_shown_by_its_name(client):
    meeting = make_meeting()
    make_link(Venue, meeting=meeting, jurisdiction=make_jurisdiction(slug="juarez"))
    other = make_jurisdiction(slug="casas", name_en="Nuevo Casas Grandes")
    cite(meeting, about="venues", value=other.slug)
    page = page_of(client, meeting)
    assert "Nuevo Casas Grandes" in page.text and "sources disagree" in page.text


def test_a_claim_that_agrees_with_a_link_is_no_conflict(client):
    meeting = make_meeting()
    make_link(Venue, meeting=meeting, jurisdiction=make_jurisdiction(slug="juarez"))
    cite(meeting, about="venues", value="juarez")
    assert "sources disagree" not in page_of(client, meeting).text


def other_value(record: Record, name: str) -> str:
    """A value that contradicts what the record holds in a column; blank where none can."""
    field = record._meta.get_field(name)
    if isinstance(field, EdtfField):
        setattr(record, name, "1990")
        return "1881-03"
    if field.is_relation or field.get_internal_type() == "BooleanField":
        return ""
    if field.choices:
        return next(value for value, _label in field.choices if value != getattr(record, name))
    setattr(record, name, "7")
    return "8888"


@every_record_type
def test_a_conflict_about_any_column_is_shown_with_its_source(client, model):
    for name in model.fact_names():
        record = make(model)
        value, against = other_value(record, name), make_source()
        record.save()
        if value:
            cite(record, about=name, value=value, source=against)
            page = page_of(client, record)
            assert "sources disagree" in page.text, name
            assert against.get_absolute_url() in page.links, name


@every_record_type
def test_every_source_of_a_record_is_among_its_notes(client, model):
    record = make(model)
    sources = [
        cite(record, about=about).source for about in ["", *model.fact_names(), *model.link_names()]
    ]
    links = page_of(client, record).links
    assert [one.slug for one in sources if one.get_absolute_url() not in links] == []


def test_topics_are_shown_with_all_claims_and_their_dates(client):
    body, topic = make_institution(), make(Topic, name_en="number of working groups")
    for number, year in [("10", "1996"), ("12", "2000")]:
        cite(body, topic=topic, value=number, as_of=year)
    text = page_of(client, body).text
    assert "Number of working groups" in text
    assert all(word in text for word in ("10", "1996", "12", "2000"))


def test_our_translation_of_a_name_is_marked(client):
    body = make_institution(name_es_ours=True)
    assert "our translation" not in page_of(client, body).text
    assert "traducción" in read(client, f"/es/institutions/{body.slug}/").text


def test_what_the_curators_derived_is_marked(client):
    assert "derived by the curators" in page_of(client, make_issue(confidence="derived")).text
    assert "derived by the curators" not in page_of(client, make_issue()).text


def test_classes_and_comparators_are_marked(client):
    text = page_of(client, make_institution(is_class=True, comparator=True)).text
    assert "not counted as one" in text and "for comparison only" in text


@pytest.mark.parametrize("model", statement_types(), ids=table_name)
def test_a_link_is_shown_on_the_pages_of_both_ends_with_its_note(client, model):
    keys = {name: model._meta.get_field(name).related_model for name in model.SEEN_FROM}
    ends = {name: make(table) for name, table in keys.items() if not is_optional(model, name)}
    link = make_link(model, source=make_source(), note_en="As they say.", **ends)
    far = [getattr(link, name) for name in model.SEEN_FROM if getattr(link, name)]
    for record in [end for end in far if isinstance(end, Record)]:
        page = page_of(client, record)
        assert "As they say." in page.text and link.source.get_absolute_url() in page.links
        others = [end for end in far if end is not record]
        assert all(end.name in page.text for end in others)
        assert all(
            end.get_absolute_url() in page.links for end in others if isinstance(end, Record)
        )


def is_optional(model, name: str) -> bool:
    return model._meta.get_field(name).null


def test_a_link_says_when_it_held_and_what_it_was(client):
    body, member = make_institution(), make_institution()
    make_link(Membership, body=body, member=member, role="chair", start="1994-02", end="2001")
    for record in (body, member):
        text = page_of(client, record).text
        assert "February 1994" in text and "2001" in text and "chair" in text


def test_links_are_read_from_each_side_by_their_own_heading(client):
    agreement, body = make_agreement(), make_institution()
    make_link(Mandate, agreement=agreement, institution=body, kind="creates")
    assert "Rests on" in page_of(client, body).text
    assert "Institutions it rules" in page_of(client, agreement).text


def test_what_became_of_a_body_is_read_from_both(client):
    old, new = make_institution(), make_institution()
    make_link(Succession, predecessor=old, successor=new, kind="absorbed")
    assert "Succeeded by" in page_of(client, old).text
    assert "Successor of" in page_of(client, new).text


def test_a_disputed_link_names_the_source_that_disputes_it(client):
    body = make_institution()
    doubter = make_source(title="The doubter")
    make_link(Affiliation, institution=body, disputed_by=doubter, disputed_locator="p. 3")
    page = page_of(client, body)
    assert "disputed by" in page.text and "The doubter" in page.text and "p. 3" in page.text


def test_links_are_in_the_order_of_time(client):
    body = make_institution()
    for start, name in [("2001", "Third"), ("1980", "First"), ("1994", "Second")]:
        meeting = make_meeting(start=start, name_en=name)
        make_link(Convening, institution=body, meeting=meeting)
    text = page_of(client, body).text
    assert text.index("First") < text.index("Second") < text.index("Third")


def test_a_link_to_a_draft_is_on_no_page(client):
    body, draft = make_institution(), make_basket(name_en="Secret", publication="draft")
    make_link(Responsibility, institution=body, basket=draft, note_en="Hush.")
    text = page_of(client, body).text
    assert "Secret" not in text and "Hush." not in text


def test_a_meeting_names_the_ones_before_and_after_it_in_its_series(client):
    body = make_institution()
    meetings = [make_meeting(start=str(year)) for year in (1980, 1981, 1982)]
    for ordinal, meeting in enumerate(meetings, 1):
        make_link(Convening, institution=body, meeting=meeting, ordinal=ordinal)
    links = page_of(client, meetings[1]).links
    assert {meetings[0].get_absolute_url(), meetings[2].get_absolute_url()} <= set(links)


def test_a_column_that_leads_to_a_record_is_a_link_and_seen_from_there(client):
    agreement = make_agreement()
    report = make_report(agreement=agreement)
    assert agreement.get_absolute_url() in page_of(client, report).links
    assert report.get_absolute_url() in page_of(client, agreement).links
    basket = make_basket()
    indicator = make_indicator(basket=basket)
    assert indicator.get_absolute_url() in page_of(client, basket).links


def test_outcomes_and_issues_lead_to_each_other(client):
    meeting, report = make_meeting(), make_report()
    make_link(Outcome, meeting=meeting, report=report)
    assert report.get_absolute_url() in page_of(client, meeting).links
    assert meeting.get_absolute_url() in page_of(client, report).links
    link = make_link(Spillover, perspective="mexico")
    assert "Mexico only" in page_of(client, link.issue).text


def test_texts_are_escaped(client):
    body = make_institution(name_en="<b>Bold</b> & Co", summary_en='<script>alert("x")</script>')
    cite(body, about="founded", value="<i>1980</i>", note_en="<u>why</u>")
    html = page_of(client, body).html
    assert "<b>Bold" not in html and "<script>alert" not in html and "<u>why" not in html


def test_the_qualifier_of_an_observation_stands_before_its_value(client):
    indicator = make_indicator()
    make_link(Observation, indicator=indicator, value=14, qualifier="under", date="1994")
    assert "nearly 14" in read(client, indicator.get_absolute_url()).text
