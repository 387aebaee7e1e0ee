"""What every test stands on: a database of its own, quick settings, and a browser where there is one.

The whole suite runs on SQLite without any service; with DATABASE_URL it runs on PostgreSQL.
"""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
BROWSER_REQUIRED = os.environ.get("CI") == "true" or os.environ.get("REQUIRE_BROWSER") == "1"

# No deadline and no memory: the same example takes longer on a busy machine, and others run beside us.
hypothesis.settings.register_profile("talong", deadline=None, database=None, print_blob=True)
hypothesis.settings.load_profile("talong")


def pytest_configure(config: pytest.Config) -> None:
    """Point the settings away from the shop that may be running beside the tests."""
    scratch = Path(tempfile.mkdtemp(prefix="test-", dir=settings.VAR_DIR))
    config.add_cleanup(lambda: shutil.rmtree(scratch, ignore_errors=True))
    database = settings.DATABASES["default"]
    sqlite = database["ENGINE"] == "django.db.backends.sqlite3"
    # A file, not memory: threads that race for the last copy need connections of their own.
    name = str(scratch / "test.sqlite3") if sqlite else f"test_talong_{secrets.token_hex(4)}"
    database["TEST"] = {**database.get("TEST", {}), "NAME": name}
    settings.MEDIA_ROOT = scratch / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.WHITENOISE_AUTOREFRESH = True  # look for a static file when it is asked for, not at start
    settings.SITE_URL = "https://talong.example"
    if not hasattr(config, "workerinput"):
        _make_what_pages_need()


def _make_what_pages_need() -> None:
    from django.core.management import call_command

    call_command("translations", "compile", verbosity=0)
    call_command("build_fonts", verbosity=0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and (reason := _why_no_browser()):
        if BROWSER_REQUIRED:
            pytest.fail(f"{reason}, and here the browser tests must run", pytrace=False)
        pytest.skip(reason)
    if item.get_closest_marker("row_locks") and connection.vendor == "sqlite":
        pytest.skip("SQLite has no row locks: run with DATABASE_URL=postgres://...")


@cache
def _why_no_browser() -> str:
    """What keeps the browser tests from running; empty where nothing does."""
    if not CHROMIUM:
        return "Chromium is not installed (on Debian: apt install chromium)"
    driver, *_ = compute_driver_executable()
    try:
        subprocess.run([driver, "--version"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return "Playwright's driver does not start (on Debian: apt install libatomic1)"
    return ""


@pytest.fixture(scope="session")
def _browser() -> Iterator[Any]:
    """Chromium, started once for all tests of a worker."""
    # Playwright keeps an event loop in this thread; the tests themselves are not asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(_browser: Any, live_server: Any) -> Iterator[Any]:
    """A page of a fresh browser, in Swedish, whose addresses start at the live server.

    `page.goto("/sok/")`. It refuses requests to other hosts, and the test fails if one was made.
    """
    context = _browser.new_context(
        base_url=live_server.url, locale="sv-SE", viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(10_000)
    strangers: list[str] = []

    def refuse(route: Any) -> None:
        strangers.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith((live_server.url, "data:", "blob:")), refuse)
    yield context.new_page()
    context.close()
    assert strangers == []
