"""What the family told when asked: one question and its answers, dated."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.faults import Fault
from stepstool.method.record.question import Choice, Several, ask
from stepstool.method.record.unknown import UNKNOWN, Unknown


class Topic(StrEnum):
    """What was asked."""

    WHERE_NOW = "where_now"
    FOUR_WEEKS = "four_weeks"
    GAP = "gap"
    ALWAYS_SO = "always_so"
    SOFT_AND_PAINLESS = "soft_and_painless"
    TREATED_BEFORE = "treated_before"
    RUNNY = "runny"
    CONDITIONS = "conditions"
    SEE_IT_DIFFERENTLY = "see_it_differently"
    FIGHT = "fight"


class Told(StrEnum):
    """All answers; which of them a question takes stands in `ANSWERS`."""

    DIAPER_ANYWHERE = "diaper_anywhere"
    DIAPER_IN_HIDING_PLACE = "diaper_in_hiding_place"
    DIAPER_IN_BATHROOM = "diaper_in_bathroom"
    PANTS = "pants"
    ONLY_ASLEEP = "only_asleep"
    SOMETIMES_POTTY = "sometimes_potty"
    SOFT_AND_EASY = "soft_and_easy"
    HARD = "hard"
    HURTS = "hurts"
    HOLDS_3_DAYS = "holds_3_days"
    HUGE = "huge"
    LEAKS = "leaks"
    BLOOD = "blood"
    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"
    DAYS_WITHOUT_OR_HARD_BEFORE = "days_without_or_hard_before"
    SMALL_LEAKS_UNNOTICED = "small_leaks_unnoticed"
    WELL_OTHERWISE = "well_otherwise"
    SUDDEN_AND_WATERY = "sudden_and_watery"
    FEVER_OR_VOMITING = "fever_or_vomiting"
    OTHERS_ILL = "others_ill"
    NOTHING_OF_THIS = "nothing_of_this"
    BOWEL = "bowel"
    NERVE = "nerve"
    SPINE = "spine"
    THYROID = "thyroid"
    AUTISM = "autism"
    DELAY = "delay"
    HIRSCHSPRUNG_IN_FAMILY = "hirschsprung_in_family"


YES_NO: Final = (Told.YES, Told.NO, Told.DONT_KNOW)

ANSWERS: Final[Mapping[Topic, tuple[Told, ...]]] = {
    Topic.WHERE_NOW: (
        Told.DIAPER_ANYWHERE,
        Told.DIAPER_IN_HIDING_PLACE,
        Told.DIAPER_IN_BATHROOM,
        Told.PANTS,
        Told.ONLY_ASLEEP,
        Told.SOMETIMES_POTTY,
    ),
    Topic.FOUR_WEEKS: (
        Told.SOFT_AND_EASY,
        Told.HARD,
        Told.HURTS,
        Told.HOLDS_3_DAYS,
        Told.HUGE,
        Told.LEAKS,
        Told.BLOOD,
        Told.DONT_KNOW,
    ),
    Topic.GAP: YES_NO,
    Topic.ALWAYS_SO: YES_NO,
    Topic.SOFT_AND_PAINLESS: YES_NO,
    Topic.TREATED_BEFORE: YES_NO,
    Topic.RUNNY: (
        Told.DAYS_WITHOUT_OR_HARD_BEFORE,
        Told.SMALL_LEAKS_UNNOTICED,
        Told.WELL_OTHERWISE,
        Told.SUDDEN_AND_WATERY,
        Told.FEVER_OR_VOMITING,
        Told.OTHERS_ILL,
        Told.NOTHING_OF_THIS,
    ),
    Topic.CONDITIONS: (
        Told.BOWEL,
        Told.NERVE,
        Told.SPINE,
        Told.THYROID,
        Told.AUTISM,
        Told.DELAY,
        Told.HIRSCHSPRUNG_IN_FAMILY,
        Told.NOTHING_OF_THIS,
    ),
    Topic.SEE_IT_DIFFERENTLY: (Told.YES,),
    Topic.FIGHT: (Told.YES,),
}


@kind("interview", lasting=True)
class Interview(Entry):
    """One question of the interview with the answers that were ticked."""

    topic: Topic | Unknown = ask(Choice("Which question?", Topic))
    answers: tuple[Told, ...] | Unknown = ask(Several("What was answered?", Told))

    def _contradictions(self) -> list[Fault]:
        topic, answers = self._sound("topic"), self._sound("answers")
        if topic is UNKNOWN or answers is UNKNOWN:
            return []
        allowed = ANSWERS[topic]
        strange = [str(each) for each in answers if each not in allowed]
        if not strange:
            return []
        words = "any of " + ", ".join(allowed)
        cure = f"Choose from the answers to {topic}"
        return [
            Fault(field="answers", value=strange, allowed=words, cure=cure),
        ]
