"""The made-up language, long and from right to left, on a narrow phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.width import fits
from tests.web import pseudo
from tests.web.exchange.files import huckleberry


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("locale")
    pseudo.make(place)
    return place


@pytest.fixture
def rtl(page: Page, settings: Any, languages: Path, live_server: Any) -> Iterator[Page]:
    settings.STEPSTOOL_SIGNUP = "open"
    with pseudo.spoken(settings, languages) as code:
        language = {"name": settings.LANGUAGE_COOKIE_NAME, "value": code}
        page.context.add_cookies([{**language, "url": live_server.url}])
        page.set_viewport_size({"width": 320, "height": 640})
        yield page


def press(page: Page, name: str = "") -> None:
    button = f"button[name={name}]" if name else ".button-main"
    page.locator(button).tap()


@pytest.mark.parametrize("address", ["/", "/look-around/", "/start/"])
def test_an_open_page_fits(rtl: Page, address: str) -> None:
    rtl.goto(address)
    assert rtl.locator("html").get_attribute("dir") == "rtl"
    assert fits(rtl)


def test_the_whole_evening_fits(rtl: Page) -> None:
    rtl.goto("/from-another-app/")
    rtl.locator("[name=nickname]").fill("Mia")
    rtl.locator("[name=month]").select_option("5")
    rtl.locator("[name=year]").select_option("2023")
    rtl.locator("label:has([value=she])").tap()
    press(rtl)
    rtl.wait_for_url("**/start/signs/")
    assert fits(rtl)
    press(rtl, "none")
    rtl.wait_for_url("**/start/keep/")
    assert fits(rtl)
    rtl.locator("[name=name]").fill("Hanna")
    rtl.locator("[name=password]").fill("three kind words")
    press(rtl)
    rtl.wait_for_url("**/account/code/**")
    press(rtl)
    rtl.wait_for_url("**/import/")
    assert fits(rtl)
    file = {"name": "a.csv", "mimeType": "text/csv", "buffer": huckleberry()}
    rtl.locator("input[type=file]").set_input_files(file)
    rtl.wait_for_url("**/import/*-*/")
    assert fits(rtl)
    with rtl.expect_navigation():  # to an address of the same form
        press(rtl)
    assert fits(rtl)
