"""Larger pictures with a little story, on a sheet of 128 by 128."""

from types import MappingProxyType

from stepstool.web.pictures.body import swirl
from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import box, oval

SHEET = 128

_STOOL = (
    ("warm", "M13 122V100h32V84h32V70h38c3 0 4 1 4 4v48h-15v-13H28v13z"),
    ("sun", box(6, 95, 42, 9, 4.5) + box(38, 79, 42, 9, 4.5) + box(70, 63, 54, 9, 4.5)),
)
_POTTY = (
    ("sage", "M82 43c-3-18 5-24 15-24s18 6 15 24z"),
    ("sage", "M76 44c1 12 5 19 11 19h20c6 0 10-7 11-19z"),
    ("sage", oval(97, 44, 21, 5.5)),
    ("cloth", oval(97, 44, 13, 2.6)),
)
_SMILE = (
    ("bold", "M46 66.5h0M56.5 66.5h0"),
    ("thin", "M48.5 68.5q2.7 2.5 5.4 0"),
)

DRAWINGS = MappingProxyType(
    {
        "hello": draw(
            *_STOOL,
            *_POTTY,
            ("line", "M45 73v6M58 73v6M33 66q-9-2-10-11M69 63q5-3 5-8"),
            *swirl(28, 33, 0.73),
            *_SMILE,
            ("blush", "M97 13c-4-3-6-5-5-7 1-2 4-2 5 1 1-3 4-3 5-1 1 2-1 4-5 7z"),
            ("thin", "M15 53l-4-2M18 46l-3-4M25 44l-1-5"),
        ),
    }
)
