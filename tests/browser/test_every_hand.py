"""For every hand and eye: each page by axe, in three faces and two widths, and nothing moves.

All pages in a few walks, so that a browser is asked once for each and processes share the work.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from stepstool import method
from tests.browser.conftest import Visit
from tests.browser.test_shared import handed
from tests.browser.width import width
from tests.web.cast import Cast
from tests.web.pages import wrote
from tests.web.routes import about_mia, routes

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
# It reads the sheets that are there, and looks at the size of what is pressed, too.
ALL = {
    "preload": False,
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
# What of it depends on colours alone.
COLOURS = {
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": ["color-contrast"],
}
# All that is asked of what it finds is what is wrong.
ASK_AXE = "async options => (await axe.run(document, options)).violations"
# The pages of one walk are so many addresses apart.
WALKS = 6
FACES = ("light", "dark", "night")
MOST_SHIFT = 0.02
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
# A name of thirty letters, as some are.
LONG = "Maximiliane-Alexandrina-Sophie"


def addresses(cast: Cast, first: int) -> Iterator[str]:
    """Give each page of a walk that answers Anna."""
    for route in routes()[first::WALKS]:
        path = route.filled(about_mia(cast))
        answer = cast.anna.client.get(path)
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            yield path


def findings(page: Page, options: Mapping[str, Any] = ALL) -> list[str]:
    """Ask axe; each finding by its rule and where it is."""
    return [
        f"{finding['id']}: {node['html'][:120]} {node['failureSummary'][:160]}"
        for finding in page.evaluate(ASK_AXE, options)
        for node in finding["nodes"]
    ]


def show(page: Page, face: str) -> None:
    page.evaluate("face => { document.documentElement.dataset.theme = face }", face)


def wrongs(page: Page, path: str) -> Iterator[str]:
    """Look at a page in all faces and widths."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path)
    page.evaluate("document.fonts.ready")
    shift = page.evaluate("window.shift")
    if shift > MOST_SHIFT:
        yield f"it moves by {shift:.3f}"
    page.evaluate(AXE)
    yield from findings(page)
    for face in FACES[1:]:
        show(page, face)
        yield from (f"{face}: {one}" for one in findings(page, COLOURS))
    show(page, "light")
    page.set_viewport_size({"width": 320, "height": 640})
    yield from (f"320 px: {one}" for one in findings(page))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    if width(page) > 320:
        yield f"at twice the size it is {width(page)} px wide"


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Let axe mark what it measures, which the rules for our own pages forbid."""
    return {**browser_context_args, "bypass_csp": True}


@pytest.fixture
def long_name(cast: Cast) -> Cast:
    cast.mia.nickname = LONG
    cast.mia.save()
    wrote(cast, method.poop.Poop, place=method.poop.Place.DIAPER, bristol=4)
    return cast


@pytest.mark.parametrize("first", range(WALKS))
def test_every_page_is_for_every_hand_and_eye(
    page: Page, visit: Visit, long_name: Cast, first: int
) -> None:
    page.add_init_script(SHIFTS)
    paths = addresses(long_name, first)
    looked_at = {path: list(wrongs(page, path)) for path in paths}
    assert looked_at
    wrong = {path: dict.fromkeys(what) for path, what in looked_at.items() if what}
    assert wrong == {}


def test_what_was_handed_over_is_for_every_hand_and_eye(
    page: Page, long_name: Cast, live_server: Any
) -> None:
    page.add_init_script(SHIFTS)
    assert list(wrongs(page, handed(long_name, live_server.url))) == []
