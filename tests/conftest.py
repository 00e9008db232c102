"""What every test shares: fast, plain settings, and a browser for the tests that ask for a page."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings

# The browser tests use the ORM beside Playwright's event loop, each in its own turn.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# Shared machines are slow at times: a slow example is no failure. CI always tries the same ones.
hypothesis_settings.register_profile("map", deadline=None, derandomize="CI" in os.environ)
hypothesis_settings.load_profile("map")

BROWSER_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
BROWSER_ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NO_BROWSER = "Browser tests need Chromium: install it, or set CHROMIUM to its path."


def find_browser() -> str | None:
    """The path of a Chromium of this computer, or None; the variable CHROMIUM names another."""
    names = [os.environ.get("CHROMIUM", ""), *BROWSER_NAMES, BROWSER_ON_MACOS]
    return next((path for name in names if name and (path := shutil.which(name))), None)


def pytest_configure(config):
    """Cheap passwords, no sign-in throttle, plain static files, a database of this run alone."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.AXES_ENABLED = False
    settings.STORAGES["staticfiles"] = {"BACKEND": settings.PLAIN}
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        # In a file, since threads of the live server cannot share a database in memory.
        folder = tempfile.TemporaryDirectory(prefix="map-tests-")
        config.add_cleanup(folder.cleanup)
        database.setdefault("TEST", {})["NAME"] = Path(folder.name) / "test.sqlite3"


def pytest_collection_modifyitems(items):
    """Marks the tests that ask for a page; without a browser they are skipped, or fail in CI."""
    in_browser = [item for item in items if "browser_name" in getattr(item, "fixturenames", ())]
    for item in in_browser:
        item.add_marker(pytest.mark.browser)
    if not in_browser or find_browser():
        return
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.exit(NO_BROWSER, returncode=1)
    for item in in_browser:
        item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


@pytest.fixture(autouse=True)
def english():
    """Each test starts in English, whatever language the last page was read in."""
    translation.activate("en")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Starts the system's Chromium: Playwright's own build is not downloaded."""
    return browser_type_launch_args | {
        "executable_path": find_browser(),
        "args": BROWSER_ARGUMENTS,
    }
