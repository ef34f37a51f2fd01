"""What today's advice reads: the union of what its rules declare (rule 8 of the house)."""

from typing import Final

from stepstool.method import comfort, ladder, reasons, rewards
from stepstool.method.record import Reads, union
from stepstool.method.record.kinds.lasting import Settings

READING: Final = union(
    (
        *comfort.READING,
        *ladder.READING,
        *reasons.READING,
        *rewards.READING,
        Reads(kind=Settings),
    )
)
