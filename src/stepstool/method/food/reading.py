"""What the picture of food reads: meals and drinks of two weeks (rule 8 of the house).

Today's advice does not read them, so that its page stays quick.
"""

from datetime import timedelta
from typing import Final

from stepstool.method.food.numbers import DAYS, HABITS
from stepstool.method.record import Reads
from stepstool.method.record.kinds.days import Drink, Meal
from stepstool.method.record.kinds.lasting import Settings, Zone

# A day more, since days begin at 04:00 and change their length.
BACK: Final = max(HABITS, timedelta(days=DAYS)) + timedelta(days=1)
READING: Final = (
    Reads(kind=Meal, back=BACK),
    Reads(kind=Drink, back=BACK),
    Reads(kind=Zone),
    Reads(kind=Settings),
)
