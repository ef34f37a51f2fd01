"""The potty party and the poop clock on a phone: one tap, narrow, dark."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.width import width


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


def test_a_calm_bar_fills_and_nothing_counts_down(visit: Visit) -> None:
    page = visit("party/")
    assert page.locator("[data-sat]").input_value() == "0"
