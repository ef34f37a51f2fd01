"""A body about to poop: low, bent, round."""

from types import MappingProxyType

from stepstool.web.pictures.body import head
from stepstool.web.pictures.paint import Drawing, draw
from stepstool.web.pictures.shapes import circle, oval

_FLOOR = ("line", "M8 60.500h48")
_PUFFS = ("thin", "M14 13l-4-3M12 21l-5 0M50 13l4-3M52 21l5 0")


def _squatting(look: str) -> Drawing:
    return draw(
        ("trunk", "M32 38v6"),
        ("leg", "M29 49L18 43L15 57h-2M35 49L46 43L49 57h2"),
        ("cloth", "M23 47h18c1 8-4 10-9 10s-10-2-9-10z"),
        ("arm", "M25 36L15 39L19 42M39 36L49 39L45 42"),
        *head(32, 21, look),
    )


DRAWINGS = MappingProxyType(
    {
        "pushing": draw(_FLOOR, *_squatting("strain"), _PUFFS),
        "squatting": draw(_FLOOR, *_squatting("calm")),
        "red_face": draw(
            ("line", "M32 10c-2-6 5-8 8-4"),
            ("skin", circle(32, 35, 24)),
            ("blush", circle(19, 40, 8.5) + circle(45, 40, 8.5) + oval(32, 17, 9, 4)),
            ("line", "M17 28l8 4-8 4M47 28l-8 4 8 4M27 48q5-4 10 0"),
            ("thin", "M6 16l-3-3M10 10l-2-4M58 16l3-3M54 10l2-4"),
        ),
        "grunting": draw(
            ("line", "M22 22c-2-6 5-8 8-4"),
            ("skin", circle(24, 41, 20)),
            ("blush", circle(13, 46, 4.5) + circle(35, 46, 4.5)),
            ("line", "M11 36l6 3-6 3M37 36l-6 3 6 3"),
            ("ink", oval(24, 51, 4.5, 4)),
            (
                "cloth",
                "M38 4h18c3 0 5 2 5 5v12c0 3-2 5-5 5h-9l-8 6 1-6h-2c-3 0-5-2-5-5V9c0-3 2-5 5-5z",
            ),
            ("thin", "M39 17q2-6 4 0t4 0 4 0 4 0"),
        ),
    }
)
