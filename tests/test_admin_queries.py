"""The admin asks the database no more for many rows than for few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from institutions.models import Institution, Jurisdiction, Membership, Party
from records.admin.inlines import SHOWN
from tests.admin_form import Form, address
from tests.factories import (
    cite,
    make_agreement,
    make_basket,
    make_institution,
    make_jurisdiction,
    make_link,
    make_source,
)
from tests.reading import read

pytestmark = pytest.mark.django_db


def body_with(number: int) -> Institution:
    """An institution with so many links of each of two kinds, and as many citations."""
    body = make_institution()
    for _row in range(number):
        make_link(Membership, body=body, jurisdiction=make_jurisdiction(), source=make_source())
        make_link(Party, institution=body, agreement=make_agreement())
        cite(body)
    return body


def queries(action) -> int:
    """How many queries an action makes once permissions and content types are known."""
    action()
    with CaptureQueriesContext(connection) as asked:
        action()
    return len(asked)


def test_a_form_costs_the_same_with_three_links_as_with_ninety(admin_client):
    few, many = body_with(1), body_with(30)
    cost = queries(lambda: read(admin_client, address(few)))
    assert queries(lambda: read(admin_client, address(many))) == cost
    assert cost <= 30


def test_saving_what_nobody_touched_costs_the_same_too(admin_client):
    few, many = Form(admin_client, body_with(1)), Form(admin_client, body_with(30))
    assert many.save().status_code == 302
    assert queries(many.save) == queries(few.save)


def test_a_list_costs_the_same_for_one_row_and_for_thirty(admin_client):
    lists = [address(model, "changelist") for model in (Institution, Membership, Party)]
    body_with(1)
    few = [queries(lambda path=path: read(admin_client, path)) for path in lists]
    body_with(30)
    assert [queries(lambda path=path: read(admin_client, path)) for path in lists] == few


def test_a_picker_costs_the_same_for_one_row_and_for_twenty(admin_client):
    given = "app_label=institutions&model_name=coverage&field_name=basket&term=name"
    path = f"/en/admin/autocomplete/?{given}"
    make_basket()
    few = queries(lambda: admin_client.get(path))
    for _row in range(20):
        make_basket()
    assert queries(lambda: admin_client.get(path)) == few


def test_a_history_costs_the_same_for_one_version_and_for_many(admin_client):
    row = make_link(Membership, source=make_source())
    few = queries(lambda: read(admin_client, address(row, "history")))
    for page in range(10):
        row.locator, row.source = f"p. {page}", make_source()
        row.save()
    assert queries(lambda: read(admin_client, address(row, "history"))) == few


def test_a_page_holds_the_first_rows_and_says_where_all_are(admin_client):
    place = make_jurisdiction()
    for _row in range(SHOWN + 3):
        make_link(Party, jurisdiction=place, institution=None)
    page = read(admin_client, address(place))
    assert f"The first {SHOWN} of {SHOWN + 3} are here." in page.text
    everything = address(Party, "changelist") + f"?jurisdiction__id__exact={place.pk}"
    assert f"{SHOWN + 3} parties" in read(admin_client, everything).text


def test_saving_the_first_rows_keeps_the_others(admin_client):
    place = make_jurisdiction()
    for _row in range(SHOWN + 3):
        make_link(Party, jurisdiction=place, institution=None)
    form = Form(admin_client, place).fill(name_en="Sonora", **{"parties-0-role": "observer"})
    assert form.save().status_code == 302
    assert Jurisdiction.objects.get(pk=place.pk).parties.count() == SHOWN + 3
    assert Party.objects.filter(role="observer").count() == 1
