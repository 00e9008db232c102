"""Search over everything: what answers, in both languages, with errors, ordinals and acronyms."""

import pytest

from atlas.density import SCHEME
from baskets.models import Scheme
from events.models import Convening, Meeting, Participation, Venue
from institutions.models import Agreement, DatedName, Institution, Responsibility
from records import dataset
from records.bulk import add_rows
from records.models import SearchEntry, Source
from records.search.documents import searched
from records.search.index import rebuild
from records.search.query import Query
from records.tables import record_types, table_name
from tests.factories import (
    build,
    cite,
    make,
    make_agreement,
    make_basket,
    make_institution,
    make_jurisdiction,
    make_meeting,
    make_source,
)

pytestmark = pytest.mark.django_db


def found(text: str) -> list[tuple[str, str]]:
    """What answers, best first, as (table, slug)."""
    query = Query(text)
    tables = {table_name(one): one for one in searched()}
    entries = query.ranked(query.answers)
    return [(e.table, tables[e.table].objects.get(pk=e.row).slug) for e in entries]


def slugs(text: str) -> list[str]:
    return [slug for _table, slug in found(text)]


@pytest.mark.parametrize(
    "text",
    ["comisión", "comision", "COMISIÓN", "comis", "comisiones", "Comisión Internacional", "aguas"],
)
def test_accents_case_openings_and_plurals_do_not_matter(text):
    make_institution(slug="ibwc", name_es="Comisión Internacional de Límites y Aguas")
    assert slugs(text) == ["ibwc"]


@pytest.mark.parametrize("text", ["policies", "policy", "Policy's"])
def test_english_stems_are_one_word(text):
    make_institution(slug="body", name_en="Drug Policy Office")
    assert slugs(text) == ["body"]


@pytest.mark.parametrize("text", ["XXVII BGC", "27th bgc", "27a conferencia", "bgc 27", "xxvii"])
def test_a_meeting_is_found_by_its_number_in_any_writing_and_by_its_body(text):
    body = make_institution(slug="bgc", acronym="BGC", name_en="Governors", name_es="Conferencia")
    for number, label in ((26, "XXVI"), (27, "XXVII"), (2, "II")):
        meeting = make_meeting(
            slug=f"bgc-{number}", name_en=f"{label} Meeting", name_es=f"{label} Conferencia"
        )
        make(Convening, meeting=meeting, institution=body, ordinal=number, label=label)
    assert slugs(text)[0] == "bgc-27"


@pytest.mark.parametrize(
    ("typed", "meant"), [("mexcio", "mexico"), ("interparlamenteria", "interparlamentaria")]
)
def test_typing_errors_are_mended_and_said(client, typed, meant):
    make_institution(
        slug="group", name_en="Mexico Group", name_es="Reunión Interparlamentaria México"
    )
    assert slugs(typed) == ["group"]
    text = client.get(f"/en/search/?q={typed}").text
    assert f"“{meant}”" in text and "/en/institutions/group/" in text


def test_a_word_is_mended_so_that_the_whole_answers():
    make_institution(slug="water", name_en="Water Bank")
    make_institution(slug="waiter", name_en="Waiter School")
    make_institution(slug="waiters", name_en="Waiter Union")
    assert slugs("wather bank") == ["water"]


def test_a_word_that_occurs_is_never_mended():
    make_institution(slug="tare", name_en="Tare Office")
    make_institution(slug="tariff", name_en="Tare Tariff Office")
    assert Query("tare").answers.count() == 2 and Query("tare").mended == {}


def test_the_record_that_is_so_called_comes_first():
    make_meeting(slug="meeting", name_en="Border Conference of 1980")
    make_institution(slug="office", name_en="Office of the Border Conference")
    make_institution(slug="conference", name_en="Border Conference")
    make_institution(slug="other", name_en="Other", summary_en="Came of the Border Conference.")
    assert slugs("border conference") == ["conference", "meeting", "office", "other"]


def test_an_acronym_leads_to_its_bearer_before_those_that_mention_it():
    make_institution(slug="a-body", name_en="A body", summary_en="Managed by the SRE.")
    make_institution(slug="sre", name_en="Foreign Relations", acronym="SRE|MFA")
    assert slugs("sre") == ["sre", "a-body"] and slugs("S.R.E.")[0] == "sre"


def test_places_people_former_names_and_sources_lead_to_records():
    meeting = make_meeting(slug="bgc-i")
    make(Venue, meeting=meeting, jurisdiction=make_jurisdiction(name_es="Ciudad Juárez"))
    make(Participation, meeting=meeting, person="Jerry Brown", institution=None, jurisdiction=None)
    make(DatedName, institution=make_institution(slug="ibwc"), name_en="Boundary Commission")
    make_source(slug="pastor-2008", title="The Future", authors="Pastor, Robert A.")
    assert slugs("juarez") == slugs("jerry brown") == ["bgc-i"]
    assert slugs("boundary") == ["ibwc"]
    assert found("pastor") == [("sources", "pastor-2008")]


@pytest.mark.parametrize("model", record_types(), ids=lambda model: model.PATH)
def test_every_kind_of_record_is_found(client, model):
    record = make(model, name_en="Zarzaparrilla")
    assert found("zarzaparrilla") == [(model.PATH, record.slug)]
    assert record.get_absolute_url() in client.get("/en/search/?q=zarzaparrilla").text


def test_drafts_are_not_found_until_they_are_published_and_never_after_withdrawal():
    record = make_institution(name_en="Zarzaparrilla", publication="draft")
    assert slugs("zarzaparrilla") == []
    record.publication = "published"
    record.save()
    assert slugs("zarzaparrilla") == [record.slug]
    record.publication, record.withdrawn_why_en, record.withdrawn_why_es = "withdrawn", "No", "No"
    record.save()
    assert slugs("zarzaparrilla") == []


