"""From "it hurts" on the first evening to the page for the doctor, as a file, and to the call."""

import io
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_ten_days import Thumb, keeps_a_diary

MOST_TAPS = 20


@pytest.fixture
def first_evening(page: Page, settings: Any) -> Thumb:
    """Tell that it hurts, keep the diary, and reach today's page."""
    thumb = keeps_a_diary(page, settings, "it hurts")
    thumb.follow("Not tonight")
    return thumb


def test_a_file_for_the_doctor_is_few_taps_away(first_evening: Thumb) -> None:
    thumb, page = first_evening, first_evening.page
    thumb.follow("Mia")
    thumb.follow("For the doctor")
    with page.expect_download() as arrived:
        thumb.tap(page.get_by_role("link", name="As a PDF, to print or send"))
    file = arrived.value.path().read_bytes()
    text = pypdf.PdfReader(io.BytesIO(file)).pages[0].extract_text()
    assert "it hurts" in text
    assert "Not known: nothing is written for these 14 days." in text
    assert thumb.taps <= MOST_TAPS


def test_the_call_is_one_tap_from_today(first_evening: Thumb) -> None:
    thumb, page = first_evening, first_evening.page
    thumb.follow("Today")
    page.goto(f"{page.url.partition('?')[0]}?face=day")
    thumb.follow("The call: whom, and what to say")
    expect(page.locator(".card-one")).to_contain_text("This is about Mia")
    expect(page.get_by_role("link", name="116117")).to_be_visible()
