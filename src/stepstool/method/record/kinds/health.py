"""What hurts, what a clinician said or ordered, and danger signs asked and answered."""

from datetime import date
from enum import StrEnum

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.question import (
    Choice,
    Day,
    Several,
    Text,
    Unknown,
    Whole,
    ask,
)


class IllnessKind(StrEnum):
    """What kind of illness, in a family's words."""

    TUMMY_BUG = "tummy_bug"
    COLD = "cold"
    FEVER = "fever"
    OTHER = "other"


class Symptom(StrEnum):
    """What was seen of an illness."""

    VOMITING = "vomiting"
    WATERY_POOP = "watery_poop"
    FEVER = "fever"
    NOT_EATING = "not_eating"


class Given(StrEnum):
    """What became of an ordered medicine."""

    GIVEN = "given"
    MISSED = "missed"
    REFUSED = "refused"


class Word(StrEnum):
    """What a clinician said about this child."""

    CONSTIPATED = "constipated"
    NOT_CONSTIPATED = "not_constipated"
    CLEAN_OUT_RUNNING = "clean_out_running"
    CLEAN_OUT_OVER = "clean_out_over"
    KNOWS_ABOUT_IT = "knows_about_it"
    EXPLAINED_SIGN = "explained_sign"
    CALL_AFTER_DAYS = "call_after_days"


class DangerKey(StrEnum):
    """The signs that mean: call; `comfort.signs` names their sources."""

    GREEN_OR_BLOODY_VOMIT = "green_or_bloody_vomit"
    SWOLLEN_HARD_TUMMY = "swollen_hard_tummy"
    KEEPS_VOMITING = "keeps_vomiting"
    PAIN_WITHOUT_STOP = "pain_without_stop"
    PAIN_WITH_FEVER = "pain_with_fever"
    RED_JELLY_OR_BLACK = "red_jelly_or_black"
    WEAK_LEGS_OR_NO_PEE = "weak_legs_or_no_pee"
    HARD_TO_WAKE = "hard_to_wake"
    AFTER_ENEMA = "after_enema"
    PHOSPHATE_ENEMA = "phosphate_enema"
    YOUNG_BABY = "young_baby"
    BLOOD_MIXED_IN = "blood_mixed_in"
    DAYS_WITHOUT = "days_without"
    NO_PEE_8_HOURS = "no_pee_8_hours"
    CANNOT_DRINK = "cannot_drink"
    TUMMY_PAIN_A_DAY = "tummy_pain_a_day"
    STUCK_IN_OPENING = "stuck_in_opening"
    CLEAN_OUT_UNWELL = "clean_out_unwell"
    CLEAN_OUT_NOTHING = "clean_out_nothing"
    PEEING_HURTS_AND_ILL = "peeing_hurts_and_ill"
    STUCK_UNDER_2_MONTHS = "stuck_under_2_months"
    TREATMENT_NOT_HELPING = "treatment_not_helping"
    STRONG_PAIN_TWICE = "strong_pain_twice"
    STREAK_ON_HARD = "streak_on_hard"
    STREAKS_ON_SOFT = "streaks_on_soft"
    BLOCKED_THREE_TIMES = "blocked_three_times"
    PEEING_HURTS = "peeing_hurts"
    LEAKS = "leaks"
    RUNNY_14_DAYS = "runny_14_days"
    STUCK_14_DAYS = "stuck_14_days"
    SIGNS_4_WEEKS = "signs_4_weeks"
    RIBBON_THIN = "ribbon_thin"
    NOT_GROWING = "not_growing"
    NEW_WETTING = "new_wetting"
    SINCE_BIRTH = "since_birth"
    LOW_BACK_OR_BOTTOM = "low_back_or_bottom"
    STUCK_UNDER_1_YEAR = "stuck_under_1_year"


class DangerAnswer(StrEnum):
    """What the family says about a danger sign."""

    HERE = "here"
    NOT_HERE = "not_here"
    CALLED = "called"
    SEEN = "seen"
    STOPPED = "stopped"
    VISIT_BOOKED = "visit_booked"
    DOCTOR_KNOWS = "doctor_knows"


@kind("tummy_ache")
class TummyAche(Entry):
    """A tummy ache, or no appetite because of the tummy."""

    better_after_poop: YesNo | Unknown = ask(
        Choice("Was it better after a %(poop)s?", YesNo)
    )
    appetite_gone: YesNo | Unknown = ask(Choice("Was the appetite gone?", YesNo))


@kind("illness", spans=True)
class Illness(Entry):
    """Being ill, from `at` to `until` where the end is known."""

    illness: IllnessKind | Unknown = ask(Choice("What is it?", IllnessKind))
    symptoms: tuple[Symptom, ...] | Unknown = ask(Several("What is there?", Symptom))


@kind("medicine_ordered", lasting=True)
class MedicineOrdered(Entry):
    """A medicine as a clinician ordered it, in the clinician's words, until_day included."""

    medicine: MedicineKind | Unknown = ask(Choice("What is it for?", MedicineKind))
    order: str | Unknown = ask(Text("What was ordered, in the clinician’s words?", 500))
    ordered_by: str | Unknown = ask(Text("By whom?", 100))
    until_day: date | Unknown = ask(Day("Until which day?"))
    # Of a clean-out, in the prescriber's words; counted from its first dose.
    call_after_hours: int | Unknown = ask(
        Whole("Nothing has come: after how many hours to call?", 1, 240, "hours")
    )


@kind("medicine_given")
class MedicineGiven(Entry):
    """An ordered medicine given, missed or refused."""

    medicine: MedicineKind | Unknown = ask(Choice("Which one?", MedicineKind))
    outcome: Given | Unknown = ask(Choice("What became of it?", Given))
    phosphate: YesNo | Unknown = ask(Choice("Was it a phosphate enema?", YesNo))


@kind("clinician_word", lasting=True)
class ClinicianWord(Entry):
    """What a clinician said, by name and date; it goes before our own rules."""

    word: Word | Unknown = ask(Choice("What was said?", Word))
    sign: DangerKey | Unknown = ask(Choice("About which sign?", DangerKey))
    days: int | Unknown = ask(
        Whole("To call after how many days without?", 1, 30, "days")
    )
    name: str | Unknown = ask(Text("Who said it?", 100))


@kind("danger_sign", lasting=True)
class DangerSign(Entry):
    """A danger sign asked and answered; only an answer closes one."""

    sign: DangerKey | Unknown = ask(Choice("Which sign?", DangerKey))
    answer: DangerAnswer | Unknown = ask(Choice("What about it?", DangerAnswer))
    by_whom: str | Unknown = ask(Text("Who was called, or has seen it?", 100))
