"""Nothing typed is lost: no line, a silent server, an ended session, a page open too long."""

import re
import sqlite3
from typing import NoReturn

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client
from playwright.sync_api import Page, Route, expect

from stepstool.web.diary import writing
from stepstool.web.diary.models import StoredEntry
from tests.browser.conftest import Visit
from tests.web.cast import PASSWORD, Cast

NOTE = "more/note/"
TYPED = "Hid behind the curtain."
FAILURES = 5  # so many wrong passwords in five minutes, and a pause


def written(cast: Cast) -> list[str]:
    rows = StoredEntry.objects.filter(family_id=cast.family.pk, removed=False)
    return [row.kind for row in rows]


def write(page: Page) -> None:
    page.locator("textarea").fill(TYPED)
    page.locator(".button-main").click()


def test_what_was_typed_outlives_a_silent_server_and_no_network(
    cast: Cast, visit: Visit
) -> None:
    page = visit(NOTE)
    cut = re.compile("more/note")
    page.route(cut, lambda _route: None)  # no answer at all
    write(page)
    expect(page.get_by_role("alert")).to_contain_text("No answer just now")
    page.unroute(cut)
    page.route(cut, lambda route: route.abort())
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("alert")).to_contain_text("still here")
    assert page.locator("textarea").input_value() == TYPED
    page.unroute(cut)
    page.get_by_role("button", name="Try again").click()
    page.wait_for_url("**/saved/**")
    assert written(cast) == ["note"]


def test_what_was_typed_outlives_a_full_disk_and_the_page_says_why(
    cast: Cast, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit(NOTE)
    with monkeypatch.context() as for_now:
        for_now.setattr(writing, "entered", full)
        write(page)
        expect(page.get_by_role("alert")).to_contain_text("disk of this house is full")
    assert page.locator("textarea").input_value() == TYPED
    page.get_by_role("button", name="Try again").click()
    page.wait_for_url("**/saved/**")
    assert written(cast) == ["note"]


def full(*_: object) -> NoReturn:
    """Fail as SQLite does where there is no room, as Django passes it on."""
    cause = sqlite3.OperationalError()
    cause.sqlite_errorname = "SQLITE_FULL"
    raise OperationalError from cause


def test_an_answer_that_got_lost_writes_nothing_twice(cast: Cast, visit: Visit) -> None:
    page = visit(NOTE)

    def lose(route: Route) -> None:
        route.fetch(max_redirects=0)  # it was written, and nobody heard
        route.abort()

    page.route("**/more/note/", lose)
    write(page)
    expect(page.get_by_role("alert")).to_contain_text("No answer just now")
    page.unroute("**/more/note/")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_url("**/saved/**")
    assert written(cast) == ["note"]


def test_after_signing_in_again_one_is_back_with_what_was_typed(
    cast: Cast, visit: Visit
) -> None:
    page = visit(NOTE)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    write(page)
    expect(page.get_by_role("alert")).to_contain_text("You were signed out")
    page.get_by_role("link", name="Sign in", exact=True).click()
    page.get_by_label("name").fill("Anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"**/{NOTE}")
    assert page.locator("textarea").input_value() == TYPED
    page.get_by_role("button", name="Send it now").click()
    page.wait_for_url("**/saved/**")
    assert written(cast) == ["note"]


def test_a_page_that_was_open_for_long_takes_a_new_token(
    cast: Cast, visit: Visit, live_server
) -> None:
    page = visit(NOTE)
    fresh = Client()
    fresh.get("/account/sign-in/")
    name = settings.CSRF_COOKIE_NAME
    token = fresh.cookies[name].value
    cookie = {"name": name, "value": token, "url": live_server.url}
    page.context.add_cookies([cookie])
    write(page)
    page.wait_for_url("**/saved/**")
    assert written(cast) == ["note"]


def test_what_is_to_be_corrected_is_said_on_the_page(cast: Cast, visit: Visit) -> None:
    page = visit("poop/?when=choose")
    page.locator("input[name=at]").evaluate("input => input.removeAttribute('max')")
    page.locator("input[name=at]").fill("2030-01-01T10:00")
    page.locator(".places button").first.click()
    expect(page.locator(".error").first).to_be_visible()
    assert written(cast) == []
    page.locator("input[name=at]").fill("2020-01-01T10:00")
    page.locator(
        ".places button"
    ).first.click()  # the page that came in its place works
    page.wait_for_url("**/saved/**")
    assert written(cast) == ["poop"]


def test_a_wrong_password_is_sent_once_and_counts_once(cast: Cast, page: Page) -> None:
    cache.clear()
    tries: list[str] = []
    page.on("request", lambda one: tries.append(one.url) if one.method == "POST" else 0)
    page.goto("/account/sign-in/?next=/account/")
    page.get_by_label("name").fill("Anna")
    for time in range(1, FAILURES):
        page.get_by_label("Password").fill(f"wrong {time}")
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.locator(".error:not([hidden])")).to_contain_text("do not match")
        expect(page.get_by_label("Password")).to_be_empty()
        assert len(tries) == time
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/account/")
    expect(page.locator("h1")).to_have_text("Anna")


def test_what_a_little_pause_refused_is_kept(cast: Cast, visit: Visit) -> None:
    page = visit(NOTE)
    page.route("**/more/note/", refused)
    write(page)
    expect(page.locator("h1")).to_have_text("A little pause")
    page.unroute("**/more/note/")
    page.reload()
    assert page.locator("textarea").input_value() == TYPED
    page.get_by_role("button", name="Send it now").click()
    page.wait_for_url("**/saved/**")
    assert written(cast) == ["note"]


def refused(route: Route) -> None:
    """Answer what is sent with a page that has no form; let pages be opened."""
    page = (
        "<title>A pause</title><main id=main tabindex=0><h1>A little pause</h1></main>"
    )
    if route.request.method == "POST":
        route.fulfill(status=429, content_type="text/html", body=page)
    else:
        route.continue_()
