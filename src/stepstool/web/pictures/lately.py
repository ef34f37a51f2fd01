"""How it has been, these four weeks."""

from types import MappingProxyType

from stepstool.web.pictures.body import head, swirl
from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import box, circle

_HEART = "c-4-3-6-5-5-7 1-2 4-2 5 1 1-3 4-3 5-1 1 2-1 4-5 7z"

DRAWINGS = MappingProxyType(
    {
        "soft_and_easy": draw(
            *swirl(),
            ("thin", "M22 46q3-3 6 0M36 46q3-3 6 0M28 49.500q4 3 8 0"),
            ("blush", f"M11 20{_HEART}M54 17{_HEART}"),
        ),
        "hard": draw(
            (
                "poop",
                circle(32, 20, 8)
                + circle(21, 34, 8.5)
                + circle(42, 34, 9)
                + circle(13, 49, 8)
                + circle(32, 50, 9)
                + circle(51, 50, 8),
            ),
            ("shine", "M28 18l3-2M17 31l3-2M38 31l3-2M9 46l3-2M28 47l3-2M47 47l3-2"),
        ),
        "hurts": draw(
            ("skin", circle(32, 35, 24)),
            ("line", "M17 29l9 3-9 3M47 29l-9 3 9 3M24 49q8-8 16 0M32 11c-2-5 5-7 7-3"),
            ("sky", "M14 37c3 4 4 6 4 8a4 4 0 0 1-8 0c0-2 1-4 4-8z"),
            ("sun", "M55 2l-7 9h6l-4 9 10-11h-6l4-7z"),
        ),
        "holds_3_days": draw(
            ("cloth", box(5, 11, 54, 46, 6)),
            ("warm", "M11 11h42c3 0 6 3 6 6v7H5v-7c0-3 3-6 6-6z"),
            ("line", "M18 6v9M46 6v9"),
            ("line", circle(16, 40, 5.5) + circle(32, 40, 5.5) + circle(48, 40, 5.5)),
        ),
        "huge": draw(
            *swirl(4, -3, 0.88),
            ("sage", "M9 44h46c0 9-4 15-10 15H19c-6 0-10-6-10-15z"),
            ("line", "M6 44h52"),
            ("thin", "M8 12l-4-4M12 6l-2-5M56 12l4-4M52 6l2-5"),
        ),
        "leaks": draw(
            ("warm", "M8 14h48l3 15-20 17c-1 4-13 4-14 0L5 29z"),
            ("cloth", "M8 14h48l1 6H7z"),
            (
                "poop",
                "M25 36c2-4 6-1 8-3 3-2 7 0 6 4 1 3-1 6-4 5-3 2-5 1-6 0-4 1-6-3-4-6z",
            ),
            ("poop", "M33 51c2 3 3 4 3 6a3 3 0 0 1-6 0c0-2 1-3 3-6z"),
        ),
        "blood": draw(
            (
                "cloth",
                "M12 6h40v46c-3 5-6 1-8 3-3 4-6 4-8 1-3-3-5 0-7 1-4 2-6-4-9-1-3 2-6 0-8-3z",
            ),
            ("thin", "M12 20h2M18 20h3M25 20h3M32 20h3M39 20h3M46 20h3"),
            ("red", "M29 27c5 7 7 10 7 13a7 7 0 0 1-14 0c0-3 2-6 7-13z"),
            ("red", "M42 40c2 3 3 4 3 5a3 3 0 0 1-6 0c0-1 1-2 3-5z"),
        ),
        "dont_know": draw(
            ("trunk", "M32 42v10"),
            ("arm", "M25 40L15 46L9 37M39 40L49 46L55 37"),
            *head(32, 27, "away"),
            ("line", "M47 10c0-6 10-6 10 0 0 4-5 4-5 8M52 24h0"),
        ),
    }
)
