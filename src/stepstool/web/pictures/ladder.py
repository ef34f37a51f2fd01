"""The ladder as a path of stones to the potty: those behind, the child, the next one."""

from enum import Enum
from math import pi, sin
from types import MappingProxyType

from django.utils.safestring import SafeString

from stepstool.web.pictures.album import ALBUM, PARTS
from stepstool.web.pictures.paint import dashed, filled, oval, placed, scene

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
    }
)


def ladder(steps: int, here: int, *, title: str, resting: bool = False) -> SafeString:
    """Return the path; here: the child's step, 0 before the first. resting: on a break."""
    stones = "".join(_stone(step, steps, here) for step in range(1, steps + 1))
    sky = placed(PARTS["sky"].paths, 0, 0)
    potty = placed(ALBUM["potty"].paths, *POTTY, POTTY_BY)
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
    return placed(_lying(stone, path), 0, 0)


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
        return placed(_lying(lies, top), *_place(step, steps))
    side = f"M{wide:g} 0v6a{wide:g} {high:g} 0 0 1 {-2 * wide:g} 0v-6z"
    flower = PARTS["flower"].paths if lies is Stone.BEHIND else ""
    return placed(_lying(lies, side + top) + flower, *_place(step, steps))


def _lying(stone: Stone, path: str) -> str:
    """Paint a stone; a later one is only an open ring."""
    return dashed(path) if stone is Stone.LATER else filled(_TONES[stone], path)


def _child(at: tuple[float, float], *, resting: bool) -> str:
    x, y = at
    drawing = PARTS["child_resting" if resting else "child_standing"].paths
    child = placed(
        drawing, x - MIDDLE * CHILD_BY, y - CHILD_FEET * CHILD_BY + 3, CHILD_BY
    )
    bird = placed(PARTS["bird"].paths, x - 8, y - 72 + 8) if resting else ""
    return child + bird
