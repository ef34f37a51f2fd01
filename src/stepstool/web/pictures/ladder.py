"""The ladder as a path of stones to the potty: those behind, the child, the next one."""

from enum import Enum
from math import pi, sin
from types import MappingProxyType

from django.utils.safestring import SafeString

from stepstool.web.pictures.body import head
from stepstool.web.pictures.paint import Drawing, draw, placed_drawing, scene
from stepstool.web.pictures.places import DRAWINGS as PLACES
from stepstool.web.pictures.shapes import circle, oval

WIDE, HIGH = 340, 160
# The first and the last stone; the others lie between, a little to and fro.
FIRST, LAST = (72.0, 128.0), (254.0, 80.0)
START = (24.0, 134.0)
POTTY, POTTY_BY = (277.0, 22.0), 0.92
CHILD_BY, CHILD_FEET = 1.04, 61.0
MIDDLE = 32.0
SWAY = 10
_WAY = (
    '<path class="way" stroke="none" d="M0 148C40 112 92 122 140 106C200 88 226 58 288 60'
    'C314 61 330 70 340 78V160H0Z"/>'
    '<path stroke-width="1.7" d="M112 150q2-6 6-7m-3 8q4-4 8-4M214 128q2-6 6-7m-3 8q4-4 8-4'
    'M318 112q-2-6-6-7m3 8q-4-4-8-4M42 154q-2-5-5-6m3 7q-4-3-7-3"/>'
)
_SKY = draw(
    ("sun", circle(34, 30, 11)),
    ("thin", "M34 11v-4M34 53v-4M53 30h4M11 30h4M47.500 16.500l3-3M20.500 43.500l-3 3M47.500 43.500l3 3M20.500 16.500l-3-3"),
    ("cloth", "M150 34c-9 0-9-11 0-11 0-9 15-11 18-3 9-3 14 6 8 10 1 3-1 4-4 4z"),
)  # fmt: skip


class Stone(Enum):
    """How a stone lies: behind the child, under it, the next one, or later."""

    BEHIND = "behind"
    HERE = "here"
    NEXT = "next"
    LATER = "later"


_TONES = MappingProxyType(
    {
        Stone.BEHIND: "warm",
        Stone.HERE: "sun",
        Stone.NEXT: "cloth",
        Stone.LATER: "dash",
    }
)
_FLOWER = draw(
    (
        "cloth",
        oval(-3.4, -1, 2.6, 1.9) + oval(3.4, -1, 2.6, 1.9) + oval(0, -3.2, 2.6, 1.9),
    ),
    ("sun", oval(0, -0.6, 1.7, 1.5)),
)
_STANDING = draw(
    ("leg", "M28 46v12M36 46v12"),
    ("trunk", "M32 36v6"),
    ("arm", "M25 35L17 28M39 35L46 42"),
    *head(32, 18, "calm"),
)
_RESTING = draw(
    ("leg", "M28 52L20 53L17 59M36 52L44 53L47 59"),
    ("trunk", "M32 42v6"),
    ("arm", "M25 42L21 50M39 42L43 50"),
    *head(32, 24, "calm"),
)
_BIRD = draw(
    ("sky", "M2 8c0-6 10-8 13-1l6-2-3 6c-2 6-13 6-16-3z"),
    ("warm", "M2 7l-5 2 5 2z"),
    ("bold", "M6 7h0"),
    ("thin", "M10 15v4M13 15v4"),
)


def ladder(steps: int, here: int, *, title: str, resting: bool = False) -> SafeString:
    """Return the path; here: the child's step, 0 before the first. resting: on a break."""
    stones = "".join(_stone(each, steps, here) for each in range(1, steps + 1))
    sky = placed_drawing(_SKY, 0, 0)
    potty = placed_drawing(PLACES["potty"], *POTTY, POTTY_BY)
    child = _child(_place(here, steps), resting=resting)
    parts = sky + _WAY + potty + stones + child
    return scene(parts, title=title, css="path", wide=WIDE, high=HIGH)


def pebbles(count: int, of: int) -> SafeString:
    """Return so many of so many small stones in a row; words stand beside them."""
    row = "".join(
        _pebble(n, Stone.HERE if n < count else Stone.LATER) for n in range(of)
    )
    return scene(row, title="", css="pebbles", wide=30 * of, high=22)


def _pebble(number: int, stone: Stone) -> str:
    path = oval(30 * number + 15, 11, 12, 8.5)
    return placed_drawing(draw((_TONES[stone], path)), 0, 0)


def _place(step: int, steps: int) -> tuple[float, float]:
    """Give the middle of a stone."""
    if step == 0:
        return START
    part = (step - 1) / max(steps - 1, 1)
    (x0, y0), (x1, y1) = FIRST, LAST
    return x0 + (x1 - x0) * part, y0 + (y1 - y0) * part - SWAY * sin(part * 2 * pi)


def _lies(step: int, here: int) -> Stone:
    if step == here:
        return Stone.HERE
    if step < here:
        return Stone.BEHIND
    return Stone.NEXT if step == here + 1 else Stone.LATER


def _stone(step: int, steps: int, here: int) -> str:
    lies = _lies(step, here)
    wide = min(21.0, 104 / steps) + (2 if lies is Stone.HERE else 0)
    high = wide * 0.42
    top = oval(0, 0, wide, high)
    if lies is Stone.LATER:
        return placed_drawing(draw(("dash", top)), *_place(step, steps))
    side = f"M{wide:g} 0v6a{wide:g} {high:g} 0 0 1 {-2 * wide:g} 0v-6z"
    flower = _FLOWER if lies is Stone.BEHIND else ()
    tone = _TONES[lies]
    return placed_drawing(
        (*draw((tone, side), (tone, top)), *flower), *_place(step, steps)
    )


def _child(at: tuple[float, float], *, resting: bool) -> str:
    x, y = at
    drawing: Drawing = _RESTING if resting else _STANDING
    child = placed_drawing(
        drawing, x - MIDDLE * CHILD_BY, y - CHILD_FEET * CHILD_BY + 3, CHILD_BY
    )
    bird = placed_drawing(_BIRD, x - 8, y - 72 + 8) if resting else ""
    return child + bird
