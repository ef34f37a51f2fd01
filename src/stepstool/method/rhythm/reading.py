"""What rhythm reads of the diary, and how far back (rule 8 of the house)."""

from datetime import timedelta
from typing import Final

from stepstool.method.record import Reads
from stepstool.method.record.kinds.days import Meal, Sleep
from stepstool.method.record.kinds.health import Illness, MedicineGiven, MedicineOrdered
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Plan, Zone
from stepstool.method.record.kinds.poop import NoneCame, Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Pee, Signal, Sit
from stepstool.method.rhythm.numbers import LOOK_BACK

# Two days more than the days looked at: today has begun, and travel may lengthen days.
_BACK: Final = timedelta(days=LOOK_BACK + 2)
_OFTEN: Final = (
    Poop,
    NoneCame,
    Pee,
    Sit,
    Signal,
    DiaperRequest,
    Meal,
    Sleep,
    Illness,
    MedicineGiven,
)
_LASTING: Final = (Interview, MedicineOrdered, Plan, Zone)

READING: Final = (
    *(Reads(kind=kind, back=_BACK) for kind in _OFTEN),
    *(Reads(kind=kind) for kind in _LASTING),
)
