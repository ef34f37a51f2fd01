"""What else announces a poop: hiding, going quiet, gas, tummy holding, asking."""

from types import MappingProxyType

from stepstool.web.pictures.body import diaper, head
from stepstool.web.pictures.paint import draw

_FLOOR = ("line", "M8 60.500h48")
_LEGS = ("leg", "M28 42v14h-2M36 42v14h2")
_TRUNK = ("trunk", "M32 29v9")

DRAWINGS = MappingProxyType(
    {
        "hiding": draw(
            *head(40, 28, "away"),
            ("warm", "M6 6h30c2 14-3 22 1 34 2 8 0 14 1 20H8C10 42 8 24 6 6z"),
            ("thin", "M15 7c2 18 0 34 1 52M26 7c2 18-1 32 1 52"),
            ("line", "M3 6h58"),
            ("arm", "M38 44h-3"),
            ("leg", "M43 56h3"),
        ),
        "going_quiet": draw(
            _FLOOR,
            _LEGS,
            _TRUNK,
            ("arm", "M25 27L20 39M39 27L44 39"),
            *head(32, 16, "away"),
            ("thin", "M50 12h0M55 12h0M60 12h0"),
        ),
        "gas": draw(
            _FLOOR,
            _LEGS,
            _TRUNK,
            ("arm", "M25 27L20 39M39 27L44 39"),
            *head(32, 16, "calm"),
            (
                "sage",
                "M49 47c-1-4 4-5 5-2 4-1 6 4 3 6 1 4-4 5-6 3-3 2-7-1-5-4-2-1-1-4 3-3z",
            ),
            ("thin", "M44 44l2 1"),
        ),
        "tummy_holding": draw(
            _FLOOR,
            _LEGS,
            ("trunk", "M32 29v10"),
            ("arm", "M25 27L18 36L29 37M39 27L46 36L35 40"),
            *head(32, 16, "sore"),
        ),
        "asking_for_diaper": draw(
            _FLOOR,
            ("leg", "M20 43v13h-2M28 43v13h2"),
            ("trunk", "M24 30v9"),
            ("arm", "M17 28L12 39M31 28L43 31"),
            *head(24, 17, "calm"),
            *diaper(37, 15, 0.4),
        ),
    }
)
