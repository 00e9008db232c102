"""The table of roles, tried on every address of the admin: denied unless given."""

import pytest
from django.contrib import admin
from django.urls import reverse

from institutions.models import Agreement, Coverage
from records.models import ChangeSet, Proposal, Source
from records.proposals import propose
from records.tables import record_types, tables
from tests.factories import cite, make, make_agreement, make_link
from tests.people import make_person, signed_in

pytestmark = pytest.mark.django_db

NOBODY, STAFF, CURATOR, EDITOR, ADMINISTRATOR = (
    "anonymous",
    "staff",
    "Curators",
    "Editors",
    "Administrators",
)
PEOPLE = (NOBODY, STAFF, CURATOR, EDITOR, ADMINISTRATOR)
# What each answers to a visit: 302 asks to sign in, 403 refuses, 200 shows.
OPEN_TO_CURATORS = dict(zip(PEOPLE, (302, 403, 200, 200, 200), strict=True))
OPEN_TO_EDITORS = dict(zip(PEOPLE, (302, 403, 403, 200, 200), strict=True))
OPEN_TO_NONE = dict(zip(PEOPLE, (302, 403, 403, 403, 403), strict=True))
OPEN_TO_ADMINISTRATORS = dict(zip(PEOPLE, (302, 403, 403, 403, 200), strict=True))

LISTS = ("changelist", "add", "import")


@pytest.fixture
def visit(client):
    """Visits an address as someone of a role, each signed in once."""
    clients = {NOBODY: client}

    def visiting(role: str, address: str, **sent) -> int:
        if role not in clients:
            clients[role] = signed_in(role, role if role != STAFF else "")
        method = clients[role].post if sent else clients[role].get
        return method(address, sent).status_code

    return visiting


def addresses(model, row=None) -> dict[str, str]:
    """Every address of a table in the admin, by name."""
    opts = model._meta
    prefix = f"admin:{opts.app_label}_{opts.model_name}"
    found = {name: reverse(f"{prefix}_{name}") for name in LISTS}
    found["export"] = reverse(f"{prefix}_export", args=["csv"])
    if row:
        found |= {
            name: reverse(f"{prefix}_{name}", args=[row.pk]) for name in ("change", "history")
        }
    return found


@pytest.mark.parametrize("model", tables(), ids=lambda model: model.__name__)
def test_a_table_is_open_to_curators_and_closed_to_others(visit, model):
    row = make(model)
    for name, address in addresses(model, row).items():
        answers = {role: visit(role, address) for role in PEOPLE}
        assert answers == OPEN_TO_CURATORS, name


@pytest.mark.parametrize("model", record_types(), ids=lambda model: model.__name__)
def test_a_published_record_is_deleted_by_nobody_and_a_draft_by_editors(visit, model):
    opts = model._meta
    for publication, expected in (("published", OPEN_TO_NONE), ("draft", OPEN_TO_EDITORS)):
        row = make(model, publication=publication)
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_delete", args=[row.pk])
        assert {role: visit(role, address) for role in PEOPLE} == expected


def test_a_link_of_what_is_published_is_changed_by_editors_alone(visit):
    link = make_link(Coverage)
    address = addresses(Coverage, link)["change"]
    for role, expected in {CURATOR: 403, EDITOR: 302, ADMINISTRATOR: 302}.items():
        sent = {"agreement": link.agreement_id, "basket": link.basket_id or "", "locator": role}
        sent |= {"issue": link.issue_id or "", "ref": link.ref}
        assert visit(role, address, **sent) == expected
        link.refresh_from_db()
        assert (link.locator == role) == (expected == 302)


def test_a_source_that_published_records_stand_on_is_changed_by_editors_alone(visit):
    used, unused = cite(make_agreement()).source, make(Source)
    sent = {"slug": "x", "type": "book", "title": "Another"}
    for source, expected in ((used, {CURATOR: 403, EDITOR: 302}), (unused, {CURATOR: 302})):
        address = addresses(Source, source)["change"]
        for role, answer in expected.items():
            assert visit(role, address, **sent | {"slug": source.slug}) == answer


