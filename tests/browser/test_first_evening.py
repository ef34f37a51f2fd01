"""A stranger, a child, an evening: from the front door to today's page."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.evening import go_on, keep, say_who, tick
from tests.browser.width import fits


@pytest.fixture(autouse=True)
def free(settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "first"


def test_a_stranger_reaches_todays_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Start", exact=True).tap()
    say_who(page)
    tick(page, "in a diaper, in a hiding place")
    tick(page, "soft and easy")
    page.get_by_role("button", name="None of these").tap()
    expect(page.get_by_role("heading", name="One thing for tonight")).to_be_visible()
    expect(page.locator(".card-one")).to_contain_text("hiding place")
    page.get_by_role("link", name="Keep it").tap()
    keep(page)
    page.get_by_label("What is hard tonight?").fill("All of it.")
    page.get_by_role("button", name="Put it away").tap()
    expect(page.get_by_text("tap it here")).to_be_visible()
    page.get_by_role("link", name="To Mia’s page").tap()
    expect(page).to_have_url(re.compile(r"/family/\d+/child/[0-9a-f-]+/\?face=day$"))
    expect(page.locator("h1")).to_be_visible()


def test_the_zone_comes_from_the_phone(page: Page) -> None:
    page.goto("/start/")
    expect(page.get_by_label("Where are you at home?")).to_have_value("Europe/Berlin")


def test_zones_are_a_short_list_with_all_others_one_tap_further(page: Page) -> None:
    page.goto("/start/")
    zone = page.get_by_label("Where are you at home?")
    assert zone.locator("option").all_text_contents() == [
        "Berlin (Europe)",
        "Another place …",
    ]
    zone.select_option("Another place …")
    expect(zone).to_have_value("Europe/Berlin")
    assert zone.locator("option").count() > 300
    zone.select_option("America/New_York")
    expect(zone).to_have_value("America/New_York")


def test_a_reload_loses_nothing(page: Page) -> None:
    page.goto("/start/")
    say_who(page)
    expect(page.locator("h1")).to_have_text("Where does it happen now?")
    page.reload()
    page.get_by_role("link", name="Back").tap()
    expect(page.get_by_label("What do you call your child?")).to_have_value("Mia")


def test_the_own_word_is_asked_for_when_it_is_chosen(page: Page) -> None:
    page.goto("/start/")
    own = page.get_by_label("Your own word", exact=True)
    expect(own).to_be_hidden()
    page.get_by_text("our own word", exact=True).tap()
    expect(own).to_be_visible()


def test_the_password_can_be_seen(page: Page) -> None:
    to_keep(page)
    password = page.get_by_label("Password")
    page.get_by_role("button", name="Show what I type").tap()
    expect(password).to_have_attribute("type", "text")
    page.get_by_role("button", name="Hide it again").tap()
    expect(password).to_have_attribute("type", "password")


def test_a_sign_of_now_shows_the_call_and_nothing_else(page: Page) -> None:
    page.goto("/start/")
    say_who(page)
    page.get_by_role("button", name="Skip this one").tap()
    page.get_by_role("button", name="Skip this one").tap()
    page.get_by_text("Throws up green or bloody").tap()
    page.get_by_role("button", name="Go on with what I ticked").tap()
    expect(page.locator(".alert-now h1")).to_be_in_viewport()
    expect(page.locator(".button-main")).to_have_count(0)


def test_it_works_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/start/where/")
    say_who(page)
    page.get_by_role("checkbox", name="in the pants").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Go on", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("How has it been, these four weeks?")


def test_it_works_without_javascript(browser: Any, live_server: Any) -> None:
    with_none = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = with_none.new_page()
    page.goto("/start/")
    page.get_by_label("Where are you at home?").select_option("Europe/Paris")
    page.get_by_label("What do you call your child?").fill("Mia")
    page.get_by_label("Month").select_option("5")
    page.get_by_label("Year").select_option("2023")
    page.get_by_text("she", exact=True).click()
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("h1")).to_have_text("Where does it happen now?")
    with_none.close()


@pytest.fixture
def narrow(page: Page) -> Page:
    page.set_viewport_size({"width": 320, "height": 568})
    return page


@pytest.mark.parametrize("address", ["/", "/look-around/", "/start/"])
def test_a_page_fits_320_pixels(narrow: Page, address: str) -> None:
    narrow.goto(address)
    assert fits(narrow)


def test_the_questions_fit_320_pixels(narrow: Page) -> None:
    narrow.goto("/start/")
    say_who(narrow)
    for title, answer in (
        ("Where does it happen now?", "in the pants"),
        ("How has it been, these four weeks?", "it hurts"),
    ):
        expect(narrow.locator("h1")).to_have_text(title)
        assert fits(narrow)
        tick(narrow, answer)
    expect(narrow.locator("h1")).to_have_text("Any of these today?")
    assert fits(narrow)
    narrow.get_by_role("button", name="None of these").tap()
    expect(narrow.locator(".card-one")).to_be_visible()
    assert fits(narrow)


def test_text_of_twice_the_size_fits(page: Page) -> None:
    page.goto("/look-around/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(page)
    page.goto("/start/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(page)


def test_what_is_tapped_while_looking_around_is_answered_and_not_kept(
    page: Page,
) -> None:
    page.goto("/")
    page.get_by_role("link", name="Look around").tap()
    page.get_by_role("link", name="Look at Mia’s day").tap()
    page.get_by_role("link", name="Poop!").tap()
    page.locator("form button").first.tap()
    expect(page.get_by_text("Here it would be kept")).to_be_visible()
    page.get_by_role("link", name="Look further").tap()
    expect(page.get_by_text("Nothing you tap is kept.")).to_be_visible()


def to_keep(page: Page) -> None:
    page.goto("/start/")
    say_who(page)
    tick(page, "in the pants")
    tick(page, "don’t know")
    page.get_by_role("button", name="None of these").tap()
    page.get_by_role("link", name="Keep it").tap()


def test_all_of_it_says_go_on_once(page: Page) -> None:
    page.goto("/start/")
    go_on(page)
    expect(page.get_by_text("Write a name; any pet name will do.")).to_be_visible()
