"""The guide on a phone: nothing is cut off, and words change their reader without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.width import width

PAGES = [
    "guide/",
    "guide/words/",
    "guide/words/holding/",
    "guide/books/",
    "guide/happens/",
    "guide/grandma/",
    "guide/preschool/",
    "why/",
    "food/",
    "food/plate/",
]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_on_a_narrow_phone(visit: Visit, path: str) -> None:
    page = visit(path)
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) <= 320


@pytest.mark.parametrize("path", PAGES)
def test_text_of_twice_the_size_fits_even_before_the_font_has_come(
    page: Page, visit: Visit, path: str
) -> None:
    page.route("**/*.woff2", lambda route: route.fulfill(body=b""))
    visit(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert width(page) <= 390


def test_another_reader_is_one_tap_away(visit: Visit) -> None:
    page = visit("guide/words/accident/")
    page.get_by_role("link", name="Preschool").click()
    expect(page.get_by_text("without the group")).to_be_visible()
