"""The house below a path of a name that others have too: nothing leads past it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import set_script_prefix

from stepstool.web.config import entrance
from stepstool.web.diary import writing
from tests.web.cast import Cast
from tests.web.diary.days import a_poop
from tests.web.routes import Route, about_mia, routes

PATH = "/stepstool"
HOUSE = "http://testserver"
QUOTED = re.compile(r"""(?<=["'])(?:http://testserver)?/(?!/)[^"'\s<>]*(?=["'])""")


@pytest.fixture(autouse=True)
def below(settings: Any) -> Iterator[None]:
    """Stand below the path, behind a proxy that takes it off."""
    settings.FORCE_SCRIPT_NAME = PATH
    settings.STATIC_URL = f"{PATH}/static/"
    set_script_prefix(f"{PATH}/")
    yield
    set_script_prefix("/")


def leads_to(answer: HttpResponse) -> list[str]:
    """Give all addresses of this house that an answer names."""
    headers = [answer.get(name, "") for name in ("Location", "X-Goes-To")]
    text = b"" if answer.streaming or is_a_file(answer) else answer.content
    return [*filter(None, headers), *QUOTED.findall(text.decode())]


def is_a_file(answer: HttpResponse) -> bool:
    return "attachment" in answer.get("Content-Disposition", "")


def past_the_house(answer: HttpResponse) -> list[str]:
    paths = (address.removeprefix(HOUSE) for address in leads_to(answer))
    return [path for path in paths if not path.startswith(f"{PATH}/")]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", routes(), ids=str)
def test_no_page_and_no_answer_leads_past_the_house(
    cast: Cast, route: Route, method: str
) -> None:
    writing.write(cast.anna.membership, cast.mia, [a_poop("first")])
    address = route.filled(about_mia(cast))
    for client in (cast.anna.client, Client()):
        client.raise_request_exception = False
        answer = getattr(client, method)(address, headers={"x-stay": "yes"})
        assert past_the_house(answer) == []
        assert {cookie["path"] for cookie in answer.cookies.values()} <= {f"{PATH}/"}


def test_the_walk_sees_addresses_in_pages_and_answers() -> None:
    page = HttpResponse('<a href="/">a</a> <a href="/stepstool/">b</a>')
    page["Location"] = "http://testserver/account/"
    assert past_the_house(page) == ["/account/", "/"]


def test_the_page_has_its_files_and_ways_below_the_path(cast: Cast) -> None:
    answer = cast.anna.client.get("/account/")
    assert f"{PATH}/static/shell/house.css" in leads_to(answer)
    assert f"{PATH}/account/" in leads_to(answer)


def test_who_signs_in_again_comes_back_to_the_page_with_the_form(db: None) -> None:
    before = f"{HOUSE}{PATH}/account/?a=b"
    answer = Client().post("/account/devices/others/end/", headers={"referer": before})
    assert answer["Location"].endswith(f"&next={PATH}/account/%3Fa%3Db")


def test_who_comes_from_a_neighbour_is_led_into_the_house(db: None) -> None:
    before = f"{HOUSE}/photos/"
    answer = Client().post("/account/devices/others/end/", headers={"referer": before})
    assert answer["Location"].endswith(f"&next={PATH}/")


@pytest.mark.parametrize(
    ("asked", "inside"),
    [
        ("/stepstool/account/", "/account/"),  # the proxy hands on what it was asked
        ("/account/", "/account/"),  # the proxy took the path off
        ("/stepstool/static/a.css", "/static/a.css"),
        ("/stepstoolery/", "/stepstoolery/"),
        ("/stepstool", "/stepstool"),
    ],
)
def test_the_path_may_be_taken_off_by_the_proxy_or_not(asked: str, inside: str) -> None:
    assert entrance._below({"path": asked})["path"] == inside


def test_a_path_that_a_page_of_the_house_has_too_stays_open(settings: Any) -> None:
    settings.FORCE_SCRIPT_NAME = "/start"
    assert entrance._below({"path": "/start/where/"})["path"] == "/start/where/"
