"""Histories in the admin: what changed, when, by whom and why; read, never restored."""

import pytest
from django.contrib.auth.models import Permission, User

from institutions.models import Institution, Membership
from records.models import ChangeSet
from tests.admin_form import Form, address
from tests.factories import cite, make_institution, make_link, make_source
from tests.reading import Page, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(admin_client):
    """An institution of which the founding was corrected in the admin."""
    row = make_institution(name_en="Council", founded="1980", publication="draft")
    form = Form(admin_client, row).fill(
        founded="June 1981", kind="bank", why="as the gazette has it"
    )
    assert form.save().status_code == 302
    return row


def version_address(row, version) -> str:
    return f"{address(row, 'history')}{version.pk}/"


def test_a_history_says_what_changed_who_and_why(admin_client, changed):
    page = read(admin_client, address(changed, "history"))
    assert "Founded 1980 June 1981" in page.text
    assert "Kind commission bank" in page.text
    assert "as the gazette has it" in page.text
    assert "admin" in page.text


def test_a_history_leads_to_all_that_was_changed_with_it(admin_client, changed):
    change_set = ChangeSet.objects.get(why="as the gazette has it")
    assert address(change_set) in read(admin_client, address(changed, "history")).links
    page = read(admin_client, address(change_set))
    assert address(changed, "history") in page.links
    assert "Institutions (1)" in page.text


def test_a_version_is_shown_as_it_stood(admin_client, changed):
    oldest = changed.history.earliest()
    page = read(admin_client, version_address(changed, oldest))
    assert "Founded1980" in page.text
    assert "June 1981" not in page.text


def test_a_version_takes_no_post(admin_client, changed):
    oldest = changed.history.earliest()
    sent = Form(admin_client, changed).fill(name_en="Restored").values
    assert admin_client.post(version_address(changed, oldest), sent).status_code == 405
    changed.refresh_from_db()
    assert changed.name_en == "Council"


def test_a_history_is_for_those_who_may_see_the_table(client, changed):
    user = User.objects.create_user("viewer", is_staff=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    pages = [address(changed, "history"), version_address(changed, changed.history.earliest())]
    assert {client.get(page).status_code for page in pages} == {403}
    user.user_permissions.add(Permission.objects.get(codename="curate"))
    assert {client.get(page).status_code for page in pages} == {200}


def test_the_history_of_a_deleted_row_stays(admin_client):
    row = make_link(Membership, body=make_institution(name_en="Council"))
    page = address(row, "history")
    row.delete()
    row.body.delete()
    found = read(admin_client, page)
    assert "Deleted" in found.text
    version = Membership.history.first()
    assert f"#{version.body_id}" in read(admin_client, f"{page}{version.pk}/").text


def test_the_history_of_nothing_is_not_found(admin_client):
    path = address(make_institution(), "history")
    for key in ("999999", "nonsense"):
        read(admin_client, path.replace(f"/{path.split('/')[-3]}/", f"/{key}/"), 404)


def test_a_change_set_cannot_be_made_changed_or_deleted(admin_client, changed):
    change_set = ChangeSet.objects.get(why="as the gazette has it")
    pages = [address(ChangeSet, "add"), address(change_set, "delete"), address(change_set)]
    answers = [admin_client.post(page, {"why": "else", "post": "yes"}) for page in pages]
    assert {answer.status_code for answer in answers} == {403}
    assert ChangeSet.objects.get(pk=change_set.pk).why == "as the gazette has it"


def test_citations_and_sources_have_histories_too(admin_client):
    citation = cite(make_institution(), source=make_source(title="The gazette"), value="")
    Form(admin_client, citation).fill(locator="p. 7", why="page found").save()
    page = Page(admin_client.get(address(citation, "history")))
    assert "Locator: → p. 7" in page.text
    assert "page found" in page.text
    assert Institution.history.count() == 1
