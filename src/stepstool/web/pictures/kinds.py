"""One picture for each kind of entry that is not a place."""

from types import MappingProxyType

from stepstool.web.pictures.body import diaper, head, swirl
from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import box, circle

_BUBBLE = (
    "cloth",
    "M12 8h40c4 0 7 3 7 7v24c0 4-3 7-7 7H30L18 57l1-11h-7c-4 0-7-3-7-7V15c0-4 3-7 7-7z",
)

DRAWINGS = MappingProxyType(
    {
        "poop": draw(
            *swirl(), ("bold", "M25 46h0M39 46h0"), ("thin", "M28 48.500q4 3.5 8 0")
        ),
        "none_came": draw(
            ("cloth", box(8, 11, 48, 46, 6)),
            ("warm", "M14 11h36c3 0 6 3 6 6v7H8v-7c0-3 3-6 6-6z"),
            ("line", "M20 6v9M44 6v9M24 41h16"),
        ),
        "pee": draw(
            ("sun", "M32 7c8 12 17 20 17 32a17 17 0 0 1-34 0c0-12 9-20 17-32z"),
            ("thin", "M23 39c0 5 3 8 7 9"),
        ),
        "sit": draw(
            ("sage", "M16 40c-3-16 4-22 16-22s19 6 16 22z"),
            ("trunk", "M32 31v5"),
            ("leg", "M27 45L19 47L18 57M37 45L45 47L46 57"),
            ("sage", "M12 43c1 8 4 14 9 14h22c5 0 8-6 9-14z"),
            ("leg", "M24 44L16 46L15 57M40 44L48 46L49 57"),
            *head(32, 18, "calm"),
            ("sky", "M20 32l12 2 12-2v11l-12 2-12-2z"),
            ("thin", "M32 34v11"),
        ),
        "signal": draw(
            ("cloth", "M4 33C16 14 48 14 60 33 48 52 16 52 4 33z"),
            ("warm", circle(32, 33, 9.5)),
            ("ink", circle(32, 33, 4)),
            ("line", "M12 16l-4-5M32 11V5M52 16l4-5"),
        ),
        "diaper_request": draw(_BUBBLE, *diaper(14, 8, 0.56)),
        "prompt": draw(_BUBBLE, ("bold", "M20 27h0M32 27h0M44 27h0")),
        "interview": draw(
            _BUBBLE, ("line", "M26 20c1-6 13-6 12 1 0 5-6 5-6 10M32 38h0")
        ),
        "meal": draw(
            ("warm", "M6 33h52c0 13-9 22-20 22H26C15 55 6 46 6 33z"),
            ("line", "M3 33h58"),
            ("sage", "M15 33c0-8 8-10 12-5 3-6 13-5 14 1 5-2 9 0 9 4z"),
            ("thin", "M24 8c-4 4 4 6 0 11M36 6c-4 4 4 6 0 11"),
        ),
        "drink": draw(
            ("line", "M34 22L38 6l9-2"),
            ("cloth", "M14 20h36l-4 34c0 3-2 5-5 5H23c-3 0-5-2-5-5z"),
            (
                "sky",
                "M16 34c5-3 10 3 16 0s11 3 16 0l-2 20c0 3-2 5-5 5H23c-3 0-5-2-5-5z",
            ),
        ),
        "sleep": draw(
            ("sun", "M36 8a25 25 0 1 0 21 37C39 48 28 26 36 8z"),
            ("thin", "M43 10h10L43 22h10M50 28h7l-7 8h7M22 37q3 2.5 6 0M28 46q3 1 5-1"),
        ),
        "tummy_ache": draw(
            ("leg", "M28 48v9M36 48v9"),
            ("trunk", "M32 36v8"),
            ("arm", "M25 36L16 43L27 46M39 36L48 43L37 46"),
            *head(32, 18, "sore"),
            ("sun", "M57 26l-7 9h5l-3 9 9-11h-5l3-7zM8 24l-4 10h5l-1 9 6-12H9l3-7z"),
        ),
        "illness": draw(
            (
                "cloth",
                "M44 7c4-3 10 2 7 7L28 41c3 7-2 15-9 15-9 0-13-10-7-16 2-2 4-3 7-3z",
            ),
            ("warm", circle(19, 47, 5)),
            ("line", "M23 43L43 18"),
            ("thin", "M50 30h6M46 37h6M41 44h6"),
        ),
        "away": draw(
            ("warm", box(6, 20, 52, 36, 6)),
            ("line", "M22 20v-6c0-3 2-5 5-5h10c3 0 5 2 5 5v6M18 20v36M46 20v36"),
        ),
        "big_change": draw(
            ("cloth", "M12 30v22c0 3 2 5 5 5h30c3 0 5-2 5-5V30"),
            ("warm", "M5 33L32 9l27 24c-2 3-5 3-7 1L32 17 12 34c-2 2-5 2-7-1z"),
            ("blush", "M32 52c-7-5-10-8-9-12 2-4 7-3 9 1 2-4 7-5 9-1 1 4-2 7-9 12z"),
        ),
        "medicine_ordered": draw(
            ("cloth", box(22, 5, 20, 10, 3)),
            (
                "warm",
                "M25 15h14v5c6 3 9 7 9 13v20c0 4-2 6-6 6H22c-4 0-6-2-6-6V33c0-6 3-10 9-13z",
            ),
            ("cloth", "M16 34h32v16H16z"),
            ("line", "M27 42h10M32 37v10"),
        ),
        "medicine_given": draw(
            ("line", "M40 28L58 10"),
            ("cloth", "M12 30c6-8 20-9 26-3s5 20-3 26c-9 6-21 5-26-2s-3-15 3-21z"),
            ("warm", "M16 36c7-4 12 4 19-1 2 6 0 11-4 14-6 4-14 4-18-1-2-4 0-9 3-12z"),
        ),
        "clinician_word": draw(
            ("line", "M13 8H9v14c0 17 27 17 27 0V8h-4M22.5 35v6c0 21 26 20 26 0v-5"),
            ("sage", circle(48.5, 30, 7)),
            ("bold", "M48.5 30h0"),
        ),
        "danger_sign": draw(
            (
                "sun",
                "M32 7c3 0 5 2 6 4l20 38c2 4 0 7-4 7H10c-4 0-6-3-4-7L26 11c1-2 3-4 6-4z",
            ),
            ("bold", "M32 24v14M32 47h0"),
        ),
        "note": draw(
            ("cloth", "M14 6h24l12 12v36c0 3-1 5-4 5H14c-3 0-4-2-4-5V11c0-3 1-5 4-5z"),
            ("thin", "M18 24h16M18 34h10M18 44h8"),
            ("sun", "M57 28l-5-5-20 20-2 8 8-2z"),
        ),
        "reward": draw(
            ("warm", box(9, 28, 46, 30, 4)),
            ("sun", box(5, 19, 54, 12, 3)),
            ("blush", "M28 19h8v39h-8z"),
            (
                "line",
                "M28 31v27M36 31v27M32 19C20 19 14 8 22 6c6-1 9 6 10 13 1-7 4-14 10-13 8 2 2 13-10 13z",
            ),
        ),
        "price": draw(
            (
                "cloth",
                "M16 20h32c5 5 6 10 6 17v13c0 5-3 8-8 8H18c-5 0-8-3-8-8V37c0-7 1-12 6-17z",
            ),
            ("sage", box(17, 7, 30, 12, 3)),
            ("sun", circle(23, 48, 5)),
            ("blush", circle(35, 49, 5)),
            ("warm", circle(44, 42, 5)),
        ),
        "own_ladder": draw(
            ("line", "M14 58L20 8M38 58L44 8M15.500 46h24M17 32h24M18.500 18h24"),
            ("sun", "M59 28l-5-5-20 20-2 8 8-2z"),
        ),
        "prize": draw(
            ("line", "M6 54h52"),
            ("sun", box(14, 20, 36, 33, 3)),
            ("blush", "M36 20h14v14z"),
            ("line", "M14 36h36M28 20v33"),
            (
                "line",
                "M28 20C20 19 16 11 21 9c5-1 7 6 7 11 0-5 3-12 8-11 5 2 0 10-8 11z",
            ),
        ),
        "sticker": draw(
            (
                "sun",
                "M32 6l7.6 16.4 18 2.2-13.3 12.3 3.5 17.8L32 45.9l-15.8 8.8 3.5-17.8L6.4 24.6l18-2.2z",
            ),
        ),
        "special_sticker": draw(
            (
                "blush",
                "M32 5c12 0 19 9 19 20 0 12-9 21-19 21s-19-9-19-21C13 14 20 5 32 5z",
            ),
            ("blush", "M28 51l4-5 4 5z"),
            ("line", "M32 51c-5 4 5 5 0 9"),
            ("thin", "M22 22c0-5 3-9 7-10"),
        ),
        "plan": draw(
            ("line", "M14 6v53"),
            ("warm", "M14 8c10-6 18 6 36 0l-6 13 6 13c-18 6-26-6-36 0z"),
            ("line", "M6 59h17"),
        ),
        "settings": draw(
            ("line", "M6 16h52M6 33h52M6 50h52"),
            ("warm", circle(22, 16, 6)),
            ("sage", circle(43, 33, 6)),
            ("sun", circle(17, 50, 6)),
        ),
        "zone": draw(
            ("sky", circle(32, 32, 25)),
            (
                "thin",
                "M7 32h50M11 19h42M11 45h42M32 7c-15 14-15 36 0 50M32 7c15 14 15 36 0 50",
            ),
        ),
    }
)
