"""The numbers of rhythm, by name; values and sources in evidence/numbers/rhythm.toml."""

from typing import Final

from stepstool.method.evidence import count, number, span

LOOK_BACK: Final = count("rhythm.look_back")
TEN: Final = span("rhythm.ten")
HALF_LIFE: Final = number("rhythm.half_life").value
HALF_LIFE_OF_RATE: Final = number("rhythm.half_life_of_rate").value
BEFORE_A_CHANGE: Final = number("rhythm.before_a_change").value
MOST_CHANGES: Final = count("rhythm.most_changes")
ILL_LASTS: Final = span("rhythm.ill_lasts")
RATE: Final = number("rhythm.rate").value
RATE_BEHIND: Final = number("rhythm.rate_behind").value
KERNEL: Final = span("rhythm.kernel")
CLOCK_BEHIND: Final = number("rhythm.clock_behind").value
MOST: Final = number("rhythm.most").value
SETTLES: Final = span("rhythm.settles")
ONGOING_SLEEP: Final = span("rhythm.ongoing_sleep")
SIT_REACH: Final = span("rhythm.sit_reach")
FOUND_LATER: Final = span("rhythm.found_later")

FEW_POOPS: Final = count("rhythm.few_poops")
FEW_DAYS: Final = count("rhythm.few_days")
LEFT_OUT: Final = count("rhythm.left_out")
SURE: Final = number("rhythm.sure").value
WAKING_FROM: Final = span("rhythm.waking_from")
WAKING_UNTIL: Final = span("rhythm.waking_until")
ASLEEP_MOSTLY: Final = number("rhythm.asleep_mostly").value
WINDOW: Final = span("rhythm.window")
WINDOWS: Final = count("rhythm.windows")
WORTH: Final = number("rhythm.worth").value
OFTEN: Final = count("rhythm.often")
HITS_OF: Final = count("rhythm.hits_of")
AFTER_MEAL_FROM: Final = span("rhythm.after_meal_from")
AFTER_MEAL_UNTIL: Final = span("rhythm.after_meal_until")
BREAKFAST: Final = span("rhythm.breakfast")
LUNCH: Final = span("rhythm.lunch")
DINNER: Final = span("rhythm.dinner")
MEALS_BACK: Final = span("rhythm.meals_back")
INTERVAL: Final = number("rhythm.interval").value

SIGNAL_REACH: Final = span("rhythm.signal_reach")
SIGNAL_SEEN: Final = count("rhythm.signal_seen")
SIGNAL_SHARE: Final = number("rhythm.signal_share").value
SIGNAL_TOGETHER: Final = span("rhythm.signal_together")
