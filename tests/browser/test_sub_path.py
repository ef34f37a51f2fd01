"""A poop is written down below a path of a name that others have too, through a real proxy."""

import copy
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as house_settings
from django.urls import set_script_prefix
from playwright.sync_api import Page, expect

from stepstool.web.diary.models import StoredEntry
from tests.web.cast import PASSWORD, Cast

PATH = "/stepstool"


class TakesThePathOff(BaseHTTPRequestHandler):
    """Hands on what is asked below the path, without it; elsewhere is somebody else."""

    house = ""

    def do_GET(self) -> None:
        if not self.path.startswith(f"{PATH}/"):
            self.send_error(418)
            return
        line = HTTPConnection(self.house)
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        line.request(
            self.command, self.path.removeprefix(PATH), sent, dict(self.headers)
        )
        answer = line.getresponse()
        page = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in {"connection", "content-length"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
        line.close()

    do_POST = do_GET  # noqa: N815 - as the standard library calls it

    def log_message(self, *_: object) -> None:
        """Keep still."""


@pytest.fixture
def address(settings: Any, live_server: Any) -> Iterator[str]:
    """Give the address of the house as its proxy shows it."""
    settings.FORCE_SCRIPT_NAME = PATH
    settings.STATIC_URL = f"{PATH}/static/"
    settings.STORAGES = copy.deepcopy(settings.STORAGES)
    handler = type(
        "Proxy", (TakesThePathOff,), {"house": urlsplit(live_server.url).netloc}
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as proxy:
        Thread(target=proxy.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{proxy.server_port}{PATH}/"
        proxy.shutdown()
    set_script_prefix("/")


def test_a_poop_is_written_down_below_a_path(
    cast: Cast, page: Page, address: str
) -> None:
    elsewhere: list[str] = []
    page.on(
        "request",
        lambda one: None if one.url.startswith(address) else elsewhere.append(one.url),
    )
    page.goto(f"{address}account/sign-in/")
    page.locator("[name=login]").fill(cast.anna.user.username)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main .button-main").click()
    page.wait_for_url(f"{address}family/**")
    page.goto(f"{address}family/{cast.family.pk}/child/{cast.mia.id}/poop/")
    page.get_by_role("button", name="Diaper", exact=True).click()
    page.wait_for_url(f"{address}**/saved/**")
    expect(page.locator("main")).to_be_visible()
    entries = StoredEntry.objects.filter(family_id=cast.family.pk, removed=False)
    assert [entry.kind for entry in entries] == ["poop"]
    assert elsewhere == []
    kept = {cookie["name"]: cookie["path"] for cookie in page.context.cookies()}
    assert kept[house_settings.SESSION_COOKIE_NAME] == f"{PATH}/"
