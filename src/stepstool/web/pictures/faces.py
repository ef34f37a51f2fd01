"""How the child was with it, and how much it hurt."""

from types import MappingProxyType

from stepstool.web.pictures.paint import Drawing, draw
from stepstool.web.pictures.shapes import circle, oval

_CHEEKS = ("blush", circle(17, 39, 4.5) + circle(47, 39, 4.5))
_EYES = ("ink", circle(23, 31, 2.6) + circle(41, 31, 2.6))
_TEAR = "M{0} {1}c3 4 4 6 4 8a4 4 0 0 1-8 0c0-2 1-4 4-8z"

_MOODS = {
    "proud": (
        _CHEEKS,
        ("line", "M18 31q5-6 10 0M36 31q5-6 10 0"),
        ("cloth", "M20 40h24c0 16-24 16-24 0z"),
    ),
    "fine": (_CHEEKS, _EYES, ("line", "M23 42q9 7 18 0")),
    "uneasy": (
        ("ink", circle(26, 31, 2.6) + circle(44, 31, 2.6)),
        ("line", "M18 23l8-2M38 21l8 2M22 46q4-5 8-1 4 4 10-1"),
    ),
    "upset": (
        _EYES,
        ("line", "M17 26l9-4M47 26l-9-4M22 48q10-10 20 0"),
        ("sky", _TEAR.format(47, 35)),
    ),
}
_PAINS = {
    "pain_0": (_EYES, ("line", "M22 41q10 9 20 0")),
    "pain_1": (_EYES, ("line", "M18 25l8-1M46 25l-8-1M24 45h16")),
    "pain_2": (("line", "M17 28l9 3-9 3M47 28l-9 3 9 3M22 47l4-3 4 3 4-3 4 3 4-3"),),
    "pain_3": (
        ("line", "M17 25l9 4-9 4M47 25l-9 4 9 4"),
        ("ink", "M21 51c0-16 22-16 22 0-5-4-17-4-22 0z"),
        ("sky", _TEAR.format(13, 35) + _TEAR.format(51, 35)),
    ),
}


def _child(*look: tuple[str, str]) -> Drawing:
    tuft = ("line", "M32 9c-2-6 5-8 8-4M32 9c-2-4-6-5-8-3")
    return draw(tuft, ("skin", circle(32, 34, 25)), *look)


def _round(*look: tuple[str, str]) -> Drawing:
    return draw(("sun", oval(32, 34, 27, 25)), *look)


DRAWINGS = MappingProxyType(
    {name: _child(*look) for name, look in _MOODS.items()}
    | {name: _round(*look) for name, look in _PAINS.items()}
)
