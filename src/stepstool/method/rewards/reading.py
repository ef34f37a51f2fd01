"""What rewards read of the diary, and how far back (rule 8 of the house)."""

from typing import Final

from stepstool.method import ladder
from stepstool.method.ladder.numbers import VERDICTS_BACK
from stepstool.method.record import Reads, union
from stepstool.method.record.kinds.health import ClinicianWord, MedicineGiven
from stepstool.method.record.kinds.lasting import Reward, Settings
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.promises import Price, Prize
from stepstool.method.record.kinds.toileting import Sit

READING: Final = union(
    (
        *ladder.READING,
        *(Reads(kind=kind, back=VERDICTS_BACK) for kind in (Poop, Sit, MedicineGiven)),
        *(Reads(kind=each) for each in (Reward, Settings, Price, Prize, ClinicianWord)),
    )
)
