"""What is due, what was given, and how it fades (M6, M7, M8).

For the place and the try, never for the amount, the type, "a poop today" or being good.
What was given is a fact that nothing takes back; what is due is derived.
"""

from stepstool.method.record.kinds.lasting import Fading
from stepstool.method.rewards.choking import Risk, risk_of
from stepstool.method.rewards.events import For, Slot
from stepstool.method.rewards.fading import FADES, STAGES, FadingAdvice, FadingMove
from stepstool.method.rewards.praise import (
    PRAISE,
    First,
    FirstTime,
    Praise,
    Tone,
    first_times,
)
from stepstool.method.rewards.purse import Due, PrizeInSight
from stepstool.method.rewards.rewards import READING, WORDS, Rewards, rewards_of
from stepstool.method.rewards.safety import NOTES
from stepstool.method.rewards.things import SUBSTITUTES, SWEETS, THINGS, terms_of

__all__ = [
    "FADES",
    "NOTES",
    "PRAISE",
    "READING",
    "STAGES",
    "SUBSTITUTES",
    "SWEETS",
    "THINGS",
    "WORDS",
    "Due",
    "Fading",
    "FadingAdvice",
    "FadingMove",
    "First",
    "FirstTime",
    "For",
    "Praise",
    "PrizeInSight",
    "Rewards",
    "Risk",
    "Slot",
    "Tone",
    "first_times",
    "rewards_of",
    "risk_of",
    "terms_of",
]
