"""Two people edit one record: the second is told, keeps what they typed, and decides."""

import pytest

from tests.admin_form import Form
from tests.factories import cite, make_agreement, make_basket, make_link
from tests.people import press, signed_in
from tests.reading import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    record = make_agreement(publication="draft", name_en="Border XXI", signed="1996")
    cite(record)
    return record


def test_the_second_is_told_what_changed_who_and_when_and_keeps_what_they_typed(agreement):
    ana, eva = signed_in("ana", "Curators"), signed_in("eva", "Curators")
    form = Form(eva, agreement)
    press(Form(ana, agreement), "_draft", signed="1996-10", why="the month is known")
    page = Page(press(form, "_draft", name_en="Border XXI Program"))
    assert "Others changed this record after you opened it" in page.text
    assert "ana" in page.text and "the month is known" in page.text
    assert "<ins>October 1996</ins>" in page.html
    assert 'value="Border XXI Program"' in page.html
    agreement.refresh_from_db()
    assert (agreement.name_en, agreement.signed) == ("Border XXI", "1996-10")


def test_saving_again_puts_it_in_place(agreement):
    ana, eva = signed_in("ana", "Curators"), signed_in("eva", "Curators")
    form = Form(eva, agreement)
    press(Form(ana, agreement), "_draft", signed="1996-10")
    press(form, "_draft", name_en="Border XXI Program")
    again = Form(eva, agreement)
    press(again, "_draft", name_en="Border XXI Program")
    agreement.refresh_from_db()
    assert agreement.name_en == "Border XXI Program"


def test_a_link_changed_meanwhile_counts_too(agreement):
    ana, eva = signed_in("ana", "Curators"), signed_in("eva", "Curators")
    form = Form(eva, agreement)
    press(Form(ana, agreement).add("coverages", basket=make_basket(name_en="Water")), "_draft")
    page = Page(press(form, "_draft", name_en="Else"))
    assert "coverage" in page.text
    agreement.refresh_from_db()
    assert agreement.name_en == "Border XXI"


def test_ones_own_last_save_is_no_obstacle(agreement):
    ana = signed_in("ana", "Curators")
    make_link(type(agreement)._meta.get_field("coverages").related_model, agreement=agreement)
    for name in ("First", "Second"):
        assert press(Form(ana, agreement), "_draft", name_en=name).status_code == 302
    agreement.refresh_from_db()
    assert agreement.name_en == "Second"


def test_a_step_that_others_took_away_loses_nothing(agreement):
    ana, eva = signed_in("ana", "Curators"), signed_in("eva", "Curators")
    form = Form(ana, agreement)
    press(Form(eva, agreement), "_submit")
    page = Page(press(form, "_submit", name_en="Border XXI Program"))
    assert "Others changed this record after you opened it" in page.text
    assert 'value="Border XXI Program"' in page.html
    agreement.refresh_from_db()
    assert (agreement.name_en, agreement.publication) == ("Border XXI", "review")
