"""What a first load weighs: bytes and requests of a real Chromium with an empty cache."""

from typing import Any

from needs import CHROMIUM
from playwright.sync_api import sync_playwright
from served import House

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def weigh(house: House, page: str, cookie: str) -> dict[str, int]:
    """Load a page once as a phone would; bytes are those on the wire, headers included."""
    name, _, value = cookie.partition("=")
    seen: list[int] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": 390, "height": 844})
        context.add_cookies([{"name": name, "value": value, "url": house.address}])
        tab = context.new_page()
        wire = context.new_cdp_session(tab)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda event: seen.append(_bytes(event)))
        tab.goto(house.address.rstrip("/") + page, wait_until="networkidle")
        browser.close()
    return {"bytes": sum(seen), "requests": len(seen)}


def _bytes(event: dict[str, Any]) -> int:
    return int(event["encodedDataLength"])
