"""Pictures of every page that a parent can see: by the hour, on a phone and on a wide screen.

    nice .venv/bin/pytest -p no:randomly tests/browser/screenshots.py

They stand in build/screenshots, beside a sheet for each hour and size; by light also in their
whole length. Those of the README are drawn anew in docs/pictures. `./test` does not run it: it
is asked for by its name.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import time_machine
from django.conf import settings as house_settings
from django.test import Client
from PIL import Image
from playwright.sync_api import Page

from stepstool.web.diary import writing
from stepstool.web.diary.example import example_entries
from tests.browser.conftest import PHONE
from tests.web.cast import Cast
from tests.web.routes import Route, about_mia, routes

ROOT: Final = Path(__file__).parents[2]
SHOTS: Final = ROOT / "build" / "screenshots"
PICTURES: Final = ROOT / "docs" / "pictures"
SIZES: Final = {"phone": PHONE, "wide": {"width": 1280, "height": 800}}
# Mia is the made-up child of who looks around, mid-way through the steps.
AFTERNOON: Final = datetime(2026, 3, 4, 16, 40, tzinfo=UTC)
ENTRIES: Final = example_entries(AFTERNOON)
# What her father wrote.
BENS: Final = {"medicine_given", "none_came", "diaper_request"}
# Pages about an entry are shown with the newest of these, by the name of their address.
ABOUT: Final = {"diaper-given": "diaper_request"}
# Light in the afternoon, dark in the evening, and black while the child sleeps.
HOURS: Final = {
    "light": AFTERNOON,
    "dark": AFTERNOON + timedelta(hours=4),
    "night": AFTERNOON + timedelta(hours=7),
}
# On a sheet: the width of a page, and how many stand in a row.
SHEET: Final = {"phone": (234, 8), "wide": (480, 4)}
# Of WebP: below 40 KB for each page, and letters stay clear.
QUALITY: Final = 80
LARGEST: Final = (900, 844)
# What a page holds beyond the screen.
BEYOND: Final = """[document.querySelector("main"), document.documentElement]
  .reduce((all, one) => all + one.scrollHeight - one.clientHeight, 0)"""

# The pages of the README: hour, size, and the names of their addresses.
SHOWN: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("light", "phone"): (
        "home",
        "today",
        "poop",
        "saved",
        "plan",
        "ladder",
        "patterns",
        "diary",
        "guide",
        "words-for",
        "why-not",
        "rewards",
        "party",
    ),
    ("light", "wide"): ("patterns",),
    ("night", "phone"): ("today",),
}


class Shot(NamedTuple):
    """An address, and what its picture is called; stranger: whoever is not signed in."""

    name: str
    path: str
    stranger: bool


def lived(cast: Cast) -> None:
    """Write all of it into Mia's diary."""
    for who, his in ((cast.anna, False), (cast.ben, True)):
        entries = [each for each in ENTRIES if (each.KIND in BENS) is his]
        writing.write(who.membership, cast.mia, entries)


def newest(kind: str) -> str:
    """Give the id of the newest entry of a kind."""
    return next(each.id for each in reversed(ENTRIES) if kind == each.KIND)


def shots(cast: Cast) -> Iterator[Shot]:
    """Give each page that answers Anna, and those that are open to all."""
    stranger = Client()
    for route in routes():
        path = route.filled(holes(cast, route))
        if _answers(cast.anna.client, path):
            yield Shot(route.pattern.name, path, stranger=False)
        elif route.open_to_all and _answers(stranger, path):
            yield Shot(route.pattern.name, path, stranger=True)
    yield Shot("nowhere", "/nowhere/", stranger=False)


def holes(cast: Cast, route: Route) -> dict[str, object]:
    """Fill the address with what is in the diary."""
    return about_mia(cast) | {
        "<path:entry_id>": newest(ABOUT.get(route.pattern.name, "poop")),
        "<str:day>": AFTERNOON.date().isoformat(),
        "<str:kind>": "sit",
    }


def _answers(client: Client, path: str) -> bool:
    answer = client.get(path)
    return answer.status_code == 200 and "html" in answer["Content-Type"]


def signs_in(page: Page, cast: Cast, url: str) -> None:
    name = house_settings.SESSION_COOKIE_NAME
    session = cast.anna.client.cookies[name].value
    page.context.add_cookies([{"name": name, "value": session, "url": url}])


def take(page: Page, shot: Shot, size: str) -> Image.Image:
    """Take what is seen at first."""
    page.set_viewport_size(SIZES[size])
    page.goto(shot.path)
    page.evaluate("document.fonts.ready")
    return _picture(page)


def take_whole(page: Page, size: str) -> Image.Image:
    """Take the page that is open in its whole length."""
    room = SIZES[size]
    high = room["height"] + page.evaluate(BEYOND)
    page.set_viewport_size({**room, "height": high})
    return _picture(page)


def _picture(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot(animations="disabled")))


def show(picture: Image.Image, name: str) -> None:
    """Keep a picture for the README, small enough for a bad network."""
    PICTURES.mkdir(exist_ok=True)
    picture.thumbnail(LARGEST)
    picture.save(PICTURES / f"{name}.webp", quality=QUALITY, method=6)


def sheet(pictures: list[Image.Image], size: str) -> Image.Image:
    """Put pages beside each other."""
    wide, row = SHEET[size]
    room = SIZES[size]
    high = round(wide * room["height"] / room["width"])
    rows = -(-len(pictures) // row)
    whole = Image.new("RGB", (row * (wide + 8), rows * (high + 8)), "#888")
    for place, picture in enumerate(pictures):
        spot = place % row * (wide + 8), place // row * (high + 8)
        whole.paste(picture.resize((wide, high)), spot)
    return whole


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("hour", HOURS)
def test_every_page_is_taken(
    page: Page, cast: Cast, live_server: Any, hour: str, size: str
) -> None:
    folder = SHOTS / f"{hour}-{size}"
    folder.mkdir(parents=True, exist_ok=True)
    at: datetime = HOURS[hour]
    seen = []
    with time_machine.travel(at):
        lived(cast)
        page.clock.set_fixed_time(at)
        pages = sorted(shots(cast), key=lambda shot: not shot.stranger)
        for shot in pages:
            if not shot.stranger:
                signs_in(page, cast, live_server.url)
            seen.append(take(page, shot, size))
            seen[-1].save(folder / f"{shot.name}.png")
            if shot.name in SHOWN.get((hour, size), ()):
                show(seen[-1].copy(), f"{shot.name}-{hour}-{size}")
            if hour == "light":
                take_whole(page, size).save(folder / f"{shot.name}-whole.png")
    sheet(seen, size).save(SHOTS / f"{hour}-{size}.png")
