"""A passkey on a phone: made, signed out, signed in by it, and removed."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.web.cast import PASSWORD

# A phone that keeps passkeys and knows its owner's finger, as Chromium plays it.
PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
Finger = Callable[[bool], None]


@pytest.fixture
def finger(page: Page) -> Finger:
    """Give the phone a keeper of passkeys, and let its owner show the finger, or another's."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    made: Any = tools.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})
    device = {"authenticatorId": made["authenticatorId"]}

    def show(fits: bool) -> None:
        tools.send("WebAuthn.setUserVerified", {**device, "isUserVerified": fits})

    return show


@pytest.fixture
def with_passkey(visit: Visit, finger: Finger) -> Page:
    """Let Anna add one to her account."""
    page = visit("today/")
    page.goto("/account/ways-in/")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_text("This device opens your account")).to_be_visible()
    expect(page.get_by_text("Chrome on").first).to_be_visible()
    return page


def sign_out(page: Page) -> None:
    page.goto("/account/sign-out/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    page.goto("/account/sign-in/")


def test_it_signs_in_without_a_password(with_passkey: Page) -> None:
    page = with_passkey
    sign_out(page)
    page.get_by_role("button", name="Sign in by passkey").click()
    expect(page.get_by_text("Good to see you.")).to_be_visible()
    page.goto("/account/")
    expect(page.get_by_role("heading", name="Anna")).to_be_visible()


def test_the_password_still_does_and_nothing_more_is_asked(with_passkey: Page) -> None:
    page = with_passkey
    sign_out(page)
    page.get_by_label("Sign-in name").fill("Anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("Good to see you.")).to_be_visible()


def test_another_finger_opens_nothing_and_the_page_says_so(
    with_passkey: Page, finger: Finger
) -> None:
    page = with_passkey
    sign_out(page)
    finger(False)
    page.get_by_role("button", name="Sign in by passkey").click()
    expect(page.get_by_text("That did not work, or was stopped.")).to_be_visible()
    page.goto("/account/")
    expect(page.get_by_label("Sign-in name")).to_be_visible()


def test_one_that_was_removed_opens_nothing(with_passkey: Page) -> None:
    page = with_passkey
    page.get_by_role("link", name="Remove").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("link", name="Add a passkey")).to_be_visible()
    expect(page.get_by_role("link", name="Remove")).to_have_count(0)
    sign_out(page)
    page.get_by_role("button", name="Sign in by passkey").click()
    expect(page.get_by_text("This passkey opens nothing here.")).to_be_visible()


def test_where_the_browser_knows_none_there_is_no_button(page: Page) -> None:
    page.add_init_script("delete window.PublicKeyCredential")
    page.goto("/account/sign-in/")
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Sign in by passkey")).to_be_hidden()
