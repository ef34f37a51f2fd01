"""Parts that several pictures share: the swirl, the diaper, a child's head and its looks."""

from types import MappingProxyType

from stepstool.web.pictures.paint import Drawing, draw
from stepstool.web.pictures.shapes import circle, placed

SWIRL = (
    "M15 55C9 55 5 51.5 5 47C5 42.5 8.5 39.5 13 39C10.5 34 13 28.5 19 28C17.5 22 21 17.5 26 16"
    "C29.5 15 31.5 12 30.5 7C37.5 9.5 42 16 40 23C46.5 23.5 50 30 47.5 37"
    "C54 37.5 59 42 59 47C59 51.5 55 55 49 55Z"
)
SWIRL_FOLDS = "M19 28C26 31 35 29 40 23M13 39C24 43 40 42 47.5 37"
DIAPER = (
    "M9 16C24 18.5 40 18.5 55 16L57 31C47 33 42 40 40 48C39 53 36 55 32 55"
    "C28 55 25 53 24 48C22 40 17 33 7 31Z"
)
DIAPER_TABS = "M9 19L17 20L17 26.5L8 25.5ZM55 19L47 20L47 26.5L56 25.5Z"

_CHEEKS = (
    "blush",
    (
        "m-10.5 4.5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0"
        "m15.8 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0"
    ),
)
_HOT_CHEEKS = (
    "blush",
    (
        "m-11.5 4a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0"
        "m14.6 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0"
    ),
)
_EYES = ("bold", "m-4.5-.5h0m9 0h0")

# Looks of a head of radius 12, drawn from its middle.
LOOKS = MappingProxyType(
    {
        "calm": (_CHEEKS, _EYES, ("thin", "m-3.5 4.5q3.5 3.5 7 0")),
        "strain": (
            _HOT_CHEEKS,
            (
                "thin",
                "m-6.5-3.5l4 2.5-4 2.2m13-4.7l-4 2.5 4 2.200m-9.5 5.500q3-2.6 6 0",
            ),
        ),
        "stiff": (
            _EYES,
            (
                "thin",
                "m-7-4.500l4-1.200m10 1.200l-4-1.200m-7 10.700l2.2-1.6 2.2 1.6 2.2-1.6",
            ),
        ),
        "asleep": (
            _CHEEKS,
            ("thin", "m-7 0q2.5 2.3 5 0m4 0q2.5 2.3 5 0m-8.5 5q1.5 1.2 3 0"),
        ),
        "away": (("bold", "m-1-.5h0m7.5 0h0"), ("thin", "m.5 5.500h4.5")),
        "sore": (
            _EYES,
            ("thin", "m-7-3.500l4-1.800m10 1.800l-4-1.800m-6.5 11q3.5-3 7 0"),
        ),
        "peeking": (
            ("bold", "m-2.5 0h0m8 0h0"),
            ("thin", "m-5-4.500q2.5-2 4.5-.5m5 0q2.5-1.5 4.5.5"),
        ),
        "behind": (("thin", "m0-7c5 0 6 6 2 7-3 1-5-3-2-4"),),
    }
)


def head(x: float, y: float, look: str) -> Drawing:
    """Draw a child's head around (x, y) with that look."""
    base = (
        ("line", f"M{x:g} {y - 12:g}c-1-3.5 3-5 5-3"),
        ("skin", circle(x, y, 12)),
    )
    return draw(*base, *((tone, f"M{x:g} {y:g}{path}") for tone, path in LOOKS[look]))


def swirl(x: float = 0, y: float = 0, by: float = 1) -> Drawing:
    """Draw the swirl, friendly but without a face."""
    return draw(
        ("poop", placed(SWIRL, x, y, by)), ("thin", placed(SWIRL_FOLDS, x, y, by))
    )


def diaper(x: float = 0, y: float = 0, by: float = 1) -> Drawing:
    """Draw a diaper from the front."""
    return draw(
        ("cloth", placed(DIAPER, x, y, by)), ("sun", placed(DIAPER_TABS, x, y, by))
    )
