"""What comfort reads: the kinds of entry, and how far back (rule 8 of the house)."""

from datetime import timedelta
from typing import Final

from stepstool.method.comfort.numbers import BREAST_FED, LOOK_BACK, OWN_GAP_WINDOW
from stepstool.method.record import Reads
from stepstool.method.record.bout import SMEAR_WEEK
from stepstool.method.record.kinds.days import Meal
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerSign,
    Illness,
    MedicineGiven,
    MedicineOrdered,
    TummyAche,
)
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.record.kinds.poop import NoneCame, Poop
from stepstool.method.record.kinds.toileting import Signal
from stepstool.method.record.treatment import WORKS

HORIZON: Final = LOOK_BACK + OWN_GAP_WINDOW
# Two days more, since the horizon begins at 04:00 and days change their length; as long as
# a laxative works, to know what the first poops were like; and the week by which smears
# are judged.
BACK: Final = HORIZON + WORKS + SMEAR_WEEK + timedelta(days=2)

READING: Final = (
    Reads(kind=Poop, back=BACK),
    Reads(kind=NoneCame, back=BACK),
    Reads(kind=Signal, back=BACK),
    Reads(kind=TummyAche, back=BACK),
    Reads(kind=Illness, back=BACK),
    Reads(kind=MedicineGiven, back=BACK),
    Reads(kind=Meal, back=BREAST_FED),
    Reads(kind=Interview),
    Reads(kind=ClinicianWord),
    Reads(kind=MedicineOrdered),
    Reads(kind=DangerSign),
    Reads(kind=Zone),
)
