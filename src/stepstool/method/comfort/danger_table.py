"""The danger signs as one table: how soon to call, and whether a family is asked.

Source: clinical_rules.md, part 2. In parents' words they stand in the catalogue, under
`danger`. A sign is closed only by an answer (rule 4 of the method).
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from stepstool.method.comfort.numbers import REVIEW_SECOND, SOON_AGAIN
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
    """One row.

    stuck: it says no more than that it is stuck; a doctor who knows closes it. comes_back:
    it comes and goes, so that "it has stopped" does not close it. quiet: how long an answer
    keeps still what the diary goes on to show.
    """

    key: DangerKey
    urgency: Urgency
    asked: Asked
    sources: tuple[str, ...]
    stuck: bool = False
    comes_back: bool = False
    quiet: timedelta = SOON_AGAIN

    @property
    def closed_by(self) -> frozenset[DangerAnswer]:
        """The answers that close it; no setting and no elapsed time does."""
        return OF_WHAT_COMES_BACK if self.comes_back else CLOSED_BY[self.urgency]


K, NOW, TODAY, SOON = DangerKey, Urgency.NOW, Urgency.TODAY, Urgency.SOON

# fmt: off
SIGNS: Final = (
    Sign(key=K.GREEN_OR_BLOODY_VOMIT, urgency=NOW, asked=Asked.WHENEVER, sources=("MDCALC-FC", "N3"), comes_back=True),
    Sign(key=K.SWOLLEN_HARD_TUMMY, urgency=NOW, asked=Asked.WHENEVER, sources=("NICE-T2",)),
    Sign(key=K.KEEPS_VOMITING, urgency=NOW, asked=Asked.WHENEVER, sources=("N1",)),
    Sign(key=K.PAIN_WITHOUT_STOP, urgency=NOW, asked=Asked.WHENEVER, sources=("N1", "N8"), comes_back=True),
    Sign(key=K.PAIN_WITH_FEVER, urgency=NOW, asked=Asked.WHENEVER, sources=("GATE",)),
    Sign(key=K.RED_JELLY_OR_BLACK, urgency=NOW, asked=Asked.WHENEVER, sources=("N8", "I"), comes_back=True),
    Sign(key=K.WEAK_LEGS_OR_NO_PEE, urgency=NOW, asked=Asked.WHENEVER, sources=("NICE-T2", "MDCALC-FC"), comes_back=True),
    Sign(key=K.HARD_TO_WAKE, urgency=NOW, asked=Asked.WHENEVER, sources=("N3", "N4"), comes_back=True),
    Sign(key=K.AFTER_ENEMA, urgency=NOW, asked=Asked.AFTER_ENEMA, sources=("DAILYMED", "WONG-2018")),
    Sign(key=K.PHOSPHATE_ENEMA, urgency=NOW, asked=Asked.AFTER_ENEMA, sources=("FDA-2014",)),
    Sign(key=K.YOUNG_BABY, urgency=NOW, asked=Asked.BABY, sources=("N1",)),

    Sign(key=K.BLOOD_MIXED_IN, urgency=TODAY, asked=Asked.WHENEVER, sources=("GATE", "N3")),
    Sign(key=K.DAYS_WITHOUT, urgency=TODAY, asked=Asked.NEVER, sources=("GATE", "I")),
    Sign(key=K.NO_PEE_8_HOURS, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",)),
    Sign(key=K.CANNOT_DRINK, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",)),
    Sign(key=K.TUMMY_PAIN_A_DAY, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",)),
    Sign(key=K.STUCK_IN_OPENING, urgency=TODAY, asked=Asked.WHENEVER, sources=("N11", "I")),
    Sign(key=K.CLEAN_OUT_UNWELL, urgency=TODAY, asked=Asked.NEVER, sources=("DEVON", "I")),
    Sign(key=K.PEEING_HURTS_AND_ILL, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3", "I")),
    Sign(key=K.STUCK_UNDER_2_MONTHS, urgency=TODAY, asked=Asked.NEVER, sources=("N1",)),

    Sign(key=K.TREATMENT_NOT_HELPING, urgency=SOON, asked=Asked.NEVER, sources=("GIP-2015", "EMEDI", "I"), quiet=REVIEW_SECOND),
    Sign(key=K.STRONG_PAIN_TWICE, urgency=SOON, asked=Asked.NEVER, sources=("NICE-T1", "I")),
    Sign(key=K.STREAK_ON_HARD, urgency=SOON, asked=Asked.NEVER, sources=("N1",)),
    Sign(key=K.STREAKS_ON_SOFT, urgency=SOON, asked=Asked.NEVER, sources=("N1", "I")),
    Sign(key=K.BLOCKED_THREE_TIMES, urgency=SOON, asked=Asked.NEVER, sources=("ROME-CM", "I"), stuck=True),
    Sign(key=K.LEAKS, urgency=SOON, asked=Asked.NEVER, sources=("NICE-T1",), stuck=True),
    Sign(key=K.RUNNY_14_DAYS, urgency=SOON, asked=Asked.NEVER, sources=("NHS-GHC", "N2")),
    Sign(key=K.STUCK_14_DAYS, urgency=SOON, asked=Asked.NEVER, sources=("GATE",), stuck=True),
    Sign(key=K.SIGNS_4_WEEKS, urgency=SOON, asked=Asked.NEVER, sources=("ROME-CM", "FEDELE-2024", "GATE"), stuck=True),
    Sign(key=K.RIBBON_THIN, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")),
    Sign(key=K.NOT_GROWING, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")),
    Sign(key=K.PEEING_HURTS, urgency=SOON, asked=Asked.WHENEVER, sources=("MDCALC-FC", "I")),
    Sign(key=K.NEW_WETTING, urgency=SOON, asked=Asked.ONCE, sources=("MDCALC-FC",)),
    Sign(key=K.SINCE_BIRTH, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")),
    Sign(key=K.LOW_BACK_OR_BOTTOM, urgency=SOON, asked=Asked.ONCE, sources=("MDCALC-FC", "MEDALG")),
    Sign(key=K.STUCK_UNDER_1_YEAR, urgency=SOON, asked=Asked.NEVER, sources=("I",), stuck=True),
)
# fmt: on

A = DangerAnswer
CLOSED_BY: Final = {
    NOW: frozenset({A.CALLED, A.SEEN, A.STOPPED, A.DOCTOR_KNOWS}),
    TODAY: frozenset({A.CALLED, A.SEEN, A.STOPPED, A.DOCTOR_KNOWS}),
    SOON: frozenset({A.VISIT_BOOKED, A.DOCTOR_KNOWS, A.SEEN, A.CALLED}),
}
OF_WHAT_COMES_BACK: Final = frozenset({A.CALLED, A.SEEN})
SIGN_OF: Final = {sign.key: sign for sign in SIGNS}
