"""The prize in sight, as something like it: a child that cannot read knows it again."""

from types import MappingProxyType

from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import box, circle, oval

_DINOSAUR = (
    "M5 50c9 1 6-18 21-19 6 0 9-3 10-10 1-8 5-12 12-12 7 0 11 4 11 9 0 4-3 6-7 6h-4"
    "c-1 0-1 2-1 4 0 8-1 14-3 18v11h-8v-7H23v7h-8v-9c-3 2-7 3-10 2z"
)

DRAWINGS = MappingProxyType(
    {
        "prize_car": draw(
            ("sky", "M18 30l6-12c1-2 3-3 5-3h12c2 0 4 1 5 3l5 12z"),
            (
                "warm",
                "M6 44V36c0-4 3-6 7-6h38c4 0 7 3 7 7v7c0 3-2 4-4 4H10c-2 0-4-1-4-4z",
            ),
            ("line", "M33 15v15"),
            ("ink", circle(19, 48, 7) + circle(46, 48, 7)),
            ("cloth", circle(19, 48, 2.5) + circle(46, 48, 2.5)),
            ("sun", circle(53, 37, 2.5)),
        ),
        "prize_teddy": draw(
            ("warm", circle(17, 14, 7) + circle(47, 14, 7)),
            ("warm", oval(32, 47, 17, 13) + circle(14, 42, 6) + circle(50, 42, 6)),
            ("warm", circle(32, 23, 16)),
            ("cloth", oval(32, 28, 7, 5.5) + oval(32, 49, 9, 7.5)),
            ("ink", circle(26, 20, 1.8) + circle(38, 20, 1.8)),
            ("ink", oval(32, 26, 2.5, 1.6)),
            ("thin", "M29 30q3 2.5 6 0"),
        ),
        "prize_dinosaur": draw(
            ("sun", "M11 33l3-8 5 5 4-8 6 5 5-7 4 8z"),
            ("sage", _DINOSAUR),
            ("ink", circle(49, 16, 1.9)),
            ("thin", "M53 20q-2 2-5 1.500"),
        ),
        "prize_ball": draw(
            ("sun", circle(32, 32, 25)),
            ("blush", "M32 7c-7 6-10 15-10 25s3 19 10 25c7-6 10-15 10-25S39 13 32 7z"),
            ("line", "M32 7c-14 12-14 38 0 50M32 7c14 12 14 38 0 50"),
            ("line", circle(32, 32, 25)),
        ),
        "prize_book": draw(
            (
                "warm",
                "M4 15c10-4 20-3 28 3 8-6 18-7 28-3v38c-10-3-20-2-28 4-8-6-18-7-28-4z",
            ),
            (
                "cloth",
                "M9 12c9-3 17-1 23 5 6-6 14-8 23-5v34c-9-2-17 0-23 6-6-6-14-8-23-6z",
            ),
            ("line", "M32 17v35"),
            ("sun", circle(20, 27, 5)),
            ("thin", "M14 39q6-3 12 1M39 24q6-3 11-2M39 32q6-3 11-2M39 40q6-3 11-2"),
        ),
        "prize_kite": draw(
            ("line", "M31 42c2 5-4 7-1 11 3 3 8 0 11 4"),
            ("sky", "M39 4L55 22 31 42 16 16z"),
            ("blush", "M39 4L31 42 16 16z"),
            ("line", "M39 4L31 42M16 16l39 6M39 4L55 22 31 42 16 16z"),
            ("sun", "M28 47l-7-3-1 7zM30 52l7-4 2 6z"),
        ),
        "prize_crayons": draw(
            ("blush", "M11 28l6-16 6 16v26H11z"),
            ("sun", "M26 24l6-16 6 16v30H26z"),
            ("sky", "M41 28l6-16 6 16v26H41z"),
            (
                "line",
                "M11 28l6-16 6 16v20H11zM26 24l6-16 6 16v24H26zM41 28l6-16 6 16v20H41z",
            ),
            ("warm", box(6, 38, 52, 21, 4)),
            ("thin", "M16 48h32"),
        ),
        "prize_something": draw(
            ("warm", box(11, 22, 42, 35, 4)),
            ("sun", "M11 34h42v10H11z"),
            ("cloth", "M39 22h14v13c-6 1-9-2-9-6-4 0-6-3-5-7z"),
            (
                "line",
                "M32 22C21 21 16 10 23 8c6-1 8 7 9 13 1-6 3-14 9-13 7 2 2 13-9 14zM32 22v35",
            ),
        ),
    }
)
