"""A body about to poop: low, bent, round."""

from types import MappingProxyType

from stepstool.web.pictures.body import head
from stepstool.web.pictures.paint import Drawing, draw
from stepstool.web.pictures.shapes import circle, oval

_FLOOR = ("line", "M6 61h52")
_PUFFS = ("thin", "M12 9L8 6M10 18H5M52 9l4-3M54 18h5")
_BIG_HEAD = ("skin", circle(32, 35, 24))


def _squatting(look: str) -> Drawing:
    return draw(
        ("trunk", "M32 38v6"),
        ("leg", "M29 49L17 44L13 57.5h2M35 49L47 44L51 57.5h-2"),
        ("cloth", "M22 47h20c1 8-4 10.5-10 10.500s-11-2.5-10-10.500z"),
        ("arm", "M25 36L14 40L18 43M39 36L50 40L46 43"),
        *head(32, 20, look),
    )


DRAWINGS = MappingProxyType(
    {
        "pushing": draw(_FLOOR, *_squatting("strain"), _PUFFS),
        "squatting": draw(_FLOOR, *_squatting("calm")),
        "red_face": draw(
            ("line", "M32 11c-2-6 5-8 8-4"),
            _BIG_HEAD,
            ("blush", circle(19, 41, 9) + circle(45, 41, 9)),
            ("line", "M17 28l8 4-8 4M47 28l-8 4 8 4M27 48q5-4 10 0"),
            ("thin", "M6 16l-3-3M10 10l-2-4M58 16l3-3M54 10l2-4"),
        ),
        "grunting": draw(
            ("line", "M22 22c-2-6 5-8 8-4"),
            ("skin", circle(24, 41, 20)),
            ("blush", circle(13, 47, 4.5) + circle(35, 47, 4.5)),
            ("line", "M11 36l6 3-6 3M37 36l-6 3 6 3"),
            ("ink", oval(24, 51, 4.5, 4)),
            (
                "cloth",
                "M38 3h18c3 0 5 2 5 5v12c0 3-2 5-5 5h-9l-8 6 1-6h-2c-3 0-5-2-5-5V8c0-3 2-5 5-5z",
            ),
            ("thin", "M39 16q2-6 4 0t4 0 4 0 4 0"),
        ),
    }
)
