"""What a step of one's own may ask for, as taps: what it lands in, the room, how."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.words.table import Word

P, R = method.poop, method.answers.Where
DIAPER = tuple(place for place in P.Place if place in P.IN_A_DIAPER)
SLIT, HOLE = P.Wearing.DIAPER_WITH_SLIT, P.Wearing.DIAPER_WITH_HOLE
ANY: Final = "any"
Asks = Mapping[str, tuple[Any, ...]]

LANDS: Final[Mapping[str, Asks]] = {
    "diaper": {"place": DIAPER},
    "slit": {"place": DIAPER, "wearing": (SLIT, HOLE)},
    "hole": {"place": DIAPER, "wearing": (HOLE,)},
    "bare": {"place": (P.Place.POTTY, P.Place.TOILET)},
    "toilet": {"place": (P.Place.TOILET,)},
    ANY: {},
}
ROOMS: Final[Mapping[str, Asks]] = {
    ANY: {},
    "bathroom": {"where": (R.BATHROOM,)},
    "hiding_place": {"where": (R.HIDING_PLACE,)},
    "at_home": {"where": (R.BEDROOM, R.LIVING_ROOM, R.ELSEWHERE_AT_HOME)},
    "other_home": {"where": (R.OTHER_HOME,)},
    "out": {"where": (R.PRESCHOOL, R.ON_THE_WAY)},
}
ON_POTTY = (P.Posture.SITTING_ON_POTTY,)
HOWS: Final[Mapping[str, Asks]] = {
    ANY: {},
    "standing": {"posture": (P.Posture.STANDING, P.Posture.SQUATTING)},
    "on_potty": {"posture": ON_POTTY},
    "on_lid": {"posture": (P.Posture.SITTING_ON_LID, P.Posture.SQUATTING_ON_LID)},
    "on_seat": {
        "posture": (P.Posture.SITTING_ON_SEAT, P.Posture.SQUATTING_ON_SEAT, *ON_POTTY)
    },
}
WORDS: Final[Mapping[str, Mapping[str, Word]]] = {
    "lands": {
        "diaper": _("In a diaper"),
        "slit": _("In a diaper with a slit"),
        "hole": _("In a diaper with a hole"),
        "bare": _("In the potty or the toilet"),
        "toilet": _("In the toilet only"),
        ANY: _("Wherever it lands"),
    },
    "room": {
        ANY: _("In any room"),
        "bathroom": _("In the bathroom"),
        "hiding_place": _("In the hiding place"),
        "at_home": _("In another room at home"),
        "other_home": _("At another home"),
        "out": _("At preschool or on the way"),
    },
    "how": {
        ANY: _("In any way"),
        "standing": _("Standing or squatting"),
        "on_potty": _("Sitting on the potty"),
        "on_lid": _("On the closed lid"),
        "on_seat": _("On the seat or the potty"),
    },
}
TABLES: Final[Mapping[str, Mapping[str, Asks]]] = {
    "lands": LANDS,
    "room": ROOMS,
    "how": HOWS,
}
THINGS: Final = tuple(method.THINGS)


def nearest(table: Mapping[str, Asks], wanted: method.Wanted) -> str:
    """Give the choice that says what a step of any ladder wants; else any."""
    for key, asks in table.items():
        same = (getattr(wanted, name) == frozenset(told) for name, told in asks.items())
        if asks and all(same):
            return key
    return ANY


def nearest_landing(wanted: method.Wanted) -> str:
    """Give what it lands in; without a diaper its clothes say nothing more."""
    if wanted.place and not wanted.place & set(DIAPER):
        return "toilet" if wanted.place == {P.Place.TOILET} else "bare"
    cut = {SLIT: "slit", HOLE: "hole"}
    worn = next((key for each, key in cut.items() if each in wanted.wearing), "")
    return worn or ("diaper" if wanted.place else ANY)
