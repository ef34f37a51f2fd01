"""The one thing to do: a table from how it is to what helps.

Source: experience.md's table of sentences, which follows clinical_rules.md §3.3: what is
asked of a family shrinks as the state gets more serious, and the diaper is always there.
"""

from collections.abc import Mapping
from typing import Final

from stepstool.method.advice.first_evening import tonight
from stepstool.method.advice.night import is_night
from stepstool.method.comfort import Comfort, State, Variant
from stepstool.method.record import Record

NOTHING: Final = "nothing"
FIRST_EVENING: Final = "as the first evening's answers lead"
AS_ORDERED: Final = "as_ordered"
PRESCRIBER: Final = "ask_the_prescriber"
WITHOUT_AN_ORDER: Final[Mapping[State, str]] = {
    State.COMFORTABLE: NOTHING,
    State.WATCH: "give_diaper",
    State.CONSTIPATED: "what_was_ordered",
}
WITH_AN_ORDER: Final[Mapping[str, str]] = {"call_about_softening": PRESCRIBER}
AT_NIGHT: Final[Mapping[str, str]] = {
    "call_office_soon": "soon_waits",
    "call_office_today": "call_out_of_hours",
}

HELP: Final[Mapping[State, Mapping[Variant, str]]] = {
    State.UNKNOWN: {
        Variant.NEW: FIRST_EVENING,
        Variant.SILENT: "answer_gap",
        Variant.WAITING: NOTHING,
        Variant.ILL: "rest_and_cuddles",
        Variant.BUG: "sips_and_cuddles",
        Variant.BACK_AFTER_WEEKS: "answer_lately",
        Variant.PLAIN: FIRST_EVENING,
        Variant.TOO_YOUNG: NOTHING,
    },
    State.COMFORTABLE: {
        Variant.SILENT: "answer_gap",
        Variant.WAITING: NOTHING,
        Variant.PLAIN: NOTHING,
        Variant.WITH_MEDICINE: AS_ORDERED,
        Variant.OWN_MEDICINE: NOTHING,
        Variant.AS_TOLD: FIRST_EVENING,
    },
    State.WATCH: {
        Variant.PLAIN: "give_diaper",
        Variant.HURT_ONCE: "bath_and_knees",
        Variant.TWO_HARD: "bath_and_knees",
        Variant.LONG_GAP: "give_diaper",
        Variant.HOLDING: "give_diaper",
        Variant.COUNTING: NOTHING,
        Variant.LITTLE_PAINS: "bath_and_knees",
        Variant.SAID_NOT_SOFT: "bath_and_knees",
        Variant.ACHING: "answer_signs",
        Variant.LONG_TENDER: "ask_for_a_visit",
        Variant.LEAKING_ON_MEDICINE: PRESCRIBER,
        Variant.BACK_AFTER_WEEKS: "answer_lately",
        Variant.MEDICINE_MISSED: AS_ORDERED,
        Variant.MEDICINE_OVER: "ask_about_medicine",
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
        Variant.DOCTOR_KNOWS: AS_ORDERED,
        Variant.REVIEW: "ask_for_a_look",
        Variant.CLEAN_OUT: AS_ORDERED,
        Variant.MEDICINE_MISSED: AS_ORDERED,
        Variant.LEAKING_ON_MEDICINE: PRESCRIBER,
        Variant.BACK_AFTER_WEEKS: "answer_lately",
    },
    State.SEE_A_DOCTOR: {
        Variant.SOON: "call_office_soon",
        Variant.TODAY: "call_office_today",
        Variant.NOW: "call_now",
    },
}


def one_thing(record: Record, comfort: Comfort) -> str:
    """Give the key of the one thing to do, or `nothing`.

    "As ordered" is said only where an order stands (rule 4: nobody is told to give what no
    clinician ordered). At night *soon* waits, and *today* goes to the out-of-hours line.
    """
    key = HELP[comfort.state][comfort.variant]
    if is_night(record.clock.local(record.at)):
        key = AT_NIGHT.get(key, key)
    if record.treatment.order_stands(record.at):
        key = WITH_AN_ORDER.get(key, key)
    elif key == AS_ORDERED:
        return WITHOUT_AN_ORDER[comfort.state]
    elif key == PRESCRIBER:
        return "ask_about_medicine"
    return tonight(record) if key == FIRST_EVENING else key
