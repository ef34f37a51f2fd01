"""How a party ends: what each button writes down."""

from collections.abc import Mapping
from typing import Any, Final

from stepstool import method

P, T = method.poop, method.toileting
YES, NO = method.YesNo.YES, method.YesNo.NO
# The longest sit that an entry takes, in minutes.
LONGEST: Final = 120
SITS: Final[Mapping[str, Mapping[str, Any]]] = {
    "sat": {"offered": YES, "accepted": YES},
    "by-itself": {"offered": NO, "accepted": YES},
    "not-today": {"offered": YES, "accepted": NO},
}
POOPED: Final = "pooped"
ENDINGS: Final = {*SITS, POOPED}


def entry_of(how: str, minutes: str, **born: Any) -> method.Entry:
    """Give the entry of an ending; minutes as the page sent them, kept if they make sense.

    Where it landed is the potty until somebody says otherwise in its details.
    """
    if how == POOPED:
        return P.Poop(place=P.Place.POTTY, **born)
    told = SITS[how]
    sat = told["accepted"] is YES
    return T.Sit(minutes=_minutes(minutes) if sat else method.UNKNOWN, **told, **born)


def _minutes(typed: str) -> int | method.Unknown:
    sound = typed.isascii() and typed.isdigit() and int(typed[:4]) <= LONGEST
    return int(typed) if sound else method.UNKNOWN
