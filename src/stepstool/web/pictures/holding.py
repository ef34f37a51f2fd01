"""A body that holds it in: tall, stiff, closed."""

from types import MappingProxyType

from stepstool.web.pictures.body import head
from stepstool.web.pictures.paint import draw

_FLOOR = ("line", "M6 61h52")
_TRUNK = ("trunk", "M32 35v5")
_LEG_BEHIND = ("leg", "M29 45L37 57")
_LEG_BEFORE = ("shin", "M36 45L27 57")

DRAWINGS = MappingProxyType(
    {
        "holding": draw(
            _FLOOR,
            _LEG_BEHIND,
            _TRUNK,
            _LEG_BEFORE,
            ("arm", "M25 34L21 40L30 46M39 34L43 40L34 46"),
            *head(32, 17, "stiff"),
            ("sky", "M52 8c3 4 4 6 4 8a4 4 0 0 1-8 0c0-2 1-4 4-8z"),
            ("thin", "M15 46q-3 4 0 8M9 44q-4 6 0 12M49 46q3 4 0 8M55 44q4 6 0 12"),
        ),
        "stiff_legs": draw(
            _FLOOR,
            ("leg", "M29 44L23 57.500M35 44L41 57.5"),
            _TRUNK,
            ("arm", "M25 34L15 43M39 34L49 43"),
            *head(32, 17, "stiff"),
            ("thin", "M14 49l-2 8M50 49l2 8"),
        ),
        "crossed_legs": draw(
            _FLOOR,
            _LEG_BEHIND,
            _TRUNK,
            _LEG_BEFORE,
            ("arm", "M25 34L18 43M39 34L46 43"),
            *head(32, 17, "stiff"),
        ),
        "tiptoes": draw(
            _FLOOR,
            ("leg", "M29 42v9l-3 7M35 42v9l3 7"),
            ("trunk", "M32 33v5"),
            ("arm", "M25 32L15 36M39 32L49 36"),
            *head(32, 16, "stiff"),
            ("line", "M13 56v-9M9 50.500l4-4 4 4M51 56v-9M47 50.500l4-4 4 4"),
        ),
        "arched_back": draw(
            _FLOOR,
            ("leg", "M45 40L55 45L53 57.5"),
            ("trunk", "M23 44Q32 24 42 36"),
            ("arm", "M24 47L27 57"),
            *head(14, 46, "stiff"),
            ("line", "M20 19Q33 9 46 21M46 14v7h-7"),
        ),
        "clenched": draw(
            _FLOOR,
            ("leg", "M28 46v11.500M36 46v11.5"),
            _TRUNK,
            ("sky", "M20 45c0-7 12-7 12 0 0-7 12-7 12 0 0 9-12 10-12 2 0 8-12 7-12-2z"),
            ("arm", "M25 34L13 38L22 46M39 34L51 38L42 46"),
            *head(32, 17, "behind"),
        ),
    }
)
