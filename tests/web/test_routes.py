"""Trust from the first route: every address, tried by whom it does not concern.

New pages are found by themselves. An address with a hole that `routes.py` cannot fill
fails here, so that nobody forgets.
"""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from stepstool.web.config import urls  # noqa: F401 - so that a broken one is said early
from stepstool.web.diary import writing
from tests.web.cast import Cast, browser_of
from tests.web.diary.days import a_poop
from tests.web.routes import Route, about_mia, about_nobody, routes

ROUTES = routes()
IN_A_FAMILY = [route for route in ROUTES if route.in_a_family]
CLOSED = [route for route in ROUTES if not route.open_to_all]
METHODS = ["get", "post"]

# Open to strangers on purpose: the list is short and is read in review.
OPEN = {
    "healthz",
    "account/sign-in/",
    "account/sign-in/second/",
    "account/sign-in/passkey/",
    "account/sign-in/openid/",
    "account/sign-in/openid/back/",
    "account/sign-out/",
    "account/inactive/",
    "account/lost/",
    "invitation/<str:token>/",
    # A link for the doctor: the viewer, and what it unlocks.
    "shared/",
    "shared/<int:number>/<str:secret>/",
    # The first evening: answers first, account last.
    "",
    "start/",
    "start/where/",
    "start/lately/",
    "start/signs/",
    "start/tonight/",
    "start/keep/",
    "from-another-app/",
    "look-around/",
    # While nobody lives here.
    "restore/",
}


def asked(client: Client, method: str, address: str) -> HttpResponse:
    return getattr(client, method)(address)


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_holes_can_be_filled(cast: Cast, route: Route) -> None:
    assert "<" not in route.filled(about_mia(cast))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("route", CLOSED, ids=str)
def test_a_stranger_is_sent_to_the_door(
    cast: Cast, visitor: Client, route: Route, method: str
) -> None:
    answer = asked(visitor, method, route.filled(about_mia(cast)))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/sign-in/")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("route", IN_A_FAMILY, ids=str)
@pytest.mark.parametrize("who", ["nora", "stranger"])
def test_another_family_finds_nothing_and_gets_no_hint(
    cast: Cast, route: Route, method: str, who: str
) -> None:
    writing.write(cast.anna.membership, cast.mia, [a_poop("first")])
    client = browser_of(cast.nora.user if who == "nora" else cast.stranger)
    theirs = asked(client, method, route.filled(about_mia(cast)))
    nobodys = asked(client, method, route.filled(about_nobody()))
    assert theirs.status_code == nobodys.status_code
    assert theirs.status_code in {404, 405}
    assert without_chance(theirs) == without_chance(nobodys)


@pytest.mark.parametrize("route", IN_A_FAMILY, ids=str)
def test_a_child_is_not_reached_through_ones_own_family(
    cast: Cast, route: Route
) -> None:
    if "<uuid:child_id>" not in route.text:
        pytest.skip("not about a child")
    mixed = about_mia(cast) | {"<int:family_id>": cast.leo.family_id}
    for method in METHODS:
        answer = asked(cast.nora.client, method, route.filled(mixed))
        assert answer.status_code in {404, 405}


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_answer_carries_the_rules(cast: Cast, route: Route) -> None:
    answer = cast.anna.client.get(route.filled(about_mia(cast)))
    assert answer.status_code < 500
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    referrer = "no-referrer" if route.text == "shared/" else "same-origin"
    assert answer["Referrer-Policy"] == referrer
    assert answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    if answer.status_code == 200 and "html" in answer["Content-Type"]:
        assert b'<meta name="robots" content="noindex">' in answer.content
    page = b"" if answer.streaming else answer.content
    assert inline_in(page.decode(errors="replace")) == []


def inline_in(page: str) -> list[str]:
    """Give what the CSP would refuse: styles, scripts, handlers, addresses of scripts."""
    return re.findall(
        r"<style\b|<script\b(?![^>]*\bsrc=)(?![^>]*application/json)|\sstyle\s*=|"
        r"\son[a-z]+\s*=|javascript:",
        page,
        flags=re.IGNORECASE,
    )


def without_chance(answer: HttpResponse) -> bytes:
    """Give a page without the token that differs each time."""
    return re.sub(rb'(csrfmiddlewaretoken" value=)"\w+"', rb"\1", answer.content)


@pytest.mark.parametrize("route", IN_A_FAMILY, ids=str)
def test_every_view_of_a_family_stands_under_the_one_check(route: Route) -> None:
    about = "child" if "<uuid:child_id>" in route.text else "family"
    assert getattr(route.pattern.callback, "closed_to_others", "") == about


def test_only_these_are_open_to_strangers() -> None:
    assert {route.text for route in ROUTES if route.open_to_all} == OPEN
