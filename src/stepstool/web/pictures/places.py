"""Where a poop lands, and where it happens now."""

from types import MappingProxyType

from stepstool.web.pictures.body import diaper, head, swirl
from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import box, circle, oval

_POTTY_BACK = ("sage", "M17 37C13 16 22 9 32 9s19 7 15 28z")
_POTTY_BODY = ("sage", "M9 37C10 50 14 57 20 57h24c6 0 10-7 11-20z")
_POTTY_RIM = ("sage", oval(32, 37, 23, 6.5))
_POTTY_HOLE = ("cloth", oval(32, 37, 14, 3.2))
_FLUSH_BOX = ("cloth", box(7, 13, 13, 22, 3))
_LID = ("cloth", "M20 34L25 12C26 9 32 9.5 31.5 13L29 35z")
_BOWL = ("cloth", "M18 35h38c1 0 1.5 1 1 2-2 8-8 12-15 13l2 8H24l2-8c-5-2-8-7-8-15z")

DRAWINGS = MappingProxyType(
    {
        "diaper": draw(
            *diaper(),
            (
                "blush",
                "M32 41c-6-4-8-7-6.5-9.5 1.5-2.5 5-2 6.5 1 1.5-3 5-3.5 6.5-1 1.5 2.5-.5 5.5-6.5 9.5z",
            ),
        ),
        "pull_up": draw(
            ("sky", "M9 15h46l3 20c-9 1-14 6-16 16H22C20 41 15 36 6 35z"),
            (
                "thin",
                "M9.5 22h45M14 15v7M20 15v7M26 15v7M32 15v7M38 15v7M44 15v7M50 15v7M22 51c0-4-1-7-2.5-10M42 51c0-4 1-7 2.5-10",
            ),
            ("sun", "M32 28l2 4 4.5.5-3.5 3 1 4.5-4-2.3-4 2.3 1-4.5-3.5-3 4.5-.5z"),
        ),
        "pants": draw(
            ("warm", "M8 16h48l3 15-20 17c-1 4-13 4-14 0L5 31z"),
            ("cloth", "M8 16h48l1 6H7z"),
            ("thin", "M32 22v14c0 5 2 9 5 12"),
        ),
        "potty": draw(
            _POTTY_BACK,
            _POTTY_BODY,
            _POTTY_RIM,
            _POTTY_HOLE,
            ("thin", "M22 47c1 3 2 5 4 6"),
        ),
        "sometimes_potty": draw(
            _POTTY_BACK,
            *swirl(19, 10.5, 0.42),
            _POTTY_BODY,
            ("line", "M9 37h46"),
            (
                "sun",
                "M32 41l2.2 4.3 4.8.7-3.5 3.3.9 4.7-4.4-2.3-4.4 2.3.9-4.7-3.5-3.3 4.8-.7z",
            ),
        ),
        "toilet": draw(_FLUSH_BOX, _LID, _BOWL, ("line", "M17 35h40M12 18h3")),
        "floor": draw(
            ("sage", oval(32, 49, 27, 8.5)),
            ("thin", "M5 49l-3 2M7 53l-3 3M59 49l3 2M57 53l3 3M12 56l-2 3M52 56l2 3"),
            *swirl(14.5, 13, 0.62),
        ),
        "bath": draw(
            (
                "sky",
                "M9 33c3-4 6-4 9 0 3-4 6-4 9 0 3-4 6-4 9 0 3-4 6-4 9 0 3-4 6-4 9 0z",
            ),
            ("cloth", "M4 33h56v3c0 11-6 17-14 17H18C10 53 4 47 4 36z"),
            ("line", "M18 53l-3 5M46 53l3 5M50 33V15c0-7-9-7-9 0"),
            ("sky", circle(22, 19, 4.5) + circle(31, 11, 3) + circle(13, 12, 2.5)),
        ),
        "other": draw(
            ("warm", "M32 59C20 45 14 36 14 26a18 18 0 1 1 36 0c0 10-6 19-18 33z"),
            ("cloth", circle(32, 26, 8)),
        ),
        "diaper_anywhere": draw(
            ("bare", "M24 33l-8 11 4 11M40 33l9 8 8-3"),
            ("line", "M20 58h-6M59 41l1-6"),
            *diaper(11, 1, 0.66),
            ("thin", "M4 14h8M2 22h6M4 30h5"),
        ),
        "diaper_in_hiding_place": draw(
            *head(32, 23, "peeking"),
            ("warm", "M12 58V34c0-4 2-6 6-6h28c4 0 6 2 6 6v24z"),
            ("warm", "M4 44c0-6 10-6 10 0v5h36v-5c0-6 10-6 10 0v13H4z"),
            ("thin", "M14 49h36M9 57v4M55 57v4M32 33v10"),
        ),
        "diaper_in_bathroom": draw(
            ("sky", box(3, 4, 58, 36, 4)),
            ("thin", "M3 16h58M3 28h58M20 4v12M44 4v12M10 16v12M32 16v12M54 16v12"),
            ("cloth", "M52 22h8v22h-8z"),
            ("cloth", "M36 39h24v2c0 7-5 9-8 10l1 9H41l1-9c-3-1-6-4-6-10z"),
            ("bare", "M13 44v13M23 44v13"),
            *diaper(0, 12, 0.56),
            ("line", "M3 61h58"),
        ),
        "only_asleep": draw(
            ("sun", "M54 4a10 10 0 1 0 7 14c-7 1-11-6-7-14z"),
            ("cloth", box(3, 30, 30, 18, 8)),
            *head(20, 34, "asleep"),
            ("sky", "M3 56V50c8-6 18-7 30-6h20c5 0 8 3 8 8v4z"),
            ("thin", "M34 17h5l-5 6h5M26 8h4l-4 5h4M33 44v12M47 44v12"),
            ("line", "M3 56v4M61 56v4"),
        ),
    }
)
