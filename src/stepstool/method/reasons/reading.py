"""What the reasons read of the diary, and how far back (rule 8 of the house)."""

from typing import Final

from stepstool.method import calm, comfort
from stepstool.method.reasons.numbers import LATELY, SITS_LATELY
from stepstool.method.record import Reads, union
from stepstool.method.record.kinds.days import Away, BigChange
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Plan
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Prompt, Signal, Sit

READING: Final = union(
    (
        *comfort.READING,
        *calm.READING,
        *(Reads(kind=kind, back=LATELY) for kind in (Poop, Signal)),
        *(
            Reads(kind=kind, back=SITS_LATELY)
            for kind in (Sit, DiaperRequest, Prompt, Away)
        ),
        *(Reads(kind=kind) for kind in (Interview, BigChange, Plan)),
    )
)
