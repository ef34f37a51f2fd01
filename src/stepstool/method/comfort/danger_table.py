"""The danger signs as one table: how soon to call, and whether a family is asked.

Source: clinical_rules.md, part 2. In parents' words they stand in the word files, under
`danger`. A sign is closed only by an answer (rule 4 of the method).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stepstool.method.comfort.state import Urgency
from stepstool.method.record.kinds.health import DangerAnswer, DangerKey


class Asked(StrEnum):
    """When a family is asked about a sign."""

    WHENEVER = "with the others, whenever signs are asked"
    BABY = "with the others, of a baby"
    AFTER_ENEMA = "after a medicine from below"
    ONCE = "once, if never checked"
    NEVER = "never: the diary shows it"


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One row. stuck: it says no more than that it is stuck; a doctor who knows closes it."""

    key: DangerKey
    urgency: Urgency
    asked: Asked
    sources: tuple[str, ...]
    stuck: bool = False


K, NOW, TODAY, SOON = DangerKey, Urgency.NOW, Urgency.TODAY, Urgency.SOON

# fmt: off
SIGNS: Final = (
    Sign(key=K.GREEN_OR_BLOODY_VOMIT, urgency=NOW, asked=Asked.WHENEVER, sources=("MDCALC-FC", "N3")),
    Sign(key=K.SWOLLEN_HARD_TUMMY, urgency=NOW, asked=Asked.WHENEVER, sources=("NICE-T2",)),
    Sign(key=K.KEEPS_VOMITING, urgency=NOW, asked=Asked.WHENEVER, sources=("N1",)),
    Sign(key=K.PAIN_WITHOUT_STOP, urgency=NOW, asked=Asked.WHENEVER, sources=("N1", "N8")),
    Sign(key=K.PAIN_WITH_FEVER, urgency=NOW, asked=Asked.WHENEVER, sources=("GATE",)),
    Sign(key=K.RED_JELLY_OR_BLACK, urgency=NOW, asked=Asked.WHENEVER, sources=("N8", "I")),
    Sign(key=K.WEAK_LEGS_OR_NO_PEE, urgency=NOW, asked=Asked.WHENEVER, sources=("NICE-T2", "MDCALC-FC")),
    Sign(key=K.HARD_TO_WAKE, urgency=NOW, asked=Asked.WHENEVER, sources=("N3", "N4")),
    Sign(key=K.AFTER_ENEMA, urgency=NOW, asked=Asked.AFTER_ENEMA, sources=("DAILYMED", "WONG-2018")),
    Sign(key=K.PHOSPHATE_ENEMA, urgency=NOW, asked=Asked.AFTER_ENEMA, sources=("FDA-2014",)),
    Sign(key=K.YOUNG_BABY, urgency=NOW, asked=Asked.BABY, sources=("N1",)),

    Sign(key=K.BLOOD_MIXED_IN, urgency=TODAY, asked=Asked.WHENEVER, sources=("GATE", "N3")),
    Sign(key=K.DAYS_WITHOUT, urgency=TODAY, asked=Asked.NEVER, sources=("GATE", "I")),
    Sign(key=K.NO_PEE_8_HOURS, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",)),
    Sign(key=K.CANNOT_DRINK, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",)),
    Sign(key=K.TUMMY_PAIN_A_DAY, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",)),
    Sign(key=K.STUCK_IN_OPENING, urgency=TODAY, asked=Asked.WHENEVER, sources=("N11", "I")),
    Sign(key=K.STUCK_UNDER_2_MONTHS, urgency=TODAY, asked=Asked.NEVER, sources=("N1",)),

    Sign(key=K.STREAK_ON_HARD, urgency=SOON, asked=Asked.NEVER, sources=("N1",)),
    Sign(key=K.LEAKS, urgency=SOON, asked=Asked.NEVER, sources=("NICE-T1",), stuck=True),
    Sign(key=K.RUNNY_14_DAYS, urgency=SOON, asked=Asked.NEVER, sources=("NHS-GHC", "N2")),
    Sign(key=K.STUCK_14_DAYS, urgency=SOON, asked=Asked.NEVER, sources=("GATE",), stuck=True),
    Sign(key=K.SIGNS_4_WEEKS, urgency=SOON, asked=Asked.NEVER, sources=("ROME-CM", "FEDELE-2024", "GATE"), stuck=True),
    Sign(key=K.RIBBON_THIN, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")),
    Sign(key=K.NOT_GROWING, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")),
    Sign(key=K.NEW_WETTING, urgency=SOON, asked=Asked.ONCE, sources=("MDCALC-FC",)),
    Sign(key=K.SINCE_BIRTH, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")),
    Sign(key=K.LOW_BACK_OR_BOTTOM, urgency=SOON, asked=Asked.ONCE, sources=("MDCALC-FC", "MEDALG")),
    Sign(key=K.STUCK_UNDER_1_YEAR, urgency=SOON, asked=Asked.NEVER, sources=("I",), stuck=True),
)
# fmt: on

A = DangerAnswer
CLOSED_BY: Final = {
    NOW: {A.CALLED, A.SEEN, A.STOPPED, A.DOCTOR_KNOWS},
    TODAY: {A.CALLED, A.SEEN, A.STOPPED, A.DOCTOR_KNOWS},
    SOON: {A.VISIT_BOOKED, A.DOCTOR_KNOWS, A.SEEN, A.CALLED},
}
