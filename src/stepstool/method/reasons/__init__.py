"""What is in the way, how sure that is, and what helps (M1, M21).

`find` weighs the interview and the diary. The weights stand in `weights`, the questions
and when they are asked in `asking`, the help in `help`, the list of readiness in `readiness`.
"""

from stepstool.method.reasons.asking import QUESTIONS, Asked
from stepstool.method.reasons.find import find
from stepstool.method.reasons.help import HELP, HELP_OF
from stepstool.method.reasons.keys import BODY, Key, Level, Of, Speaks
from stepstool.method.reasons.readiness import ITEMS, Ready
from stepstool.method.reasons.reading import READING
from stepstool.method.reasons.reasons import Reason, Reasons
from stepstool.method.reasons.weights import WEIGHTS

__all__ = [
    "BODY",
    "HELP",
    "HELP_OF",
    "ITEMS",
    "QUESTIONS",
    "READING",
    "WEIGHTS",
    "Asked",
    "Key",
    "Level",
    "Of",
    "Ready",
    "Reason",
    "Reasons",
    "Speaks",
    "find",
]
