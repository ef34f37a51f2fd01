"""Does it hurt, is it soft, is it stuck, is it dangerous (M2, M18).

`assess` reads a record and says how the child's body feels at its moment, with every
reason. The states and rules stand in `table`, the danger signs in `danger_table`, what
each state allows in `allowed`.
"""

from stepstool.method.comfort.alerts import Alert
from stepstool.method.comfort.allowed import (
    Allowed,
    Break,
    Fibre,
    HarderStep,
    allowed,
)
from stepstool.method.comfort.comfort import (
    Asking,
    Asks,
    Comfort,
    Counted,
    Progress,
    Stools,
)
from stepstool.method.comfort.danger_table import SIGN_OF, SIGNS, Asked, Sign
from stepstool.method.comfort.enema import ASK_FIRST, STOP_AND_CALL, hard_stops
from stepstool.method.comfort.keeping import signs_to_keep
from stepstool.method.comfort.numbers import KEEP_AFTER
from stepstool.method.comfort.past import Past
from stepstool.method.comfort.reading import READING
from stepstool.method.comfort.state import State, Urgency, Variant
from stepstool.method.comfort.table import RULES
from stepstool.method.comfort.verdict import assess

__all__ = [
    "ASK_FIRST",
    "KEEP_AFTER",
    "READING",
    "RULES",
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
    "Fibre",
    "HarderStep",
    "Past",
    "Progress",
    "Sign",
    "State",
    "Stools",
    "Urgency",
    "Variant",
    "allowed",
    "assess",
    "hard_stops",
    "signs_to_keep",
]
