"""Who comes from another app drops a file and reaches today's page."""

import base64
import re
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.evening import keep, say_who
from tests.web.exchange.files import days_of_diapers, huckleberry

FIVE_MINUTES = 300
DROP = """([content, name]) => {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], name, { type: "text/csv" }));
  dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(autouse=True)
def free(settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "first"


def arrive_at_the_file(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="I come from another app").tap()
    say_who(page)
    page.get_by_role("button", name="None of these").tap()
    keep(page)
    expect(page.locator("h1")).to_have_text("Bring a diary in")


def drop(page: Page, content: bytes) -> None:
    page.wait_for_load_state()  # modules run before that
    page.evaluate(DROP, [base64.b64encode(content).decode(), "huckleberry.csv"])


def test_a_stranger_drops_an_export_and_reaches_today(page: Page) -> None:
    begun = time.monotonic()
    arrive_at_the_file(page)
    drop(page, huckleberry())
    expect(page.locator("h1")).to_have_text("This is a file of Huckleberry.")
    page.get_by_role("button", name="Bring it in").tap()
    expect(page.get_by_text("5 entries brought in.")).to_be_visible()
    page.get_by_role("link", name="To Mia’s page").tap()
    expect(page).to_have_url(re.compile(r"/family/\d+/child/[0-9a-f-]+/$"))
    assert time.monotonic() - begun < FIVE_MINUTES


def test_a_bad_file_gets_a_sentence(page: Page) -> None:
    arrive_at_the_file(page)
    drop(page, b"\x89PNG\r\n\x1a\n")
    expect(page.get_by_text("This is a picture.")).to_be_visible()
    drop(page, huckleberry())
    expect(page.locator("h1")).to_have_text("This is a file of Huckleberry.")


def test_a_file_that_is_too_big_never_leaves_the_phone(
    page: Page, tmp_path: Path
) -> None:
    arrive_at_the_file(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    big = tmp_path / "big.csv"
    big.write_bytes(bytes(21_000_000))
    page.locator("input[type=file]").set_input_files(big)
    expect(page.get_by_text("too big to be an export")).to_be_visible()
    assert "POST" not in sent


def test_a_big_file_goes_on_by_itself(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stepstool.web.exchange.stretches.SECONDS", 0.0)
    arrive_at_the_file(page)
    drop(page, days_of_diapers(2500))
    page.get_by_role("button", name="Bring it in").tap()
    expect(page.get_by_text("2,500 entries brought in.")).to_be_visible(timeout=30_000)


def test_it_works_without_javascript(
    page: Page, browser: Any, live_server: Any
) -> None:
    arrive_at_the_file(page)
    bare = browser.new_context(
        java_script_enabled=False,
        base_url=live_server.url,
        storage_state=page.context.storage_state(),
    )
    plain = bare.new_page()
    plain.goto(page.url)
    file = {"name": "a.csv", "mimeType": "text/csv", "buffer": huckleberry()}
    plain.locator("input[type=file]").set_input_files(file)
    plain.get_by_role("button", name="Look into it").click()
    plain.get_by_role("button", name="Bring it in").click()
    expect(plain.get_by_text("5 entries brought in.")).to_be_visible()
    bare.close()
