"""How a party ends: what each button writes down."""

from collections.abc import Mapping
from typing import Any, Final

from stepstool import method

P, T = method.poop, method.toileting
YES, NO = method.YesNo.YES, method.YesNo.NO
# Beyond this the page's clock rather tells of a page left open; a long sit is a sign of
# pressure (P4) and is written by hand, never by a forgotten phone.
LONGEST: Final = method.evidence_count("calm.long_sit")
DIGITS: Final = 3
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
    if not (typed.isascii() and typed.isdigit() and len(typed) <= DIGITS):
        return method.UNKNOWN
    minutes = int(typed)
    return minutes if minutes <= LONGEST else method.UNKNOWN
