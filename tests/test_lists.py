"""What every list does alike: order, pages, refusal of choices that make no sense."""

from datetime import date

import pytest
from django.utils.translation import override

from records.models import Source
from records.rules import broken_rules
from records.tables import record_types
from tests.factories import (
    build,
    cite,
    make,
    make_agreement,
    make_basket,
    make_institution,
    make_issue,
)
from tests.reading import read, rows, shown

pytestmark = pytest.mark.django_db
LIST = "/en/institutions/"
every_list = pytest.mark.parametrize("path", [model.PATH for model in (*record_types(), Source)])
DATED = {
    "institutions": ("founded", make_institution),
    "agreements": ("signed", make_agreement),
}


def named(*names: str) -> None:
    """Institutions with these names in both languages; slugs are the names' places."""
    for place, name in enumerate(names):
        make_institution(slug=f"{place}", name_en=name, name_es=name)


def test_names_are_sorted_as_a_reader_of_spanish_expects(client):
    named("Ñandú", "Nube", "Nación", "nacer", "Oaxaca", "Ñame", "Ánimas", "“Zar”", "ana")
    assert shown(client, "/es/institutions/") == ["8", "6", "3", "2", "1", "5", "0", "4", "7"]
    assert shown(client, "/es/institutions/?sort=-name")[0] == "7"


def test_each_language_sorts_by_its_own_names(client):
    make_institution(slug="treaty", name_en="Alpha", name_es="Zeta")
    make_institution(slug="plan", name_en="Beta", name_es="Alfa")
    assert shown(client, LIST) == ["treaty", "plan"]
    assert shown(client, "/es/institutions/") == ["plan", "treaty"]


@pytest.mark.parametrize("path", DATED)
def test_dates_sort_both_ways_with_undated_last(client, path):
    column, make_one = DATED[path]
    for slug, text in [
        ("b", "1990-05"),
        ("none", ""),
        ("a", "1980~"),
        ("c", "1990-06-01"),
        ("unknown", "XXXX"),
        ("before", "[..1970]"),
    ]:
        make_one(slug=slug, name_en=slug, **{column: text})
    oldest = shown(client, f"/en/{path}/?sort=date")
    newest = shown(client, f"/en/{path}/?sort=-date")
    assert oldest[:3] == ["a", "b", "c"] and newest[:3] == ["c", "b", "a"]
    assert oldest[3:] == newest[3:] == ["before", "none", "unknown"]


def test_the_last_added_come_first_if_asked_for(client):
    make_issue(slug="old", added=date(2001, 1, 1))
    make_issue(slug="new", added=date(2009, 1, 1))
    assert shown(client, "/en/issues/?sort=-added") == ["new", "old"]


def test_a_long_list_has_pages_that_keep_the_choices(client):
    for number in range(51):
        make_institution(name_en=f"Body {number:03}", slug=f"body-{number:03}", kind="bank")
    first = read(client, f"{LIST}?kind=bank")
    assert any("page=2" in link and "kind=bank" in link for link in first.links)
    assert shown(client, f"{LIST}?kind=bank&page=2") == ["body-050"]
    assert "51" in first.text


def test_a_page_past_the_end_is_not_found(client):
    make_institution()
    assert "no page 2" in read(client, f"{LIST}?page=2", status=404).text


def test_an_empty_list_has_a_first_page(client):
    assert shown(client, LIST) == []
    read(client, f"{LIST}?page=2", status=404)
    read(client, f"{LIST}?page=999999999999", status=404)


NONSENSE = {
    "knd=bank": "There is no filter “knd” here",
    "kind=bnk": "Did you mean bank?",
    "basket=nowhere": "“nowhere” is no value",
    "jurisdiction=nowhere": "“nowhere” is no value",
    "sort=size": "“size” is no order",
    "page=0": "“0” is no page number",
    "page=-1": "no page number",
    "page=two": "no page number",
    "page=٣": "no page number",
    "active_from=1980-13": "month 13 does not exist",
    "active_from=2000&active_to=1990": "exchange the two",
    "active_to=%00": "is not a date",
    "q=a%00b": "no control signs",
    f"q={'a' * 201}": "up to 200 letters",
    "kind=%00": "is no value",
    "kind=bank&kind=bnk": "Did you mean bank?",
}


@pytest.mark.parametrize("query", NONSENSE, ids=lambda query: query[:20])
def test_a_choice_that_makes_no_sense_is_refused_with_a_sentence(client, query):
    assert NONSENSE[query] in read(client, f"{LIST}?{query}", status=400).text
    page = read(client, f"/es/institutions/?{query}", status=400)
    assert NONSENSE[query] not in page.text and 'lang="es"' in page.html


@every_list
def test_a_filter_that_is_not_there_is_refused_in_every_list_and_file(client, path):
    assert client.get(f"/en/{path}/?colour=red").status_code == 400
    assert client.get(f"/en/{path}.csv?colour=red").status_code == 400


@every_list
def test_what_others_add_to_shared_addresses_changes_nothing(client, path):
    assert client.get(f"/en/{path}/?utm_source=letter&fbclid=x&gclid=y").status_code == 200


@every_list
def test_blank_choices_of_a_form_choose_nothing(client, path):
    assert client.get(f"/es/{path}/?q=&sort=&page=").status_code == 200


def test_a_sentence_says_how_many_there_are(client):
    make_basket()
    assert "1 basket" in read(client, "/en/baskets/").text
    with override("es"):
        assert "1 canasta" in read(client, "/es/baskets/").text


def test_sources_that_disagree_are_marked_in_the_list(client):
    cite(make_institution(founded="1980"), about="founded", value="1975")
    assert "sources disagree" in read(client, LIST).text


@pytest.mark.parametrize("model", record_types(), ids=lambda model: model.PATH)
def test_each_row_leads_to_its_page(client, model):
    record = make(model)
    assert shown(client, f"/en/{model.PATH}/") == [record.slug]
    assert record.name_en in read(client, record.get_absolute_url()).text


@pytest.mark.parametrize("model", record_types(), ids=lambda model: model.PATH)
def test_a_claim_that_agrees_with_any_end_of_a_link_is_no_dispute(client, model):
    record = make(model)
    for relation in model.link_relations():
        link, near = relation.related_model, relation.field.name
        for key in [name for name in link.SEEN_FROM if name != near]:
            end = make(link._meta.get_field(key).related_model)
            row = build(link, **{near: record, key: end})
            if not list(broken_rules(row)):
                row.save()
                cite(record, about=relation.get_accessor_name(), value=end.slug)
    assert "sources disagree" not in read(client, record.get_absolute_url()).text
    assert "sources disagree" not in read(client, f"/en/{model.PATH}/").text
    found = {row["slug"]: row["sources_disagree"] for row in rows(client, f"/en/{model.PATH}.csv")}
    assert found[record.slug] == "false"
