"""What calm reads of the diary, and how far back (rule 8 of the house)."""

from typing import Final

from stepstool.method.calm.lately import LOOKS_BACK
from stepstool.method.record import Reads
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Plan, Zone
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Prompt, Sit

READING: Final = (
    *(Reads(kind=kind, back=LOOKS_BACK) for kind in (Sit, Prompt, DiaperRequest, Poop)),
    *(Reads(kind=kind) for kind in (Plan, Interview, Zone)),
)
