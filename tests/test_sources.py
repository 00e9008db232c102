"""The bibliography, and the page of a source with all that stands on it."""

import pytest

from institutions.models import Membership
from records.tables import record_types, statement_types, table_name
from tests.factories import cite, make, make_institution, make_link, make_source
from tests.reading import read, rows, shown

pytestmark = pytest.mark.django_db
LIST = "/en/sources/"


def page_of(client, source):
    return read(client, source.get_absolute_url())


def test_every_source_is_listed_by_author_and_title_cited_or_not(client):
    make_source(slug="b", authors="Pastor, Robert A.", title="Zones")
    make_source(slug="a", title="A declaration")
    make_source(slug="c", authors="Zárate, Ana", title="Aguas")
    assert shown(client, LIST) == shown(client, "/es/sources/") == ["a", "b", "c"]


def test_sources_sort_by_date_with_undated_last(client):
    for slug, issued in [("b", "2001"), ("none", ""), ("a", "1980-05"), ("c", "2009")]:
        make_source(slug=slug, issued=issued)
    assert shown(client, f"{LIST}?sort=date") == ["a", "b", "c", "none"]
    assert shown(client, f"{LIST}?sort=-date") == ["c", "b", "a", "none"]


def test_a_type_narrows_the_list(client):
    make_source(slug="treaty", type="treaty")
    make_source(type="book")
    assert shown(client, f"{LIST}?type=treaty") == ["treaty"]
    assert read(client, LIST).counts("type") == {"treaty": 1, "book": 1}


@pytest.mark.parametrize("words", ["forum", "perez", "COLEGIO mexico", "relacion"])
def test_words_are_found_in_title_authors_container_and_publisher(client, words):
    make_source(
        slug="wanted",
        title="La relación",
        authors="Pérez, Ana",
        container="Forum",
        publisher="El Colegio de México",
    )
    make_source()
    assert shown(client, f"{LIST}?q={words}") == ["wanted"]


def test_a_source_in_the_list_begins_with_its_authors_and_year(client):
    make_source(title="The chapter", authors="Pastor, Robert A.", issued="2008-05")
    page = read(client, LIST)
    assert "Pastor, Robert A (2008). The chapter" in page.text
    assert "Words in titles and authors" in page.text


def test_the_file_of_sources_has_the_columns_of_the_dataset(client):
    make_source(slug="paper", doi="10.1/abc", issued="2009-08-14")
    (row,) = rows(client, "/es/sources.csv")
    assert (row["slug"], row["doi"], row["issued"]) == ("paper", "10.1/abc", "2009-08-14")


def test_a_source_is_described(client):
    source = make_source(
        title="The chapter",
        authors="Pastor, Robert A. | Zárate, Ana",
        issued="2008-05",
        container="A book",
        pages="1-20",
        url="https://example.org/a?b=1&c=2",
        archived_url="https://example.org/archived",
        note_en="Read with care.",
        note_es="Léase con cuidado.",
    )
    page = page_of(client, source)
    words = ["The chapter", "Pastor, Robert A.", "A book", "1-20", "Read with care.", source.slug]
    assert [word for word in words if word not in page.text] == []
    assert {"https://example.org/a?b=1&c=2", "https://example.org/archived"} <= set(page.links)
    assert "Léase con cuidado." in read(client, f"/es/sources/{source.slug}/").text


@pytest.mark.parametrize("model", record_types(), ids=table_name)
def test_a_source_lists_each_record_that_cites_it_or_reads_in_it(client, model):
    source, record, quoted = make_source(), make(model), make(model)
    cite(record, source=source, locator="p. 11")
    cite(quoted, via=source)
    page = page_of(client, source)
    assert {record.get_absolute_url(), quoted.get_absolute_url()} <= set(page.links)
    assert "p. 11" in page.text


def test_the_records_that_cite_it_are_sorted_by_the_names_that_the_reader_reads(client):
    source = make_source()
    for english, spanish in (("Water", "Agua"), ("Bridges", "Puentes")):
        cite(make_institution(name_en=english, name_es=spanish), source=source)
    english, spanish = (
        read(client, f"/{code}/sources/{source.slug}/").text for code in ("en", "es")
    )
    assert english.index("Bridges") < english.index("Water")
    assert spanish.index("Agua") < spanish.index("Puentes")


def test_the_parts_that_a_record_cites_stand_in_the_order_of_the_source(client):
    source, record = make_source(), make_institution()
    for locator in ("p. 10", "p. 2", "p. 3"):
        cite(record, source=source, locator=locator)
    assert "p. 2; p. 3; p. 10" in page_of(client, source).text


def test_the_languages_of_a_source_are_called_by_name(client):
    page = page_of(client, make_source(language="en|es"))
    assert "English; Spanish" in page.text


@pytest.mark.parametrize("model", statement_types(), ids=table_name)
@pytest.mark.parametrize("column", ["source", "via", "disputed_by"])
def test_a_source_lists_each_link_that_it_states_or_disputes(client, model, column):
    source = make_source()
    link = make_link(model, **{column: source})
    ends = [getattr(link, name) for name in model.SEEN_FROM if getattr(link, name)]
    page = page_of(client, source)
    assert all(end.name in page.text for end in ends)


def test_drafts_that_cite_it_are_not_listed(client):
    source, draft = make_source(), make_institution(name_en="Secret", publication="draft")
    cite(draft, source=source)
    make_link(Membership, source=source, body=make_institution(), member=draft)
    assert "Secret" not in page_of(client, source).text


def test_the_notes_of_a_record_lead_to_its_sources_and_back(client):
    record = make_institution()
    source = cite(record).source
    assert source.get_absolute_url() in read(client, record.get_absolute_url()).links
    assert record.get_absolute_url() in page_of(client, source).links