@pytest.mark.parametrize("act", ["accept", "decline"])
def test_proposals_are_seen_by_curators_and_decided_by_editors(visit, act):
    record = make_agreement()
    cite(record)
    proposal = propose(record, [], make_person("author"), "a try")
    address = reverse("admin:records_proposal_change", args=[proposal.pk])
    assert {role: visit(role, address) for role in PEOPLE} == OPEN_TO_CURATORS
    sent = {"act": act, "comment": "seen"}
    assert [visit(role, address, **sent) for role in (NOBODY, STAFF, CURATOR)] == [302, 403, 403]
    assert Proposal.objects.get().state == "open"
    assert visit(EDITOR, address, **sent) == 302
    assert Proposal.objects.get().state != "open"


def test_change_sets_are_read_by_curators_and_written_by_nobody(visit):
    make_agreement()
    change_set = ChangeSet.objects.first()
    for page, expected in (("change", OPEN_TO_CURATORS), ("delete", OPEN_TO_NONE)):
        address = reverse(f"admin:records_changeset_{page}", args=[change_set.pk])
        assert {role: visit(role, address) for role in PEOPLE} == expected


def test_accounts_are_for_administrators_who_cannot_raise_anyone_above_themselves(visit):
    person = make_person("someone")
    for page, key in (("changelist", []), ("change", [person.pk])):
        address = reverse(f"admin:auth_user_{page}", args=key)
        assert {role: visit(role, address) for role in PEOPLE} == OPEN_TO_ADMINISTRATORS
    sent = {"username": "someone", "is_superuser": "on", "is_staff": "on", "is_active": "on"}
    assert visit(ADMINISTRATOR, address, **sent, first_name="Else") == 302
    person.refresh_from_db()
    assert (person.first_name, person.is_superuser) == ("Else", False)


def test_administrators_do_not_reach_those_who_may_do_everything(visit, admin_user):
    address = reverse("admin:auth_user_change", args=[admin_user.pk])
    assert visit(ADMINISTRATOR, address) == 302  # to the index: there is no such person


def test_every_table_of_the_admin_is_tried_here():
    tried = {*tables(), ChangeSet, Proposal}
    left = {model.__name__ for model in admin.site._registry} - {one.__name__ for one in tried}
    assert left <= {"User", "Group", "ImportRun", "AccessAttempt", "AccessFailureLog", "AccessLog"}


def test_a_curator_cannot_publish_by_naming_the_button(visit):
    draft = make_agreement(publication="draft")
    cite(draft)
    address = addresses(Agreement, draft)["change"]
    assert visit(CURATOR, address, _publish="x", name_en="A", name_es="B") == 403
    assert Agreement.objects.get(pk=draft.pk).publication == "draft"


def test_deleted_records_and_restoring_are_for_editors_and_reading_for_curators(visit):
    draft = make_agreement(publication="draft")
    number = draft.history.get().change_set_id
    name = "admin:institutions_agreement"
    seen = [reverse(f"{name}_deleted"), reverse(f"{name}_then", args=[draft.pk, number])]
    for address in seen:
        assert {role: visit(role, address) for role in PEOPLE} == OPEN_TO_CURATORS
    address = reverse(f"{name}_restore", args=[draft.pk, number])
    assert {role: visit(role, address) for role in PEOPLE} == OPEN_TO_EDITORS
    assert visit(CURATOR, address, why="no right") == 403


def test_a_draft_is_previewed_by_curators_alone(visit):
    draft = make_agreement(publication="draft")
    address = reverse("admin:institutions_agreement_preview", args=[draft.pk])
    assert {role: visit(role, address) for role in PEOPLE} == OPEN_TO_CURATORS


def test_what_is_exported_and_imported_is_denied_to_those_without_a_role(visit):
    for name in ("import", "export"):
        address = addresses(Agreement)[name]
        assert visit(STAFF, address, file="x", why="y") == 403
        assert visit(NOBODY, address, file="x", why="y") == 302


def test_a_role_is_given_the_acts_of_the_map_and_no_table_by_table_rights(admin_client):
    make_person("ana", "Curators")
    page = admin_client.get(reverse("admin:auth_group_add")).content.decode()
    assert "Can publish, change what is published" in page
    assert "Can add agreement" not in page
