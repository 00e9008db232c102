"""Ten wrong passwords close the door for a while, for that name from that address."""

import pytest
from django.contrib.auth import get_user_model

from records.middleware import POLICY

pytestmark = pytest.mark.django_db
DOOR = "/en/admin/login/"


@pytest.fixture(autouse=True)
def throttle(settings):
    """The throttle, which other tests go without."""
    settings.AXES_ENABLED = True
    get_user_model().objects.create_superuser("ana", password="right")


def knock(client, name: str, password: str, address: str = "203.0.113.5"):
    form = {"username": name, "password": password}
    return client.post(DOOR, form, REMOTE_ADDR=address)


def test_nine_wrong_passwords_leave_the_door_open(client):
    for _time in range(9):
        assert knock(client, "ana", "wrong").status_code == 200
    assert knock(client, "ana", "right").status_code == 302


def test_the_tenth_wrong_password_closes_the_door_with_a_page_that_says_so(client):
    answers = [knock(client, "ana", "wrong") for _time in range(10)]
    assert [answer.status_code for answer in answers] == [200] * 9 + [429]
    assert "Too many wrong passwords" in answers[-1].content.decode()
    assert answers[-1]["Content-Security-Policy"] == POLICY


def test_a_closed_door_stays_closed_to_the_right_password(client):
    for _time in range(10):
        knock(client, "ana", "wrong")
    assert knock(client, "ana", "right").status_code == 429


def test_another_name_and_another_address_are_let_in(client):
    get_user_model().objects.create_superuser("eva", password="right")
    for _time in range(10):
        knock(client, "ana", "wrong")
    assert knock(client, "eva", "right").status_code == 302
    assert knock(client, "ana", "right", address="203.0.113.6").status_code == 302


def test_a_right_password_starts_the_count_anew(client):
    for _time in range(9):
        knock(client, "ana", "wrong")
    knock(client, "ana", "right")
    client.logout()
    assert [knock(client, "ana", "wrong").status_code for _time in range(3)] == [200] * 3


def test_the_page_speaks_the_language_of_the_address(client):
    for _time in range(10):
        answer = client.post("/es/admin/login/", {"username": "ana", "password": "wrong"})
    assert answer.status_code == 429 and "contraseñas" in answer.content.decode()
