"""The poop clock: a day as a circle, a dot for each time, the learned rhythm behind them.

Noon is on top, midnight below; a ten is ten minutes of the day, counted from 04:00.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final

from django.utils.safestring import SafeString

from stepstool.web.pictures.paint import circle, scene

SHEET: Final = 240
MIDDLE: Final = SHEET / 2
TENS: Final = 144
AN_HOUR: Final = 6
DAY_STARTS: Final = 4
NOON: Final = 12
# The ring of the hours, how far the rhythm reaches out from it, and where hours are written.
RING, REACH, HOURS_AT = 38.0, 58.0, 108.0
DOT, STEP, STACK = 3.6, 7.0, 8
BESIDE: Final = 3  # dots within half an hour are stacked, so that all are seen
NIGHT: Final = (20, 6)
WRITTEN: Final = range(3, 25, 3)


def poop_clock(
    came: Sequence[int], usual: Sequence[float], *, title: str
) -> SafeString:
    """Return the clock; came: tens of the day; usual: the rate in each ten, or nothing."""
    parts = (_rhythm(usual), _ring(), *_dots(came), *map(_hour, WRITTEN))
    return scene("".join(parts), title=title, css="clock", wide=SHEET, high=SHEET)


def _at(ten: float, out: float) -> tuple[float, float]:
    """Give where a moment of the day lies, so far from the middle."""
    turn = (ten / AN_HOUR + DAY_STARTS - NOON) / (TENS / AN_HOUR) * 2 * pi
    return round(MIDDLE + out * sin(turn), 1), round(MIDDLE - out * cos(turn), 1)


def _point(ten: float, out: float) -> str:
    x, y = _at(ten, out)
    return f"{x:g} {y:g}"


def _rhythm(usual: Sequence[float]) -> str:
    most = max(usual, default=0)
    if not most:
        return ""
    points = (
        _point(n + 0.5, RING + REACH * share / most) for n, share in enumerate(usual)
    )
    return f'<path class="rhythm" stroke="none" d="M{"L".join(points)}z"/>'


def _ring() -> str:
    since, until = ((hour - DAY_STARTS) * AN_HOUR for hour in NIGHT)
    turn = f"A{RING:g} {RING:g} 0 0 1 {_point(until, RING)}"
    face = f'<path class="face" d="{circle(MIDDLE, MIDDLE, RING)}"/>'
    return f'{face}<path class="asleep" d="M{_point(since, RING)}{turn}z"/>'


def _dots(came: Sequence[int]) -> Iterator[str]:
    stacked: Counter[int] = Counter()
    for ten in came:
        rounds, place = divmod(stacked[ten // BESIDE], STACK)
        stacked[ten // BESIDE] += 1
        x, y = _at(ten + 0.5, RING + STEP * (place + 1 + rounds % 2 / 2))
        yield f'<circle class="poop" stroke-width="1.2" cx="{x:g}" cy="{y:g}" r="{DOT:g}"/>'


def _hour(hour: int) -> str:
    x, y = _at((hour - DAY_STARTS) * AN_HOUR, HOURS_AT)
    return f'<text x="{x:g}" y="{y:g}">{hour}</text>'
