"""One picture for each kind of step of a ladder: what is worn, and on what."""

from types import MappingProxyType

from stepstool.web.pictures.body import diaper, swirl
from stepstool.web.pictures.paint import draw
from stepstool.web.pictures.shapes import box, oval

_FLUSH_BOX = ("cloth", box(6, 24, 13, 18, 3))
_BOWL = ("cloth", "M17 42h40c1 0 1.5 1 1 2-2 7-8 10-15 11l2 5H25l2-5c-6-1-10-5-10-13z")
_FLOOR = ("line", "M6 61h52")

DRAWINGS = MappingProxyType(
    {
        "step_nearer": draw(
            ("cloth", box(40, 22, 9, 16, 2)),
            ("cloth", "M36 38h25c0 6-4 9-9 10l1 9H43l1-9c-5-1-8-4-8-10z"),
            ("line", "M34 38h27"),
            *diaper(1, 8, 0.5),
            ("line", "M8 48h18M20 42l6 6-6 6"),
            _FLOOR,
        ),
        "step_on_the_lid": draw(
            _FLOOR,
            _FLUSH_BOX,
            _BOWL,
            ("warm", "M17 36h40c4 0 4 6 0 6H17c-4 0-4-6 0-6z"),
            *diaper(15, -4, 0.66),
        ),
        "step_on_the_seat": draw(
            _FLOOR,
            _FLUSH_BOX,
            ("cloth", "M18 40L22 14C23 10 30 11 29.500 15L28 40z"),
            _BOWL,
            *diaper(18, 8, 0.58),
            ("sun", "M17 38h40c3 0 3 5 0 5H17c-3 0-3-5 0-5z"),
        ),
        "step_a_hole": draw(
            *diaper(0, -10, 1),
            ("ink", oval(32, 35, 7, 4)),
            *swirl(23, 40, 0.28),
            ("thin", "M20 46v5M44 46v5"),
            ("sage", "M14 58c8-4 28-4 36 0l-3 5H17z"),
        ),
    }
)
