"""The house itself: the step stool, and the signs on its doors."""

from types import MappingProxyType

from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import box, circle

DRAWINGS = MappingProxyType(
    {
        "stepstool": draw(
            ("warm", "M5 58V45h18V32h18V19h15c2 0 3 1 3 3v36h-9V50H14v8z"),
            (
                "sun",
                "M3 39h21c2 0 2 6 0 6H3c-2 0-2-6 0-6zM21 26h21c2 0 2 6 0 6H21c-2 0-2-6 0-6zM39 13h21c2 0 2 6 0 6H39c-2 0-2-6 0-6z",
            ),
        ),
        "today": draw(
            ("sun", circle(32, 32, 12)),
            (
                "line",
                "M32 6v6M32 52v6M6 32h6M52 32h6M14 14l4 4M46 46l4 4M14 50l4-4M46 18l4-4",
            ),
        ),
        "diary": draw(
            (
                "warm",
                "M14 6h34c3 0 5 2 5 5v42c0 3-2 5-5 5H14c-3 0-5-2-5-5V11c0-3 2-5 5-5z",
            ),
            ("cloth", "M24 18h20v12H24z"),
            ("line", "M16 6v52"),
        ),
        "more": draw(
            ("sage", circle(12, 32, 6) + circle(32, 32, 6) + circle(52, 32, 6))
        ),
        "phone": draw(
            (
                "cloth",
                "M14 8l8-1c2 0 3 1 4 3l3 8c0 2 0 3-1 4l-5 4c3 7 8 12 15 15l4-5c1-1 3-2 4-1l8 3c2 1 3 2 3 4l-1 8c0 3-3 6-6 6C25 56 8 38 8 15c0-4 2-7 6-7z",
            ),
        ),
        "clock": draw(("cloth", circle(32, 32, 25)), ("line", "M32 17v15l10 7")),
        "file": draw(
            ("cloth", "M14 5h22l14 14v35c0 3-2 5-5 5H14c-3 0-5-2-5-5V10c0-3 2-5 5-5z"),
            ("line", "M36 5v14h14M30 28v20M21 40l9 9 9-9"),
        ),
        "caregivers": draw(
            ("sage", "M4 56c0-12 6-18 17-18s17 6 17 18z"),
            ("skin", circle(21, 25, 11)),
            ("warm", "M34 56c0-9 4-14 12-14s14 5 14 14z"),
            ("skin", circle(47, 32, 8.5)),
        ),
        "lock": draw(
            ("sun", box(11, 28, 42, 30, 6)),
            ("line", "M20 28V19c0-16 24-16 24 0v9"),
            ("bold", "M32 41v5"),
        ),
    }
)
