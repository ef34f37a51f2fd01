"""Today as one value: how it is, the one thing to do, and why."""

from stepstool.method.advice.advice import (
    Advice,
    DayDot,
    DayMark,
    Question,
    SpokenAlert,
)
from stepstool.method.advice.advise import advise
from stepstool.method.advice.earned import (
    SpokenDue,
    SpokenRewards,
    given_of,
    said_given,
)
from stepstool.method.advice.eating import (
    SpokenFood,
    food_name,
    food_note,
    food_portion,
    spoken_food,
)
from stepstool.method.advice.offering import closed_for, may_offer_sit
from stepstool.method.advice.plan import SpokenPlan, earned, treat, treat_name
from stepstool.method.advice.reading import READING
from stepstool.method.advice.reason import Reason
from stepstool.method.advice.rhythm import (
    RHYTHM_READING,
    SpokenRhythm,
    SpokenSignal,
    SpokenWindow,
    announced_by,
    rhythm_of,
)
from stepstool.method.advice.speaker import Speaker, speaker_of
from stepstool.method.advice.todo import Todo
from stepstool.method.advice.why_not import (
    SpokenQuestion,
    SpokenReady,
    SpokenReason,
    SpokenReasons,
    reasons_of,
    spoken_questions,
)
from stepstool.method.advice.words_now import Words, words_for, words_now, words_of

__all__ = [
    "READING",
    "RHYTHM_READING",
    "Advice",
    "DayDot",
    "DayMark",
    "Question",
    "Reason",
    "Speaker",
    "SpokenAlert",
    "SpokenDue",
    "SpokenFood",
    "SpokenPlan",
    "SpokenQuestion",
    "SpokenReady",
    "SpokenReason",
    "SpokenReasons",
    "SpokenRewards",
    "SpokenRhythm",
    "SpokenSignal",
    "SpokenWindow",
    "Todo",
    "Words",
    "advise",
    "announced_by",
    "closed_for",
    "earned",
    "food_name",
    "food_note",
    "food_portion",
    "given_of",
    "may_offer_sit",
    "reasons_of",
    "rhythm_of",
    "said_given",
    "speaker_of",
    "spoken_food",
    "spoken_questions",
    "treat",
    "treat_name",
    "words_for",
    "words_now",
    "words_of",
]
