"""Our own ladder on a phone: from a copy to a kept one, by thumb, narrow and without script."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.width import width


def test_a_copy_is_changed_and_kept(visit: Visit) -> None:
    page = visit("plan/own/?from=hiding_place")
    page.get_by_label("What do you call it?").fill("Behind the sofa")
    page.locator("[value=remove-7]").tap()
    expect(page.get_by_role("group", name="Step 7")).to_have_count(0)
    expect(page.get_by_label("What do you call it?")).to_have_value("Behind the sofa")
    page.get_by_role("button", name="Keep this ladder").last.tap()
    expect(page.get_by_role("heading", name="Behind the sofa")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def test_what_is_wrong_stands_beside_its_step(visit: Visit) -> None:
    page = visit("plan/own/?from=b")
    page.get_by_label("What do you call it?").fill("Too fast")
    page.locator("[value=remove-3]").tap()
    expect(page.get_by_role("group", name="Step 5")).to_have_count(0)
    page.get_by_role("button", name="Keep this ladder").last.tap()
    step = page.get_by_role("group", name="Step 3")
    expect(step.get_by_text("two things at once")).to_be_attached()
    expect(page.get_by_role("alert")).to_contain_text("Step 3")
    expect(page.get_by_role("alert")).to_be_in_viewport()


def test_a_narrow_phone_shows_all_of_it(visit: Visit) -> None:
    page = visit("plan/own/?from=b")
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) <= 320
