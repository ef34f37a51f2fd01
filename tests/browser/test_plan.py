"""The plan on a phone: begin, succeed, accept, undo; narrow, large, from right to left."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from stepstool import method
from stepstool.web.diary.models import Diary, StoredEntry
from tests.browser.conftest import PHONE, Visit
from tests.browser.width import fits, width
from tests.web.cast import Cast
from tests.web.pages import wrote
from tests.web.plan.diaries import counting, decided, learned, on_a_break, soft, sore

STATES: dict[str, Callable[[Cast], object]] = {
    "none": lambda cast: soft(cast, 9, 0),
    "stuck": sore,
    "chosen": lambda cast: (soft(cast, 9, 0), decided(cast, 0.1)),
    "counting": counting,
    "learned": learned,
    "break": lambda cast: on_a_break(cast, 18),
}
PAGES = ["plan/", "plan/ladders/b/", "plan/so-far/"]


def decisions(cast: Cast) -> int:
    rows = StoredEntry.objects.filter(
        family_id=cast.family.pk, kind="plan", removed=False
    )
    return rows.count()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def days_later(cast: Cast, days: int) -> None:
    """Let everything written so far lie some days back, as in a diary brought back anew."""
    for row in StoredEntry.objects.filter(family_id=cast.family.pk):
        StoredEntry.objects.filter(family_id=cast.family.pk, id=row.id).update(
            at=row.at - timedelta(days=days)
        )
    Diary.objects.filter(family_id=cast.family.pk).update(epoch=uuid4())


def test_begin_succeed_accept_and_undo(cast: Cast, visit: Visit) -> None:
    soft(cast, 9, 1)
    page = visit("plan/")
    page.get_by_role("link", name="Five small steps").click()
    press(page, "Choose this ladder")
    expect(page.get_by_role("heading", level=1)).to_contain_text("already works")
    press(page, "Agreed: we begin")
    expect(page.get_by_text("Step 1 of 5", exact=True)).to_be_visible()

    for _ in range(3):
        days_later(cast, 1)
        page = visit("poop/")
        page.get_by_role("button", name="As on the step").click()
        page.wait_for_url("**/saved/**")
        with page.expect_navigation():
            page.get_by_role("button", name="Soft").click()

    page = visit("plan/")
    expect(page.get_by_text("3 of 3 in a row")).to_be_visible()
    press(page, "Yes: step 2")
    expect(page.get_by_text("Written down: On to step 2, just now.")).to_be_focused()
    expect(page.get_by_text("Step 2 of 5", exact=True)).to_be_visible()
    press(page, "Undo")
    expect(page.get_by_text("Taken back: On to step 2")).to_be_visible()
    expect(page.get_by_text("Step 1 of 5", exact=True)).to_be_visible()
    press(page, "Decide it after all")
    expect(page.get_by_text("Step 2 of 5", exact=True)).to_be_visible()


def test_a_fight_leads_to_a_break_with_a_day_of_ones_own(
    cast: Cast, visit: Visit
) -> None:
    learned(cast)
    page = visit("plan/")
    with page.expect_navigation():
        press(page, "It has become a fight")
    expect(page.get_by_label("Which day?")).to_be_hidden()
    page.get_by_text("Another day", exact=True).click()
    day = (timezone.now() + timedelta(days=40)).date()
    page.get_by_label("Which day?").fill(day.isoformat())
    press(page, "Begin the break")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Break until")


def test_not_yet_needs_no_step(cast: Cast, visit: Visit) -> None:
    counting(cast)
    page = visit("plan/")
    before = decisions(cast)
    page.get_by_text("On to a later step").click()
    press(page, "Not yet")
    expect(page.get_by_text("Written down: Mia said not yet")).to_be_visible()
    assert decisions(cast) == before + 1


def test_a_double_tap_decides_once(cast: Cast, visit: Visit) -> None:
    learned(cast)
    before = decisions(cast)
    page = visit("plan/")
    page.get_by_role("button", name="Yes: step 3").dblclick()
    expect(page.get_by_text("Step 3 of 5", exact=True)).to_be_visible()
    assert decisions(cast) == before + 1


def test_all_of_it_works_with_a_keyboard(cast: Cast, visit: Visit) -> None:
    learned(cast)
    page = visit("plan/")
    button = page.get_by_role("button", name="Yes: step 3")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Step 3 of 5", exact=True)).to_be_visible()


def test_without_scripts_it_works_too(
    cast: Cast, visit: Visit, browser: Browser, live_server
) -> None:
    learned(cast)
    cookies = visit("plan/").context.cookies()
    bare = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    bare.add_cookies(cookies)  # type: ignore[arg-type]
    page = bare.new_page()
    page.goto(f"/family/{cast.family.pk}/child/{cast.mia.id}/plan/")
    page.get_by_role("button", name="Yes: step 3").click()
    expect(page.get_by_text("Step 3 of 5", exact=True)).to_be_visible()
    bare.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off(cast: Cast, visit: Visit, state: str, path: str) -> None:
    STATES[state](cast)
    page = visit(path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) <= 320
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert fits(page)
    page.set_viewport_size(PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert width(page) <= PHONE["width"]


@pytest.mark.parametrize("state", STATES)
def test_every_button_is_large_enough_for_a_thumb(
    cast: Cast, visit: Visit, state: str
) -> None:
    STATES[state](cast)
    page = visit("plan/")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    touched = page.locator("main :is(button, summary, .choice)")
    small = [
        each.inner_text()
        for each in touched.all()
        if (each.bounding_box() or {"height": 48})["height"] < 47.9
    ]
    assert small == []


def test_today_stays_above_the_fold_with_a_step(cast: Cast, visit: Visit) -> None:
    counting(cast)
    health = method.health
    asked, said = health.DangerKey.CANNOT_DRINK, health.DangerAnswer.NOT_HERE
    wrote(cast, health.DangerSign, sign=asked, answer=said)
    page = visit("?face=day")
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height <= PHONE["height"]
