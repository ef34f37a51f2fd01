"""One soft shape for each state of comfort: told by its form, never by a colour alone."""

from types import MappingProxyType

from stepstool.web.pictures.paint import draw

DRAWINGS = MappingProxyType(
    {
        "state_unknown": draw(
            ("cloth", "M32 6c11 0 20 16 20 29a20 21 0 0 1-40 0C12 22 21 6 32 6z"),
            ("bold", "M25 34h0M39 34h0"),
            ("thin", "M28 41q4 3 8 0"),
            ("sun", "M13 28l7-5 6 6 6-6 6 6 6-6 7 5c-2-10-9-22-19-22s-17 12-19 22z"),
        ),
        "state_comfortable": draw(
            (
                "sky",
                "M17 52C2 52 3 33 16 33 15 18 36 13 40 26c11-4 19 5 15 13 7 5 3 13-6 13z",
            ),
            ("bold", "M25 39h0M38 39h0"),
            ("thin", "M28 44q3.5 3 7 0"),
        ),
        "state_watch": draw(
            (
                "blush",
                "M32 57C14 44 5 34 7 22 9 9 26 8 32 20c6-12 23-11 25 2 2 12-7 22-25 35z",
            ),
            (
                "line",
                "M32 57C14 44 5 34 7 22 9 9 26 8 32 20c6-12 23-11 25 2 2 12-7 22-25 35z",
            ),
            ("cloth", "M22 43l17-19c3-3 11 3 8 7L30 50c-3 3-11-3-8-7z"),
            ("thin", "M32 33h0M37 37h0M33 39h0"),
        ),
        "state_constipated": draw(
            ("rope", "M6 46C22 50 46 46 46 30 46 18 32 14 26 22 19 33 36 48 58 40"),
        ),
        "state_see_a_doctor": draw(
            (
                "warm",
                "M14 8l8-1c2 0 3 1 4 3l3 8c0 2 0 3-1 4l-5 4c3 7 8 12 15 15l4-5c1-1 3-2 4-1l8 3c2 1 3 2 3 4l-1 8c0 3-3 6-6 6C25 56 8 38 8 15c0-4 2-7 6-7z",
            ),
            ("line", "M38 8c9 1 17 9 18 18M38 18c4 1 7 4 8 8"),
        ),
    }
)
