"""The numbers of calm, by their names in the rules; values and sources in evidence."""

from typing import Final

from stepstool.method.evidence import count, number, span

WINDOW_DAYS: Final = count("calm.window")
SITS_OFFERED: Final = count("calm.sits_offered")
SITS_REFUSED: Final = count("calm.sits_refused")
REFUSED_SHARE: Final = number("calm.refused_share").value
TEARS_DAYS: Final = count("calm.tears_days")
OFFERS_A_DAY: Final = count("calm.offers_a_day")
OFFERS_WHEN_WARM: Final = count("calm.offers_when_warm")
OFFERS_DAYS: Final = count("calm.offers_days")
LONG_SIT: Final = count("calm.long_sit")
HARSH_WORDS: Final = count("calm.harsh_words")
NOT_LIGHTER: Final = count("calm.sessions_not_lighter")
GAP_WITH_HOLDING: Final = span("calm.gap_with_holding")
GAP_ALONE: Final = span("calm.gap_alone")
BEYOND_OWN_GAP: Final = span("calm.beyond_own_gap")
NEW_STEP: Final = span("calm.new_step")
FIRST_DAYS: Final = count("calm.first_days")
WARM_ENDS: Final = count("calm.warm_ends")
FIGHT_SIGNS: Final = count("calm.fight_signs")
FIGHT_DAYS: Final = count("calm.fight_days")
FIGHT_TWICE: Final = count("calm.fight_twice")
FIGHT_ENDS: Final = span("calm.fight_ends")
SAME_DECISION: Final = span("calm.same_decision")
