"""What the ladder reads of the diary, and how far back (rule 8 of the house)."""

from typing import Final

from stepstool.method import calm, comfort
from stepstool.method.ladder.numbers import AFTER_RECTAL, AWAY_BACK, VERDICTS_BACK
from stepstool.method.record import Reads, union
from stepstool.method.record.kinds.days import Away, BigChange
from stepstool.method.record.kinds.health import MedicineGiven
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Plan, Zone
from stepstool.method.record.kinds.own_ladder import OwnLadder
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit

READING: Final = union(
    (
        *comfort.READING,
        *calm.READING,
        *(Reads(kind=kind, back=VERDICTS_BACK) for kind in (Poop, Sit)),
        Reads(kind=Away, back=AWAY_BACK),
        Reads(kind=MedicineGiven, back=VERDICTS_BACK + AFTER_RECTAL),
        *(Reads(kind=kind) for kind in (Plan, OwnLadder, BigChange, Interview, Zone)),
    )
)
