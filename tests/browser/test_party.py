"""The potty party and the poop clock on a phone: one tap, narrow, dark."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from stepstool import method
from tests.browser.conftest import Visit
from tests.browser.width import width
from tests.web.cast import Cast
from tests.web.pages import wrote


def test_a_party_ends_with_one_tap_and_can_be_undone(visit: Visit) -> None:
    page = visit("party/")
    ended = page.get_by_role("button", name="Sat").or_(
        page.get_by_role("button", name="sat anyway")
    )
    ended.first.click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


@pytest.mark.parametrize("path", ["party/", "patterns/"])
def test_a_narrow_phone_shows_all_of_it(visit: Visit, path: str) -> None:
    page = visit(path)
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) <= 320


def fullness(page: Page) -> list[float]:
    """Give how full each petal is."""
    return list(
        page.evaluate(
            "() => Array.from(document.querySelectorAll('.petals .full'),"
            " (petal) => Number(petal.style.getPropertyValue('--full')))"
        )
    )


@pytest.fixture
def by_day(cast: Cast) -> None:
    """Let it be noon where Mia is, so that a party is offered."""
    ahead = 12 - datetime.now(UTC).hour
    zone = f"Etc/GMT{-ahead:+}" if ahead else "UTC"
    since = datetime.now(UTC) - timedelta(days=60)
    wrote(cast, method.lasting.Zone, at=since, zone=zone)
    for hours in range(24, 24 * 7, 24):
        at = datetime.now(UTC) - timedelta(hours=hours)
        soft = {"place": method.poop.Place.DIAPER, "bristol": 4, "pain": 0}
        wrote(cast, method.poop.Poop, at=at, **soft)


def test_a_petal_fills_each_minute_and_none_empties(visit: Visit, by_day: None) -> None:
    page = visit("party/")
    assert page.locator("[data-sat]").input_value() == "0"
    assert max(fullness(page)) < 0.2
    page.clock.install()
    page.reload()
    page.clock.run_for(150_000)
    first, second, third, *others = fullness(page)
    assert (first, second, max(others)) == (1, 1, 0)
    assert 0.4 < third < 0.6
    page.clock.run_for(180_000)
    assert fullness(page) == [1, 1, 1, 1, 1]
    expect(page.get_by_text("Long enough.")).to_be_visible()


def test_who_asks_for_less_motion_sees_whole_petals(
    visit: Visit, page: Page, by_day: None
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.clock.install()
    visit("party/")
    page.clock.run_for(150_000)
    assert fullness(page) == [1, 1, 0, 0, 0]


def test_what_is_chosen_says_how(visit: Visit) -> None:
    page = visit("party/")
    blow = page.get_by_text("Who blows the biggest?")
    expect(blow).to_be_hidden()
    page.get_by_text("Bubbles").tap()
    expect(blow).to_be_visible()
