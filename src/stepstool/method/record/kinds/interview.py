"""What the family told when asked: one question and its answers, dated.

No answers at all is a question that was skipped: asked, and nothing said.
"""

from collections.abc import Mapping
from typing import Final

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.told import Told, Topic
from stepstool.method.record.question import (
    UNKNOWN,
    AnswerFault,
    Choice,
    Several,
    Unknown,
    ask,
)

__all__ = ["ANSWERS", "YES_NO", "Interview", "Told", "Topic"]

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
    Topic.ALL_WRITTEN: (Told.YES, Told.NO),
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
    Topic.WHEN_OFFERED: (
        Told.SITS_HAPPILY,
        Told.SITS_A_MOMENT,
        Told.GOES_ONCE_THE_DIAPER_IS_ON,
        Told.SAYS_NO_TO_IT,
        Told.STIFFENS,
        Told.CRIES,
        Told.RUNS_OFF,
        Told.WONT_GO_NEAR_IT,
        Told.DONT_KNOW,
    ),
    Topic.SAYS_OR_DOES: (
        Told.HIDES,
        Told.ASKS_FOR_A_DIAPER,
        Told.SAYS_IT_HURTS,
        Told.WANTS_TO_BE_ALONE,
        Told.SAYS_NO_TO_EVERYTHING,
        Told.TOO_BUSY,
        Told.WANTS_TO_BE_LITTLE,
        Told.AFRAID_OF_THE_FLUSH,
        Told.AFRAID_OF_THE_SPLASH,
        Told.AFRAID_OF_FALLING_IN,
        Told.AFRAID_OF_THE_DARK,
        Told.AFRAID_OF_LOSING_A_PART,
        Told.AFRAID_OF_OTHER_TOILETS,
        Told.ASKS_IF_WE_ARE_CROSS,
        Told.HIDES_WHAT_CAME,
        Told.PLAYS_WITH_IT,
        Told.NOTHING_OF_THIS,
        Told.DONT_KNOW,
    ),
    Topic.BEGAN_WITH: (
        Told.IT_HURT,
        Told.SUCCESS_THAT_FRIGHTENED,
        Told.BIG_PARTY,
        Told.AN_ACCIDENT,
        Told.HARSH_WORD,
        Told.SCARE_IN_THE_BATHROOM,
        Told.DIAPERS_TAKEN_AWAY,
        Told.TUMMY_BUG,
        Told.TRAVEL,
        Told.NEW_BABY,
        Told.NEW_HOME,
        Told.NEW_PRESCHOOL,
        Told.SOMEBODY_MISSED,
        Told.NEVER_OTHERWISE,
        Told.DONT_KNOW,
    ),
    Topic.SINCE_WHEN: (
        Told.UNDER_A_MONTH,
        Told.SOME_MONTHS,
        Told.OVER_THREE_MONTHS,
        Told.ALWAYS,
        Told.DONT_KNOW,
    ),
    Topic.WITHOUT_DIAPERS: (
        Told.WENT_FINE,
        Told.HELD_IT,
        Told.CRIED_FOR_THEM,
        Told.POOPED_IN_PANTS,
        Told.GOT_STUCK,
        Told.NEVER_TRIED,
        Told.DONT_KNOW,
    ),
    Topic.FEELS_IT: (
        Told.NOTICES_BEFORE,
        Told.NOTICES_AFTER,
        Told.DOES_NOT_NOTICE,
        Told.DONT_KNOW,
    ),
    Topic.SEAT: (
        Told.FEET_ON_SOMETHING,
        Told.FEET_DANGLE,
        Told.FITS,
        Told.TOO_BIG,
        Told.HOLDS_ON_TIGHT,
        Told.DONT_KNOW,
    ),
    Topic.WHO_IS_THERE: (
        Told.NOBODY,
        Told.GROWN_UP_NEAR,
        Told.WANTS_SOMEBODY_NEAR,
        Told.CHILDREN_WATCH,
        Told.PEOPLE_COME_AND_GO,
        Told.DONT_KNOW,
    ),
    Topic.GROWN_UPS: (
        Told.STAY_CALM,
        Told.ARE_WORRIED,
        Told.ASK_OFTEN,
        Told.MAKE_IT_A_SIT,
        Told.KEEP_THE_DIAPER_BACK,
        Told.ARE_CROSS,
        Told.TOLD_OFF,
        Told.EACH_ANOTHER_WAY,
        Told.REWARDS_WORE_OUT,
        Told.DONT_KNOW,
    ),
    Topic.SENSES: (
        Told.NOISE,
        Told.SMELL,
        Told.COLD_SEAT,
        Told.THE_DROP,
        Told.NOTHING_OF_THIS,
        Told.DONT_KNOW,
    ),
    Topic.PRESCHOOL: (
        Told.DOES_NOT_GO,
        Told.POOPS_THERE,
        Told.HOLDS_UNTIL_HOME,
        Told.LOUD_OR_OPEN,
        Told.WANTS_IT_TRAINED,
        Told.TOLD_OFF_THERE,
        Told.DONT_KNOW,
    ),
    Topic.CAN_ALREADY: (
        Told.DRY_FOR_TWO_HOURS,
        Told.TELLS,
        Told.PEES_THERE,
        Told.SITS_DRESSED,
        Told.SMALL_POTTY,
        Told.STOOL_FOR_THE_FEET,
        Told.TIME_WITHOUT_DIAPER,
        Told.PANTS_DOWN,
        Told.FOLLOWS_TWO_THINGS,
        Told.WANTS_TO,
        Told.GROWN_UPS_SMILE,
        Told.NOTHING_OF_THIS,
        Told.DONT_KNOW,
    ),
}


@kind("interview", lasting=True)
class Interview(Entry):
    """One question of the interview with the answers that were ticked."""

    topic: Topic | Unknown = ask(Choice("What was asked?", Topic))
    answers: tuple[Told, ...] | Unknown = ask(Several("What was told?", Told))

    def _contradictions(self) -> list[AnswerFault]:
        topic, answers = self._sound("topic"), self._sound("answers")
        if topic is UNKNOWN or answers is UNKNOWN:
            return []
        allowed = ANSWERS[topic]
        strange = [str(answer) for answer in answers if answer not in allowed]
        if not strange:
            return []
        words = "any of " + ", ".join(allowed)
        cure = f"Choose from the answers to {topic}"
        return [
            AnswerFault(field="answers", value=strange, allowed=words, cure=cure),
        ]