def test_the_name_of_a_draft_leads_to_nothing_that_is_linked_with_it():
    draft = make_institution(name_en="Zarzaparrilla", publication="draft")
    make(Convening, meeting=make_meeting(), institution=draft)
    assert slugs("zarzaparrilla") == []


def test_what_is_renamed_is_found_by_its_new_name_also_where_others_name_it():
    place = make_jurisdiction(name_en="Old Town")
    meeting = make_meeting(slug="meeting")
    make(Venue, meeting=meeting, jurisdiction=place)
    place.name_en = "New Town"
    place.save()
    assert slugs("new town") == ["meeting"] and slugs("old town") == []


def test_a_link_that_is_moved_or_deleted_leads_elsewhere_at_once():
    first, second = make_meeting(slug="first"), make_meeting(slug="second")
    venue = make(Venue, meeting=first, jurisdiction=make_jurisdiction(name_en="Tijuana"))
    venue.meeting = second
    venue.save()
    assert slugs("tijuana") == ["second"]
    venue.delete()
    assert slugs("tijuana") == []


def test_deleted_records_are_not_found_however_they_are_deleted():
    make_institution(name_en="Zarzaparrilla one").delete()
    make_institution(name_en="Zarzaparrilla two")
    Institution.objects.filter(name_en="Zarzaparrilla two").delete()
    assert slugs("zarzaparrilla") == []


def test_a_loaded_dataset_can_be_searched_and_a_rebuild_changes_nothing(tmp_path):
    make_institution(slug="body", name_en="Zarzaparrilla")
    cite(Institution.objects.get())
    dataset.dump(tmp_path)
    Institution.objects.all().delete()
    Source.objects.all().delete()
    dataset.load(tmp_path)
    assert slugs("zarzaparrilla") == ["body"]
    columns = ("table", "row", "names", "words", "keys", "baskets", "weight", "length")
    before = list(SearchEntry.objects.order_by("table", "row").values_list(*columns))
    rebuild()
    assert list(SearchEntry.objects.order_by("table", "row").values_list(*columns)) == before


def test_answers_are_counted_by_kind_and_basket_and_narrowed_by_both(client):
    scheme = make(Scheme, slug=SCHEME)
    basket = make_basket(slug="border-affairs", scheme=scheme)
    body = make_institution(name_en="Water body")
    make(Responsibility, institution=body, basket=basket)
    make_agreement(name_en="Water agreement")
    page = client.get("/en/search/?q=water").context
    kinds = [(kind.name, kind.total) for kind in page["kinds"]]
    assert kinds == [("institutions", 1), ("agreements", 1)]
    assert [(one.basket, one.total) for one in page["baskets"]] == [(basket, 1)]
    for narrower in ("type=institutions", "basket=border-affairs"):
        groups = client.get(f"/en/search/?q=water&{narrower}").context["groups"]
        assert [hit.record for group in groups for hit in group.hits] == [body]


def test_words_that_match_are_marked_and_the_rest_is_escaped(client):
    make_institution(name_en="<b>Water</b> & Límites")
    text = client.get("/en/search/?q=water+limites").text
    assert "&lt;b&gt;<mark>Water</mark>&lt;/b&gt; &amp; <mark>Límites</mark>" in text


def test_what_nothing_answers_says_what_fewer_words_would_give(client):
    make_institution(name_en="Water body")
    page = client.get("/en/search/?q=water+zzzzzz")
    assert page.status_code == 200
    assert [(words, number) for words, number, _ in page.context["ways_out"]] == [("water", 1)]


@pytest.mark.parametrize(
    "query",
    [
        "type=nothing",
        "basket=nothing",
        "page=0",
        "page=x",
        "colour=red",
        "q=a%00b",
        "q=" + "x" * 201,
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(client, query):
    assert client.get(f"/en/search/?q=water&{query}").status_code == 400


@pytest.mark.parametrize(
    "text",
    ['"', "'", "*", "a*", ":", "-", "NEAR(", "AND", "OR", "NOT", "%", "_", "\\", "a&b|c!", "ñ"],
)
def test_signs_of_query_languages_are_only_text(client, text):
    make_institution(name_en="Water body")
    assert client.get("/en/search/", {"q": text}).status_code == 200
    assert client.get("/en/institutions/", {"q": text}).status_code == 200


def test_a_list_answers_words_as_the_search_does(client):
    make_institution(slug="ibwc", name_es="Comisión de Aguas")
    make_institution(slug="other")
    for text in ("aguas", "agua", "comison"):
        page = client.get("/en/institutions/", {"q": text})
        assert [row.slug for row in page.context["page"]] == ["ibwc"], text


def test_suggestions_name_the_first_answers(client):
    make_institution(slug="bgc", name_en="Border Governors Conference")
    text = client.get("/en/search/suggest/?q=gov").text
    assert 'role="option"' in text and "/en/institutions/bgc/" in text
    assert client.get("/en/search/suggest/?q=").text.strip() == ""


def test_many_writes_read_each_record_once(django_assert_max_num_queries):
    rows = [build(Agreement, name_en=f"Agreement {number}") for number in range(200)]
    with django_assert_max_num_queries(60):
        add_rows(Agreement, rows)
    assert Query("agreement").answers.count() == 200


def test_the_responsibilities_of_a_body_put_it_in_baskets():
    body, basket = make_institution(name_en="Water body"), make_basket(slug="water-basket")
    make(Responsibility, institution=body, basket=basket)
    assert SearchEntry.objects.get(table="institutions").baskets == "|water-basket|"
    assert Meeting.CALLED_BY == ("convenings",)
