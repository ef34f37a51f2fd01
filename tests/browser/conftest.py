"""What all browser tests share: a real Chromium on a real server, as a phone at night.

A page that breaks the CSP, logs an error or asks another house for anything fails.
"""

import copy
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import pytest
from django.conf import settings as house_settings
from django.db import connection
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from tests.web import cast as named

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright brings its own loop
HERE = Path(__file__).parent
PHONE = {"width": 390, "height": 844}
# The engine without its windows first: it opens as a new phone for each test in a third of the
# time, and shows the same.
CHROMIUMS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
QUIET = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # letters as wide as on a phone, with windows or without
)

# A busy machine is no fault of the page.
expect.set_options(timeout=20_000)

Visit: TypeAlias = Callable[[str], Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark these tests, and let them reach the server on this machine."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "localhost"]))


@pytest.fixture(scope="session", autouse=True)
def set_up_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Before the server starts: a database in a file, and no static files collected."""
    folder = tmp_path_factory.mktemp("house")
    house_settings.STATIC_ROOT = folder
    if connection.vendor == "sqlite":
        test = {**connection.settings_dict["TEST"], "NAME": folder / "test.sqlite3"}
        connection.settings_dict["TEST"] = test


@pytest.fixture(autouse=True)
def house(settings: Any, tmp_path: Path) -> None:
    """Hash quickly, serve static files as they lie there, keep data apart."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = copy.deepcopy(settings.STORAGES) | {
        "staticfiles": {"BACKEND": plain}
    }
    settings.DATA = tmp_path


def installed_chromium() -> str:
    """Give the first that is there, or else the last, whose absence Playwright explains."""
    return str(next((path for path in CHROMIUMS if path.exists()), CHROMIUMS[-1]))


@pytest.fixture(scope="session")
def base_url() -> None:
    """Take the place of the plugin's fixture, which pytest 9 warns of."""


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    """Start Debian's Chromium, without any errand of its own."""
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("CHROMIUM") or installed_chromium(),
        "args": list(QUIET),
    }


@pytest.fixture
def browser_context_args(
    browser_context_args: dict[str, Any], live_server: Any
) -> dict[str, Any]:
    """Be a phone in Berlin."""
    return {
        **browser_context_args,
        "base_url": live_server.url,
        "viewport": PHONE,
        "has_touch": True,
        "timezone_id": "Europe/Berlin",
        "locale": "en-GB",
    }


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Open a page that is well-behaved: no errors, no request to anybody else."""
    wrongs: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # A refused form is answered with 4xx, and a test may cut the line: the browser
        # calls both an error.
        expected = any(
            part in message.text
            for part in ("status of 4", "status of 503", "ERR_FAILED")
        )
        if message.type == "error" and not expected:
            wrongs.append(message.text)

    def watch(request: Request) -> None:
        if urlsplit(request.url).hostname not in {"localhost", "127.0.0.1", None}:
            wrongs.append(f"asked {request.url}")

    page.on("console", listen)
    page.on("pageerror", lambda error: wrongs.append(str(error)))
    page.on("request", watch)
    yield page
    assert wrongs == []


@pytest.fixture
def cast(db: None) -> named.Cast:
    """Give everybody; see tests/web/cast.py."""
    return named.gather()


@pytest.fixture
def visit(page: Page, cast: named.Cast, live_server: Any) -> Visit:
    """Let Anna, signed in, open a page about Mia by the end of its address."""
    session = cast.anna.client.cookies[house_settings.SESSION_COOKIE_NAME].value
    name = house_settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": session, "url": live_server.url}])

    def open_page(path: str) -> Page:
        page.goto(f"/family/{cast.family.pk}/child/{cast.mia.id}/{path}")
        return page

    return open_page
