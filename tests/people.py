"""People with the roles of the map, signed in."""

from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from records.roles import ROLES

BACKEND = "django.contrib.auth.backends.ModelBackend"


def make_person(name: str, role: str = "") -> User:
    """Someone who may enter the admin, with a role if one is given.

    The groups are made anew where a test has emptied the database.
    """
    person = User.objects.create_user(name, password=name, is_staff=True)
    if role:
        group, _made = Group.objects.get_or_create(name=role)
        group.permissions.add(*Permission.objects.filter(codename__in=ROLES[role]))
        person.groups.add(group)
    return person


def signed_in(name: str, role: str = "") -> Client:
    """A client for a person of that name and role."""
    client = Client()
    client.force_login(make_person(name, role), backend=BACKEND)
    return client


def press(form, button: str, **values):
    """Fill the form and press one of its buttons."""
    return form.fill(**values, **{button: "x"}).save()
