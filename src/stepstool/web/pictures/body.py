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

# Looks of a head of radius 10, drawn from its middle.
LOOKS = MappingProxyType(
    {
        "calm": (
            (
                "blush",
                "m-8.5 4a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0m12.6 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0",
            ),
            ("bold", "m-4 0h0m8 0h0"),
            ("thin", "m-3 4.5q3 2.5 6 0"),
        ),
        "strain": (
            (
                "blush",
                "m-9.5 3.5a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0m11.8 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0",
            ),
            (
                "thin",
                "m-5.5-3.2l3.2 2.2-3.2 1.8m11-4l-3.2 2.2 3.2 1.8m-8 5.5q2.5-2.4 5 0",
            ),
        ),
        "stiff": (
            ("bold", "m-3.8 .5h0m7.6 0h0"),
            ("thin", "m-6-3.5l3.5-1.3m8.5 1.3l-3.5-1.3m-5.5 9.8l2-1.3 2 1.3 2-1.3"),
        ),
        "asleep": (
            (
                "blush",
                "m-8.5 4a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0m12.6 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0",
            ),
            ("thin", "m-6 .5q2 1.8 4 0m4 0q2 1.8 4 0m-7.5 4.5q1.5 1 3 0"),
        ),
        "away": (
            ("bold", "m-1.5 0h0m7 0h0"),
            ("thin", "m-.5 4.8h4"),
        ),
        "sore": (
            ("thin", "m-6-2.5l3.5-1.5m8.5 1.5l-3.5-1.5m-5.5 9.5q3-2.5 6 0"),
            ("bold", "m-4 .5h0m8 0h0"),
        ),
    }
)


def head(x: float, y: float, look: str) -> Drawing:
    """Draw a child's head around (x, y) with that look."""
    base = (
        ("line", f"M{x:g} {y - 10:g}c-1-3.5 2.5-5 4.5-3"),
        ("skin", circle(x, y, 10)),
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
