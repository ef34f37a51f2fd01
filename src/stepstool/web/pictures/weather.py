"""Feelings as weather, from sun to storm; and an ear that listens."""

from types import MappingProxyType

from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import circle

_CLOUD = (
    "M18 40a10 10 0 0 1-1-20 14 14 0 0 1 26-4 12 12 0 0 1 4 24z",
    "M14 36a11 11 0 0 1-1-22 15 15 0 0 1 28-4 13 13 0 0 1 8 26z",
)
_DROP = "M{0} {1}c2 3 3 4 3 6a3 3 0 0 1-6 0c0-2 1-3 3-6z"


def _rain(*places: tuple[int, int]) -> str:
    return "".join(_DROP.format(x, y) for x, y in places)


DRAWINGS = MappingProxyType(
    {
        "strength_0": draw(
            (
                "line",
                "M32 5v7M32 52v7M5 32h7M52 32h7M13 13l5 5M46 46l5 5M51 13l-5 5M18 46l-5 5",
            ),
            ("sun", circle(32, 32, 14)),
            ("ink", circle(27, 30, 1.8) + circle(37, 30, 1.8)),
            ("thin", "M27 36q5 4 10 0"),
        ),
        "strength_1": draw(
            ("line", "M46 4v4M60 18h-4M56 8l-3 3"),
            ("sun", circle(44, 20, 9)),
            ("cloth", "M18 52a10 10 0 0 1-1-20 14 14 0 0 1 26-4 12 12 0 0 1 4 24z"),
        ),
        "strength_2": draw(("cloth", _CLOUD[0]), ("sky", _rain((22, 45), (40, 48)))),
        "strength_3": draw(
            ("cloth", _CLOUD[1]),
            ("sky", _rain((14, 40), (26, 43), (38, 40), (50, 43), (20, 51), (44, 52))),
        ),
        "strength_4": draw(
            ("sage", _CLOUD[1]),
            ("sun", "M34 30L22 46h9l-4 14 17-20h-9l5-10z"),
            ("sky", _rain((12, 41), (52, 41), (14, 52), (50, 52))),
        ),
        "listening": draw(
            (
                "warm",
                "M14 26C14 14 22 6 33 6s19 8 19 19c0 10-9 13-12 20-2 5-5 13-13 13-7 0-11-5-11-11",
            ),
            ("line", "M23 27c0-7 4-12 10-12s10 4 10 10c0 7-7 8-8 13-1 4-6 5-8 2"),
        ),
    }
)
