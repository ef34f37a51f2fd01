"""Rewards on a phone: given in one tap, instead, undo; narrow, dark, from right to left."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.width import width
from tests.web.cast import Cast
from tests.web.pages import wrote
from tests.web.rewards.days import Price, Prize, ago, on_step, pooped

PAGES = ["rewards/", "rewards/given/", "rewards/choices/", "?face=day"]


def lively(cast: Cast) -> None:
    """Mia is on the last step; the kite stands on the shelf, the jar is counted."""
    on_step(cast)
    wrote(cast, Prize, at=ago(2), what="A kite as red as a fire engine", place="Shelf")
    jar = {"ladder": "b", "step": 5, "thing": "kisses", "first": 10, "jar": 12}
    wrote(cast, Price, at=ago(2), **jar)
    pooped(cast)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def test_given_and_undone(cast: Cast, visit: Visit) -> None:
    on_step(cast)
    pooped(cast)
    page = visit("rewards/")
    press(page, "Given: 10 chocolate kisses")
    expect(page.get_by_text("Given: 10 chocolate kisses, just now.")).to_be_focused()
    press(page, "Undo")
    expect(page.get_by_text("Taken out again: 10 chocolate kisses")).to_be_visible()
    press(page, "Given: 10 chocolate kisses")
    expect(page.get_by_text("Given: 10 chocolate kisses, just now.")).to_be_visible()


def test_something_else_instead(cast: Cast, visit: Visit) -> None:
    on_step(cast)
    pooped(cast)
    page = visit("rewards/")
    page.get_by_text("Something else instead").click()
    press(page, "Nail polish")
    expect(page.get_by_text("Given: Nail polish, just now.")).to_be_visible()


def test_the_quiet_line_after_saving(cast: Cast, visit: Visit) -> None:
    on_step(cast)
    page = visit("?face=day")
    page.get_by_role("link", name="Poop!").click()
    page.get_by_role("button", name="Potty", exact=True).click()
    expect(page.get_by_text("Earned: 10 chocolate kisses")).to_be_visible()
    press(page, "Given")
    expect(page.get_by_text("just now.").first).to_be_visible()
    expect(page.get_by_role("heading", name="Nothing is waiting")).to_be_visible()


def test_without_scripts_it_works_too(
    cast: Cast, visit: Visit, browser: Browser, live_server
) -> None:
    lively(cast)
    cookies = visit("rewards/").context.cookies()
    bare = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    bare.add_cookies(cookies)  # type: ignore[arg-type]
    page = bare.new_page()
    page.goto(f"/family/{cast.family.pk}/child/{cast.mia.id}/rewards/")
    press(page, "Given: A kite")
    expect(page.get_by_text("Given: A kite")).to_be_visible()
    bare.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off(cast: Cast, visit: Visit, path: str) -> None:
    lively(cast)
    page = visit(path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) <= 320
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert width(page) <= 320
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert width(page) <= 320
