"""What the method yields, said: sayings and values in a family's words, by one speaker."""

from stepstool.method.speech.advice import (
    Question,
    SpokenAdvice,
    SpokenAlert,
    SpokenTodo,
    speak,
)
from stepstool.method.speech.food import (
    SpokenFood,
    food_name,
    food_note,
    food_portion,
    spoken_food,
)
from stepstool.method.speech.plan import SpokenPlan, earned, treat, treat_name
from stepstool.method.speech.reasons import (
    SpokenQuestion,
    SpokenReady,
    SpokenReason,
    SpokenReasons,
    reasons_of,
    spoken_questions,
)
from stepstool.method.speech.rewards import (
    SpokenDue,
    SpokenRewards,
    given_of,
    said_given,
)
from stepstool.method.speech.rhythm import (
    SpokenRhythm,
    SpokenSignal,
    SpokenWindow,
    announced_by,
    spoken_rhythm,
)
from stepstool.method.speech.situations import Words, words_for, words_of

__all__ = [
    "Question",
    "SpokenAdvice",
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
    "SpokenTodo",
    "SpokenWindow",
    "Words",
    "announced_by",
    "earned",
    "food_name",
    "food_note",
    "food_portion",
    "given_of",
    "reasons_of",
    "said_given",
    "speak",
    "spoken_food",
    "spoken_questions",
    "spoken_rhythm",
    "treat",
    "treat_name",
    "words_for",
    "words_of",
]
