"""The ways around: from today every page is found in three taps, and each has a way back."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import (
    Resolver404,
    clear_script_prefix,
    resolve,
    reverse,
    set_script_prefix,
)

from stepstool import method
from stepstool.web.diary import doors
from stepstool.web.families.models import Child
from tests.web.cast import Cast, Person
from tests.web.pages import address, get, text_of, wrote
from tests.web.routes import about_mia, routes

TAPS = 3
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)')
# Reached by pressing a button, not by a link: what was just written, begun or made. An order has to
# be written before anything reminds of it.
AFTER_A_BUTTON = {
    "saved",
    "diaper-given",
    "what-helps",
    "listening-now",
    "listening-after",
    "medicine-enema",
    "medicine-reminders",
    "recovery-code",
    "account_reauthenticate",
    "import-preview",
    "first-line",
    "first-done",
    "rewards-given",
    # Where a clock ran ahead: today and the diary lead there then.
    "to-come",
}
# For strangers, and for machines.
NOT_FOR_MEMBERS = {
    "account_login",
    "account_reset_password",
    "account_inactive",
    "account_logout",
    "invitation",
    "home",
    "healthz",
    "look-around",
    "export",
    "export-sheets",
    "restore-diary",
    "doctor-pdf",
    "doctor-bundle",
    "shared",
    "shared-copy",
    "medicine-calendar",
}


def name_of(path: str) -> str:
    try:
        return resolve(path).url_name or ""
    except Resolver404:
        return ""


def links(page: str) -> Iterator[str]:
    return (unescape(link) for link in LINK.findall(page))


def is_page(answer: Any) -> bool:
    return answer.status_code == 200 and "html" in answer["Content-Type"]


def walked(client: Client, start: str, taps: int = TAPS) -> dict[str, str]:
    """Give the pages that a few taps reach, one of each name, as text."""
    pages: dict[str, str] = {}
    next_ones = {start}
    for _tap in range(taps + 1):
        pressed, next_ones = next_ones, set()
        for path in sorted(pressed):
            if name_of(path) in pages or name_of(path) in NOT_FOR_MEMBERS - {"home"}:
                continue
            answer = client.get(path, {"face": "day"}, follow=True)
            assert answer.status_code == 200, f"{path} answers {answer.status_code}"
            pages[name_of(path)] = answer.content.decode()
            next_ones |= set(links(pages[name_of(path)]))
    return pages


@pytest.fixture
def lived_in(cast: Cast) -> Cast:
    wrote(cast, method.poop.Poop, place=method.poop.Place.DIAPER)
    return cast


def pages_for(cast: Cast, who: Person) -> set[str]:
    """Give the names of all pages that answer somebody with a page."""
    names = set()
    for route in routes():
        if is_page(who.client.get(route.filled(about_mia(cast)))):
            names.add(str(route.pattern.name))
    first_evening = {name for name in names if name.startswith(("start", "tonight"))}
    return names - AFTER_A_BUTTON - NOT_FOR_MEMBERS - first_evening


def left_alone(walk: dict[str, str]) -> set[str]:
    """Give the pages without the bar, or (but for the doors) without a way back."""
    landings = {door.page for door in doors.DOORS}
    return {
        name
        for name, page in walk.items()
        if 'class="nav"' not in page
        or (name not in landings and 'class="way-back"' not in page)
    }


def test_from_today_a_parent_finds_every_page_in_three_taps_and_the_way_back(
    lived_in: Cast,
) -> None:
    walk = walked(lived_in.anna.client, address(lived_in, "today"))
    assert pages_for(lived_in, lived_in.anna) - set(walk) == set()
    # Of the night, and the front door, which leads to today.
    assert left_alone(walk) <= {"cannot-sleep", "home"}


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_nobody_is_led_to_a_shut_door(lived_in: Cast, who: str) -> None:
    person = getattr(lived_in, who)
    walk = walked(person.client, address(lived_in, "today"))
    assert {"patterns", "guide", "people", "plan"} <= set(walk)


def test_every_name_in_the_table_is_an_address() -> None:
    names = {str(route.pattern.name) for route in routes()}
    for door in doors.DOORS:
        for place in (door, *door.places):
            assert {place.page, *place.behind} <= names


def test_the_third_door_has_the_childs_name(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "today", face="day"))
    bar = page[page.index('class="nav"') :]
    assert "<span>Mia</span>" in bar


def test_pages_of_who_keep_the_bar(cast: Cast) -> None:
    page = cast.anna.client.get("/account/").content.decode()
    assert address(cast, "today") in page
    assert "Us" in page[page.index("way-back") :][:200]


def with_a_brother(cast: Cast) -> Child:
    return Child.objects.create(family=cast.family, nickname="Tom", born=cast.mia.born)


def back_from(client: Client, path: str) -> set[str]:
    """Give the children to whom the bar of a page leads."""
    page = client.get(path).content.decode()
    return set(re.findall(r"/child/([0-9a-f-]{36})/patterns/", page))


def test_pages_of_who_lead_back_to_the_child_that_one_came_from(cast: Cast) -> None:
    tom, anna = with_a_brother(cast), cast.anna.client
    us = f"/family/{cast.family.pk}/people/"
    assert back_from(anna, us) == {str(cast.mia.id)}
    for child in (tom, cast.mia, tom):
        anna.get(reverse("plan", args=[cast.family.pk, child.id]))
        assert back_from(anna, us) == {str(child.id)}
        assert back_from(anna, "/account/") == {str(child.id)}


def test_a_child_of_others_that_a_browser_names_is_nobodys_way_back(cast: Cast) -> None:
    anna = cast.anna.client
    anna.cookies[doors.LAST_CHILD] = str(cast.leo.id)
    assert back_from(anna, "/account/") == {str(cast.mia.id)}


def test_who_belongs_nowhere_finds_the_front_door(cast: Cast) -> None:
    client = Client()
    page = client.get("/account/sign-in/").content.decode()
    assert 'class="brand" href="/"' in page
    assert 'class="nav"' not in page


def test_under_a_sub_path_the_doors_lead_there(cast: Cast) -> None:
    plan, rewards = address(cast, "plan"), address(cast, "rewards")
    assert f'href="{rewards}"' in cast.anna.client.get(plan).content.decode()
    set_script_prefix("/house/")
    try:
        below = cast.anna.client.get(plan).content.decode()
    finally:
        clear_script_prefix()
    assert f'href="/house{rewards}"' in below
