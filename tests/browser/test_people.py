"""An invitation on a phone: the link by the camera of another one, copied, or shared."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.web.cast import Cast

SHARED = (
    "window.shared = []; navigator.share = async (what) => { shared.push(what.url); };"
)


def invite(page: Page, cast: Cast) -> str:
    """Make a link for a grandfather; the address that the page shows."""
    page.goto(f"/family/{cast.family.pk}/people/")
    page.get_by_text("Invite somebody").click()
    page.get_by_label("Who is it?").fill("Opa")
    page.get_by_role("button", name="Make a link").click()
    return page.get_by_label("Link", exact=True).input_value()


def test_a_link_is_copied_whole_with_a_tap(cast: Cast, visit: Visit) -> None:
    page = visit("today/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = invite(page, cast)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_over_plain_http_it_is_copied_in_the_older_way(
    cast: Cast, visit: Visit
) -> None:
    page = visit("today/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(
        "window.board = navigator.clipboard;"
        "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });"
    )
    link = invite(page, cast)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("board.readText()") == link


def test_a_link_is_shared_where_the_phone_can(cast: Cast, visit: Visit) -> None:
    page = visit("today/")
    page.add_init_script(SHARED)
    link = invite(page, cast)
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("shared") == [link]


def test_the_qr_code_fits_a_narrow_phone_and_is_light_at_night(
    cast: Cast, visit: Visit, settings
) -> None:
    settings.HOST_ELSEWHERE = {}
    page = visit("today/")
    page.set_viewport_size({"width": 320, "height": 640})
    invite(page, cast)
    page.evaluate("document.documentElement.dataset.theme = 'night'")
    code = page.get_by_role("img", name="QR code of the link")
    box = code.bounding_box()
    assert box
    assert 160 < box["width"] <= 320
    assert code.locator("path").first.get_attribute("fill") == "#fff"
