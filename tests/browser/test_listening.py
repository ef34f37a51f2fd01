"""The calm clock on a phone: no number counts, one sentence gives way to the next."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from stepstool import method
from tests.browser.conftest import Visit
from tests.browser.width import width
from tests.web.cast import Cast
from tests.web.pages import stored, wrote

P, L = method.poop, method.listening


@pytest.fixture
def at_noon(cast: Cast) -> None:
    """Let Mia live where it is noon now, with a soft week behind her."""
    now = timezone.now()
    ahead = 12 - now.hour
    zone = f"Etc/GMT{-ahead:+d}" if ahead else "UTC"
    wrote(cast, method.lasting.Zone, at=now - timedelta(days=60), zone=zone)
    for days in range(6, 0, -1):
        at = now - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)


@pytest.fixture
def listening(at_noon: None, visit: Visit) -> Page:
    page = visit("listening/")
    page.clock.install()
    page.get_by_text("Rested").tap()
    page.get_by_label("Yes").check()
    page.get_by_role("button", name="Begin").tap()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    # The page reads its clock once; until then a leap would only move its beginning.
    expect(page.locator("[data-phase]")).to_be_attached()
    return page


def test_the_sentence_changes_at_the_soft_and_at_the_firm_end(listening: Page) -> None:
    for passed, words in (
        ("10:00", "Stay near, breathe, listen."),
        ("08:00", "A good while by now."),
        ("15:00", "Enough for today"),
    ):
        listening.clock.fast_forward(passed)
        expect(listening.locator(".phase:visible")).to_have_count(1)
        expect(listening.locator(".phase:visible")).to_contain_text(words)


def test_no_number_counts(listening: Page) -> None:
    before = listening.locator("main").inner_text()
    listening.clock.fast_forward("03:00")
    assert listening.locator("main").inner_text() == before


def test_stop_is_one_tap_at_any_moment(cast: Cast, listening: Page) -> None:
    listening.get_by_role("button", name="Stop").tap()
    listening.get_by_text("Many tears").first.tap()
    listening.get_by_text("Mia said stop").tap()
    listening.get_by_role("button", name="Keep").tap()
    expect(listening.get_by_text("That is what makes it safe.")).to_be_visible()
    (session,) = stored(cast, L.Listening)
    assert (session.strength_before, session.stopped_by) == (3, "child")


PAGES = ["listening/", "medicine/", "medicine/from-below/", "medicine/order/"]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_on_a_narrow_phone(
    at_noon: None, visit: Visit, path: str
) -> None:
    page = visit(path)
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) <= 320


@pytest.mark.parametrize("path", PAGES)
def test_text_of_twice_the_size_fits(at_noon: None, visit: Visit, path: str) -> None:
    page = visit(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert width(page) <= 390
