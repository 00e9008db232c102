"""A production start with unsafe settings is refused; without any settings it is a local one."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

SECRET = "a-long-random-text-of-our-own-for-this-test-alone-1234567890"
SAFE = {"MAP_PRODUCTION": "1", "SECRET_KEY": SECRET, "ALLOWED_HOSTS": "map.example.org"}
KEPT = ("PATH", "SYSTEMROOT", "HOME", "LANG")


def started(**environment) -> subprocess.CompletedProcess:
    """What `manage.py check` says when it is started with nothing but these variables."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env=kept | {"DATABASE_URL": "sqlite://:memory:"} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_start_without_settings_is_a_local_one():
    assert started().returncode == 0


def test_a_production_start_with_its_own_secret_goes_through():
    assert started(**SAFE).returncode == 0


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"SECRET_KEY": settings.LOCAL_SECRET}, "Set SECRET_KEY"),
        ({"DEBUG": "1"}, "DEBUG must be off"),
        ({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS"),
    ],
)
def test_an_unsafe_production_start_is_refused(change, sentence):
    result = started(**SAFE | change)
    assert result.returncode != 0 and sentence in result.stderr


def test_a_name_that_others_reach_makes_it_a_production_start():
    result = started(ALLOWED_HOSTS="map.example.org")
    assert result.returncode != 0 and "Set SECRET_KEY" in result.stderr


def test_a_local_name_keeps_it_local():
    assert started(ALLOWED_HOSTS="localhost,127.0.0.1", DEBUG="1").returncode == 0
