"""A body that holds it in: tall, stiff, closed."""

from types import MappingProxyType

from stepstool.web.pictures.body import head
from stepstool.web.pictures.paint import draw

_FLOOR = ("line", "M8 60.500h48")
_DROP = ("sky", "M52 8c2 3 3 4 3 6a3 3 0 0 1-6 0c0-2 1-3 3-6z")
_TRUNK = ("trunk", "M32 27v10")
_ARMS_DOWN = ("arm", "M25 25L19 40M39 25L45 40")

DRAWINGS = MappingProxyType(
    {
        "holding": draw(
            _FLOOR,
            ("arm", "M39 25L47 34L41 42"),
            ("leg", "M36 42L27 50L26 56M28 42L37 50L38 56"),
            _TRUNK,
            ("arm", "M25 25L17 34L23 42"),
            *head(32, 14, "stiff"),
            _DROP,
        ),
        "stiff_legs": draw(
            _FLOOR,
            ("leg", "M28 42v14h-2M36 42v14h2"),
            _TRUNK,
            _ARMS_DOWN,
            *head(32, 14, "stiff"),
        ),
        "crossed_legs": draw(
            _FLOOR,
            ("leg", "M36 41L26 50L24 56M28 41L38 50L40 56"),
            _TRUNK,
            _ARMS_DOWN,
            *head(32, 14, "stiff"),
        ),
        "tiptoes": draw(
            _FLOOR,
            ("leg", "M28 39v11l-1 5M36 39v11l1 5"),
            ("trunk", "M32 24v9"),
            ("arm", "M25 23L17 30M39 23L47 30"),
            *head(32, 12, "stiff"),
            ("thin", "M16 56v-6M13 53l3-3 3 3M48 56v-6M45 53l3-3 3 3"),
        ),
        "arched_back": draw(
            _FLOOR,
            ("leg", "M30 43L30 57h5"),
            ("trunk", "M26 27Q36 32 32 39"),
            ("arm", "M22 28L14 37"),
            *head(19, 17, "stiff"),
            ("thin", "M45 23Q53 33 46 43"),
        ),
        "clenched": draw(
            _FLOOR,
            ("leg", "M29 42v14h-2M35 42v14h2"),
            _TRUNK,
            ("arm", "M25 25L16 33L25 41M39 25L48 33L39 41"),
            *head(32, 14, "strain"),
        ),
    }
)
