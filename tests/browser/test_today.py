"""Today on a phone: above the fold, by night, and with one tap."""

import pytest
from playwright.sync_api import expect

from stepstool.web.diary.models import StoredEntry
from tests.browser.conftest import PHONE, Visit
from tests.browser.width import width
from tests.web.cast import Cast


def kinds(cast: Cast) -> list[str]:
    rows = StoredEntry.objects.filter(family_id=cast.family.pk, removed=False)
    return [row.kind for row in rows]


def test_everything_is_above_the_fold(visit: Visit) -> None:
    page = visit("?face=day")
    main = page.locator("main")
    hidden = main.evaluate("main => main.scrollHeight - main.clientHeight")
    assert hidden <= 0
    assert page.evaluate("document.documentElement.scrollHeight") <= PHONE["height"]


def test_asking_for_a_diaper_is_one_tap(cast: Cast, visit: Visit) -> None:
    page = visit("?face=day")
    page.get_by_role("button", name="Asks for a diaper").click()
    expect(page.get_by_role("heading", name="Give it.")).to_be_visible()
    assert kinds(cast) == ["diaper_request"]


def test_giving_it_can_be_undone(cast: Cast, visit: Visit) -> None:
    page = visit("?face=day")
    page.get_by_role("button", name="Asks for a diaper").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back:")).to_be_visible()
    assert kinds(cast) == []


def test_holding_and_pushing_are_told_apart(cast: Cast, visit: Visit) -> None:
    page = visit("?face=day")
    page.get_by_role("link", name="Is holding").click()
    page.get_by_role("button", name="Holding it in").click()
    expect(page.get_by_role("heading", name="A warm bath")).to_be_visible()
    assert kinds(cast) == ["signal"]


def test_the_night_face_is_black_with_two_buttons(visit: Visit) -> None:
    page = visit("?face=night")
    black = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(black) == "rgb(0, 0, 0)"
    assert page.locator(".night-two .button").count() == 2


def test_who_cannot_sleep_finds_what_can_wait(visit: Visit) -> None:
    page = visit("?face=night")
    page.get_by_role("link", name="Can’t sleep?").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("wait until morning")


PAGES = ["?face=day", "?face=night", "is-holding/", "cannot-sleep/", "why/", "worry/"]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_on_a_narrow_phone(visit: Visit, path: str) -> None:
    page = visit(path)
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) <= 320


@pytest.mark.parametrize("path", PAGES)
def test_text_of_twice_the_size_fits(visit: Visit, path: str) -> None:
    page = visit(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert width(page) <= 390
