"""Does it hurt, is it soft, is it stuck, is it dangerous (M2, M18).

`assess` reads a record and says how the child's body feels at its moment, with every reason.
From the bottom up: `comfort` the verdict and what each state allows, `ground` and `facts`
what the diary holds, `rules` and `opening` the rules with their conditions, `walk` the way
through the days, `signs` the danger signs, `asking` what is asked, `verdict` the whole.
"""

from stepstool.method.comfort.asking import signs_to_keep
from stepstool.method.comfort.comfort import (
    ASK_FIRST,
    STOP_AND_CALL,
    Alert,
    Allowed,
    Asked,
    Asking,
    Asks,
    Break,
    Comfort,
    Counted,
    Fibre,
    GateProgress,
    HarderStep,
    Past,
    State,
    Stools,
    TreatmentReview,
    Urgency,
    Variant,
    allowed,
    hard_stops,
)
from stepstool.method.comfort.ground import READING, SAID_HOW
from stepstool.method.comfort.rules import RULES, IncompleteError, Rule
from stepstool.method.comfort.signs import SIGN_OF, SIGNS, DangerRow
from stepstool.method.comfort.verdict import assess

__all__ = [
    "ASK_FIRST",
    "READING",
    "RULES",
    "SAID_HOW",
    "SIGNS",
    "SIGN_OF",
    "STOP_AND_CALL",
    "Alert",
    "Allowed",
    "Asked",
    "Asking",
    "Asks",
    "Break",
    "Comfort",
    "Counted",
    "DangerRow",
    "Fibre",
    "GateProgress",
    "HarderStep",
    "IncompleteError",
    "Past",
    "Rule",
    "State",
    "Stools",
    "TreatmentReview",
    "Urgency",
    "Variant",
    "allowed",
    "assess",
    "hard_stops",
    "signs_to_keep",
]
