"""The one thing to do: a table from how it is to what helps.

Source: experience.md's table of sentences, which follows clinical_rules.md §3.3: what is
asked of a family shrinks as the state gets more serious, and the diaper is always there.
"""

from collections.abc import Mapping
from typing import Final

from stepstool.method.advice.first_evening import tonight
from stepstool.method.comfort import Comfort, State, Variant
from stepstool.method.record import Record

NOTHING: Final = "nothing"
FIRST_EVENING: Final = "as the first evening's answers lead"

HELP: Final[Mapping[State, Mapping[Variant, str]]] = {
    State.UNKNOWN: {
        Variant.NEW: FIRST_EVENING,
        Variant.SILENT: "answer_gap",
        Variant.ILL: "sips_and_cuddles",
        Variant.BACK_AFTER_WEEKS: "answer_lately",
        Variant.PLAIN: FIRST_EVENING,
        Variant.TOO_YOUNG: NOTHING,
    },
    State.COMFORTABLE: {
        Variant.SILENT: "answer_gap",
        Variant.PLAIN: NOTHING,
        Variant.WITH_MEDICINE: "as_ordered",
        Variant.AS_TOLD: FIRST_EVENING,
    },
    State.WATCH: {
        Variant.PLAIN: "give_diaper",
        Variant.HURT_ONCE: "bath_and_knees",
        Variant.TWO_HARD: "bath_and_knees",
        Variant.LONG_GAP: "give_diaper",
        Variant.HOLDING: "give_diaper",
        Variant.COUNTING: NOTHING,
        Variant.MEDICINE_MISSED: "as_ordered",
        Variant.RUNNY: "answer_runny",
        Variant.TOLD_ONE: FIRST_EVENING,
    },
    State.CONSTIPATED: {
        Variant.PLAIN: "call_about_softening",
        Variant.LONG_GAP: "call_about_softening",
        Variant.HOLDING: "call_about_softening",
        Variant.LEAKING: "full_bowel",
        Variant.AS_TOLD: FIRST_EVENING,
        Variant.COUNTING: NOTHING,
        Variant.DOCTOR_KNOWS: "as_ordered",
    },
    State.SEE_A_DOCTOR: {
        Variant.SOON: "call_office_soon",
        Variant.TODAY: "call_office_today",
        Variant.NOW: "call_now",
    },
}


def one_thing(record: Record, comfort: Comfort) -> str:
    """Give the key of the one thing to do, or `nothing`."""
    key = HELP[comfort.state][comfort.variant]
    return tonight(record) if key is FIRST_EVENING else key
