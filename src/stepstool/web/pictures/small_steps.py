"""Steps of the further ladders: a mark on the floor, the flush, a place that moves, a word."""

from types import MappingProxyType
from typing import Final

from stepstool.web.pictures.body import diaper
from stepstool.web.pictures.paint import Drawing, draw
from stepstool.web.pictures.shapes import circle, oval

_FLOOR: Final = ("line", "M6 61h52")
_STAR: Final = (
    "M32 44l3 5.500 6.500 1-4.500 4.500 1 6.500-6-3-6 3 1-6.500-4.500-4.500 6.500-1z"
)
_ARROW: Final = "M40 52h18M51 45l7 7-7 7"
_TENT: Final = ("sky", "M32 4L58 60H6z")
_BOWL: Final = (
    "cloth",
    "M14 34h38c1 0 2 1 2 2-1 8-7 12-13 13l2 10H23l2-10c-6-1-11-7-11-15z",
)
_BOX: Final = ("cloth", "M6 10c0-2 1-3 3-3h9c2 0 3 1 3 3v24H6z")


def _potty(x: float, y: float) -> Drawing:
    """Draw a small potty with its rim around (x, y)."""
    body = f"M{x - 12:g} {y:g}c0 8 3 13 7 13h10c4 0 7-5 7-13z"
    back = f"M{x - 8:g} {y:g}c-2-11 2-15 8-15s10 4 8 15z"
    return draw(("sage", back), ("sage", body), ("cloth", oval(x, y, 12, 3.5)))


DRAWINGS = MappingProxyType(
    {
        "step_on_the_mark": draw(
            *diaper(14, -6, 0.56), ("sage", oval(32, 54, 27, 8)), ("sun", _STAR)
        ),
        "step_mark_nearer": draw(
            ("sage", oval(32, 54, 28, 8)),
            ("sun", _STAR.replace("M32", "M19", 1)),
            ("line", "M35 54h17M46 48l6 6-6 6"),
            *diaper(14, -8, 0.5),
        ),
        "step_wave": draw(
            ("poop", "M13 58c-4 0-6-6-1-8-2-5 3-7 5-7 0-4 5-5 7-7 1 3 6 4 4 8 4 0 5 6 2 7 5 1 4 7 0 7z"),
            ("bare", "M46 60V40"),
            ("skin", "M37 40c-3-4-4-9-1-9 2 0 3 3 4 5V19c0-4 5-4 5 0v-4c0-4 5-4 5 0v5c0-4 5-3 5 0v16c0 6-5 9-10 9-4 0-6-2-8-5z"),
            ("thin", "M28 14c1-4 4-7 7-8M60 12c-1-3-3-5-5-6"),
        ),
        "step_hear": draw(
            ("line", "M6 6v54M6 60h22V6H6z"),
            ("warm", "M6 6h22v54H6z"),
            ("ink", circle(23, 34, 1.600)),
            ("skin", "M40 36c-2-8 3-14 10-14s12 5 11 12c0 6-5 7-6 11-1 3-3 6-7 5-3 0-5-2-5-5"),
            ("thin", "M46 34c0-4 2-6 5-6s5 2 4 5-4 3-4 7M33 26c-2 4-2 12 0 16"),
        ),
        "step_paper": draw(
            _BOX,
            _BOWL,
            ("line", "M12 34h42"),
            ("cloth", "M32 4l15 4-4 15-15-4z"),
            ("thin", "M35 10l7 2M34 14l7 2M50 18c2 3 2 6 0 9M26 14c-2 3-2 6 0 9"),
        ),
        "step_press": draw(
            ("sky", "M8 34h48v22c0 3-2 4-4 4H12c-2 0-4-1-4-4z"),
            ("cloth", oval(32, 34, 24, 7)),
            ("sun", oval(32, 31, 11, 4)),
            ("skin", "M23 3c0 7 5 8 5 13v10c0 5 7 5 7 0v-9l9-1c4-1 6-4 6-13z"),
        ),
        "step_potty_beside": draw(
            _TENT, ("cloth", "M32 14l-9 46h18z"), *_potty(50, 46)
        ),
        "step_on_the_potty": draw(*_potty(32, 46), *diaper(14, 6, 0.56), _FLOOR),
        "step_moving": draw(
            *_potty(20, 44),
            *diaper(9, 14, 0.36),
            ("line", _ARROW),
            ("thin", "M6 60h12M24 60h8M38 60h6"),
        ),
        "step_own_corner": draw(
            ("warm", "M4 4h56v10H4z"),
            ("sky", "M6 14h20c0 16-4 30-12 46H6zM58 14H38c0 16 4 30 12 46h8z"),
            *_potty(32, 46),
        ),
        "step_word": draw(
            ("cloth", "M8 6h48c3 0 5 2 5 5v24c0 3-2 5-5 5H32L20 54l1-14H8c-3 0-5-2-5-5V11c0-3 2-5 5-5z"),
            ("warm", oval(32, 23, 8, 10)),
            ("thin", "M14 18v10M50 18v10"),
        ),
    }
)  # fmt: skip
