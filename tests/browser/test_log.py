"""Writing down, as a thumb does it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from stepstool import method
from stepstool.web.diary.models import StoredEntry
from tests.browser.conftest import Visit
from tests.browser.width import width
from tests.web.cast import Cast
from tests.web.pages import wrote


def written(cast: Cast, kind: str = "poop", *, removed: bool = False) -> int:
    rows = StoredEntry.objects.filter(
        family_id=cast.family.pk, kind=kind, removed=removed
    )
    return rows.count()


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_poop_takes_two_taps(cast: Cast, visit: Visit) -> None:
    page = visit("?face=day")
    page.get_by_role("link", name="Poop!").click()
    tap(page, "Diaper")
    expect(page.get_by_text("Saved: in the diaper, just now.")).to_be_visible()
    assert written(cast) == 1


def test_a_poop_that_counts_takes_three_taps(cast: Cast, visit: Visit) -> None:
    start = {"move": method.lasting.Move.START, "ladder": "b", "step": 2}
    wrote(cast, method.lasting.Plan, ladder_version=1, **start)
    page = visit("?face=day")
    page.get_by_role("link", name="Poop!").click()
    tap(page, "Diaper")
    tap(page, "Sitting on the lid Bathroom")
    expect(
        page.get_by_role("heading", name="The first time on this step!")
    ).to_be_visible()
    assert written(cast) == 1


def test_the_saved_line_has_the_focus(visit: Visit) -> None:
    page = visit("poop/")
    tap(page, "Potty")
    expect(page.get_by_text("Saved: in the potty, just now.")).to_be_focused()


def test_undo_takes_it_back(cast: Cast, visit: Visit) -> None:
    page = visit("poop/")
    tap(page, "Diaper")
    tap(page, "Undo")
    expect(page.get_by_text("Taken back: in the diaper, just now.")).to_be_visible()
    assert written(cast) == 0


def test_one_more_tap_says_how_it_was(visit: Visit) -> None:
    page = visit("poop/")
    tap(page, "Diaper")
    tap(page, "Soft")
    expect(page.locator(".told")).to_have_text("Soft, in one piece")


def test_a_double_tap_writes_one_entry(cast: Cast, visit: Visit) -> None:
    page = visit("poop/")
    page.get_by_role("button", name="Diaper", exact=True).dblclick()
    expect(page.get_by_text("Saved:")).to_be_visible()
    assert written(cast) == 1


def test_after_coming_back_a_second_poop_is_a_second_entry(
    cast: Cast, visit: Visit
) -> None:
    page = visit("poop/")
    with page.expect_navigation():
        tap(page, "Diaper")
    page.go_back()
    tap(page, "Potty")
    expect(page.get_by_text("Saved: in the potty")).to_be_visible()
    assert written(cast) == 2


def test_another_time_shows_its_field_when_it_is_chosen(visit: Visit) -> None:
    page = visit("poop/")
    field = page.get_by_label("Day and time")
    expect(field).to_be_hidden()
    page.get_by_text("Other time").click()
    expect(field).to_be_visible()


def test_the_keyboard_alone_is_enough(cast: Cast, visit: Visit) -> None:
    page = visit("?face=day")
    page.get_by_role("link", name="Poop!").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Diaper", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved:")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Taken back:")).to_be_focused()
    assert written(cast) == 0


def test_without_scripts_it_is_two_taps_too(
    cast: Cast, visit: Visit, browser: Browser
) -> None:
    signed_in = visit("?face=day")
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(signed_in.context.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(signed_in.url)
    page.get_by_role("link", name="Poop!").click()
    tap(page, "Diaper")
    expect(page.get_by_text("Saved: in the diaper, just now.")).to_be_visible()
    context.close()
    assert written(cast) == 1


# The words of a tile that stand in two lines.
BROKEN = """() => [...document.querySelectorAll(".tile > span")].flatMap((tile) => {
  const text = tile.firstChild, broken = [];
  for (const word of text.data.matchAll(/\\p{L}+/gu)) {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
    if (lines.size > 1) broken.push(word[0]);
  }
  return broken;
})"""
CUT_OFF = "line => line.scrollHeight > line.clientHeight"


def test_what_follows_a_poop_is_whole(cast: Cast, visit: Visit) -> None:
    start = {"move": method.lasting.Move.START, "ladder": "hiding_place", "step": 1}
    wrote(cast, method.lasting.Plan, ladder_version=1, **start)
    page = visit("poop/?face=day")
    tap(page, "Diaper")
    expect(page.get_by_role("button", name="Elsewhere at home")).to_be_visible()
    assert page.evaluate(BROKEN) == []
    tap(page, "Hiding place")
    assert not page.locator(".earned").evaluate(CUT_OFF)
    page.get_by_role("link", name="More details").click()
    expect(page.get_by_text("Screamed")).to_be_visible()
    assert page.evaluate(BROKEN) == []


PAGES = ["poop/", "more/", "more/sit/", "more/signal/", "diary/", "signs/"]


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


# How many lines the words of a link take.
LINES = """link => {
  const range = document.createRange();
  range.selectNodeContents([...link.childNodes].findLast((node) => node.textContent.trim()));
  return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
}"""


def test_the_word_of_the_great_button_is_whole_in_text_of_twice_the_size(
    visit: Visit,
) -> None:
    page = visit("?face=day")
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.get_by_role("link", name="Poop!").evaluate(LINES) == 1
    assert width(page) <= 320
