"""What else announces a poop: hiding, going quiet, gas, tummy holding, asking."""

from types import MappingProxyType

from stepstool.web.pictures.body import diaper, head
from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import circle

_FLOOR = ("line", "M6 61h52")
_LEGS = ("leg", "M28.5 44v13.500M35.5 44v13.5")
_TRUNK = ("trunk", "M32 35v5")

DRAWINGS = MappingProxyType(
    {
        "hiding": draw(
            _FLOOR,
            ("leg", "M43 50v7.500M48 50v7.5"),
            ("trunk", "M44 40v4"),
            *head(42, 23, "peeking"),
            (
                "warm",
                "M6 5h31c2 14-3 22 1 34 2 8 0 14 1 22H7C9 42 8 24 6 5z",
            ),
            ("thin", "M16 6c2 18 0 36 1 54M27 6c2 18-1 34 1 54"),
            ("line", "M3 5h58"),
            ("arm", "M42 41h-3"),
        ),
        "going_quiet": draw(
            ("line", "M28 14c-2-6 5-8 8-4"),
            ("skin", circle(28, 37, 23)),
            ("blush", circle(14, 43, 4) + circle(43, 43, 4)),
            ("ink", circle(24, 33, 2.6) + circle(40, 33, 2.6)),
            ("line", "M30 46h6"),
            ("bold", "M46 8h0M53 8h0M60 8h0"),
        ),
        "gas": draw(
            _FLOOR,
            _LEGS,
            _TRUNK,
            ("arm", "M25 34L19 43M39 34L44 42"),
            *head(32, 17, "calm"),
            (
                "sage",
                "M49 53c-4 0-5-5-1-6-1-5 5-6 6-3 4-2 7 3 4 5 3 3 0 6-3 5-2 2-5 1-6-1z",
            ),
            ("thin", "M42.5 47l2 .5M42.5 51h2"),
        ),
        "tummy_holding": draw(
            _FLOOR,
            _LEGS,
            ("trunk", "M32 35v6"),
            ("arm", "M25 34L17 41L28 43M39 34L47 41L36 45"),
            *head(32, 17, "sore"),
        ),
        "asking_for_diaper": draw(
            _FLOOR,
            ("leg", "M18.5 45v12.500M25.5 45v12.5"),
            ("trunk", "M22 36v5"),
            *diaper(35, 13, 0.45),
            ("arm", "M15 35L10 44M29 35L40 31"),
            *head(22, 18, "calm"),
        ),
    }
)
