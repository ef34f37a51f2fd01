"""What is in the way, how sure that is, and what helps (M1, M21).

`find` weighs the interview and the diary. The weights stand in `weights`, the questions
and when they are asked in `asking`, the help in `help`, the list of readiness in `readiness`.
"""

from stepstool.method.reasons.asking import ITEMS, QUESTIONS, InterviewQuestion, Ready
from stepstool.method.reasons.reasons import (
    HELP,
    HELP_OF,
    READING,
    Reason,
    Reasons,
    find,
)
from stepstool.method.reasons.weights import BODY, WEIGHTS, Key, Of, ReasonLevel, Speaks

__all__ = [
    "BODY",
    "HELP",
    "HELP_OF",
    "ITEMS",
    "QUESTIONS",
    "READING",
    "WEIGHTS",
    "InterviewQuestion",
    "Key",
    "Of",
    "Ready",
    "Reason",
    "ReasonLevel",
    "Reasons",
    "Speaks",
    "find",
]
