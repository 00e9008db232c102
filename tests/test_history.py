"""Every change is in the history, with the change set it belongs to; old addresses keep leading."""

import pytest
from django.db import transaction

from institutions.models import Institution, Membership
from records.bulk import add_rows, change_rows
from records.models import ChangeSet, Redirect
from records.tables import table_name, tables
from tests.factories import build, cite, make, make_agreement, make_institution, make_link

pytestmark = pytest.mark.django_db
every_table = pytest.mark.parametrize("model", tables(), ids=table_name)


def versions(row) -> list:
    """The history of a row, oldest first."""
    return list(type(row).history.filter(id=row.pk or row.old_pk).order_by("history_id"))


@every_table
def test_a_row_leaves_its_making_changing_and_end_in_the_history(model):
    row = make(model)
    row.save()
    row.old_pk = row.pk
    row.delete()
    found = versions(row)
    assert [one.history_type for one in found] == ["+", "~", "-"]
    assert len({one.change_set_id for one in found}) == 3


def test_all_that_is_done_at_once_is_one_change_set(django_user_model):
    ana = django_user_model.objects.create_user("ana")
    with ChangeSet.open(who=ana, why="dates of the 1990s"):
        body = make_institution()
        link = make_link(Membership, body=body)
        citation = cite(body)
        body.save()
    (change_set,) = ChangeSet.objects.all()
    assert (change_set.who, change_set.why, change_set.kind) == (ana, "dates of the 1990s", "edit")
    for row in (body, link, citation):
        assert {(one.change_set, one.history_user) for one in versions(row)} == {(change_set, ana)}


def test_an_open_change_set_that_writes_nothing_is_not_stored():
    with ChangeSet.open(why="looked only"):
        pass
    assert not ChangeSet.objects.exists()


def test_a_change_set_ends_where_it_ends():
    with ChangeSet.open(why="first"):
        body = make_institution()
    body.save()
    first, second = versions(body)
    assert (first.change_set.why, second.change_set.why) == ("first", "")


def test_a_change_set_inside_another_stands_alone():
    with ChangeSet.open(why="outer"):
        one = make_institution()
        with ChangeSet.open(why="inner"):
            two = make_institution()
        three = make_institution()
    whys = [versions(body)[0].change_set.why for body in (one, two, three)]
    assert whys == ["outer", "inner", "outer"]


def test_a_change_set_goes_on_after_a_part_of_it_was_undone():
    with ChangeSet.open(why="both"):
        with transaction.atomic():
            make_institution()
            transaction.set_rollback(True)
        body = make_institution()
    assert [one.change_set.why for one in versions(body)] == ["both"]
    assert Institution.history.count() == ChangeSet.objects.count() == 1


def test_rows_written_in_bulk_are_in_the_history_of_one_change_set():
    rows = [build(Institution, founded="1980~") for _number in range(3)]
    with ChangeSet.open(kind="import"):
        add_rows(Institution, rows)
        for row in rows:
            row.acronym = "ABC"
        change_rows(Institution, rows, ["acronym"])
    (change_set,) = ChangeSet.objects.all()
    for row in rows:
        first, second = versions(row)
        assert (first.history_type, first.acronym) == ("+", "")
        assert (second.history_type, second.acronym) == ("~", "ABC")
        assert first.change_set == second.change_set == change_set
        assert first.founded_earliest.year == 1979


def test_the_version_of_a_record_counts_up():
    body = make_institution()
    assert body.version == 1
    body.save()
    change_rows(Institution, [body], ["acronym"])
    assert Institution.objects.get().version == 3
    assert [one.version for one in versions(body)] == [1, 2, 3]


def test_the_version_counts_up_also_when_some_columns_are_saved():
    body = make_institution()
    body.acronym = "ABC"
    body.save(update_fields=["acronym"])
    assert (Institution.objects.get().version, Institution.objects.get().acronym) == (2, "ABC")


def test_saving_some_columns_keeps_the_derived_ones_in_step():
    body = make_institution(founded="1980")
    body.founded = "1990"
    body.save(update_fields=["founded"])
    assert Institution.objects.get().begins_earliest.year == 1990


def test_links_that_go_with_their_record_are_in_the_history():
    body = make_institution()
    link, citation = make_link(Membership, body=body), cite(body)
    link.old_pk, citation.old_pk, link.pk, citation.pk = link.pk, citation.pk, None, None
    with ChangeSet.open(why="doubled"):
        body.delete()
    for row in (link, citation):
        assert (versions(row)[-1].history_type, versions(row)[-1].change_set.why) == (
            "-",
            "doubled",
        )


def rename(record, *slugs: str):
    for slug in slugs:
        record.slug = slug
        record.save()
    return record


def old_addresses() -> dict[str, str]:
    return dict(Redirect.objects.values_list("old", "new"))


def test_a_new_slug_leaves_the_old_one_leading_to_it():
    rename(make_institution(slug="a"), "b")
    assert old_addresses() == {"a": "b"}
    assert Redirect.objects.get().table == "institutions"


def test_a_slug_that_was_read_back_from_the_database_is_known_too():
    make_institution(slug="a")
    rename(Institution.objects.get(), "b")
    assert old_addresses() == {"a": "b"}


def test_old_addresses_all_lead_straight_to_the_present_one():
    rename(make_institution(slug="a"), "b", "c", "d")
    assert old_addresses() == {"a": "d", "b": "d", "c": "d"}


def test_a_record_that_takes_its_old_slug_back_is_not_led_away():
    rename(make_institution(slug="a"), "b", "a")
    assert old_addresses() == {"b": "a"}


def test_kinds_of_record_do_not_share_old_addresses():
    rename(make_institution(slug="a"), "b")
    rename(make_agreement(slug="a"), "c")
    assert sorted(Redirect.objects.values_list("table", "new")) == [
        ("agreements", "c"),
        ("institutions", "b"),
    ]


def test_an_address_that_had_two_records_leads_to_the_last_that_left_it():
    rename(make_institution(slug="a"), "b")
    rename(make_institution(slug="a"), "c")
    assert old_addresses() == {"a": "c"}


def test_a_new_address_is_in_the_change_set_of_its_rename():
    body = make_institution(slug="a")
    with ChangeSet.open(why="renamed"):
        rename(body, "b")
    assert Redirect.history.get().change_set.why == "renamed"
