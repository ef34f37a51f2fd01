"""What calm reads of the diary, and how far back (rule 8 of the house)."""

from typing import Final

from stepstool.method.calm.lately import LOOKS_BACK
from stepstool.method.record import Reads
from stepstool.method.record.kinds.days import Away
from stepstool.method.record.kinds.health import ClinicianWord, TummyAche
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Plan, Zone
from stepstool.method.record.kinds.listening import Listening
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Prompt, Sit

LATELY: Final = (Sit, Prompt, DiaperRequest, Poop, Away, TummyAche)
IN_FULL: Final = (Plan, Interview, Zone, Listening, ClinicianWord)
READING: Final = (
    *(Reads(kind=kind, back=LOOKS_BACK) for kind in LATELY),
    *(Reads(kind=kind) for kind in IN_FULL),
)
