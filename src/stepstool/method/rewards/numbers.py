"""The numbers of rewards, by their names in the rules; values in evidence."""

from typing import Final

from stepstool.method.evidence import count, number, span

DUE: Final = span("rewards.due_days")
TRIES_A_DAY: Final = count("rewards.tries_a_day")
COURAGE_A_DAY: Final = count("rewards.courage_a_day")
FADE_STAGE: Final = span("rewards.fade_stage")
FADE_SHARE: Final = number("rewards.fade_share").value
FADE_CHANCES: Final = count("rewards.fade_chances")
STICKERS_FOR_A_TREAT: Final = count("rewards.stickers_for_a_treat")
RAISES: Final = count("rewards.raises")
RAISE_DAYS: Final = span("rewards.raise_days")
MOST: Final = count("rewards.most")
EVENING: Final = count("rewards.evening")
HARD_SWEETS_MONTHS: Final = count("rewards.hard_sweets_months")
BALLOON_MONTHS: Final = count("rewards.balloon_months")
SMALL_PARTS_MONTHS: Final = count("rewards.small_parts_months")
SUGAR_OF_TEN_KISSES: Final = count("rewards.sugar_of_ten_kisses")
SUGAR_A_DAY: Final = count("rewards.sugar_a_day")
HELD_FOR: Final = span("rewards.held_for")
WORDS_FOR: Final = span("rewards.words_for")
