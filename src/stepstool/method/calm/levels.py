"""How much of a struggle it is, as a table: calm, warm, fight (clinical_rules.md, part 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from stepstool.method.calm.numbers import (
    FIGHT_DAYS,
    FIGHT_SIGNS,
    FIGHT_TWICE,
    WARM_ENDS,
)
from stepstool.method.calm.signs import Shown
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)


class Level(StrEnum):
    """How tense it is about the potty."""

    CALM = "calm"
    WARM = "warm"
    FIGHT = "fight"


@dataclass(frozen=True, kw_only=True)
class Week:
    """The signs of a window, looked at on its last day."""

    day: date
    shown: Sequence[Shown]

    def of(self, rule: str) -> Sequence[date]:
        """The days of one sign; empty while it is not there."""
        return next((each.days for each in self.shown if each.sign.rule == rule), ())


SAYS_SO: Final = "P9"
ENOUGH_ALONE: Final = ("P4", "P5")


def _parent_says_so(week: Week) -> bool:
    return bool(week.of(SAYS_SO))


def _made_or_denied_twice(week: Week) -> bool:
    return any(len(week.of(rule)) >= FIGHT_TWICE for rule in ENOUGH_ALONE)


def _several_signs(week: Week) -> bool:
    signs = [each.days for each in week.shown if each.sign.rule != SAYS_SO]
    days = {day for days in signs for day in days}
    return len(signs) >= FIGHT_SIGNS and len(days) >= FIGHT_DAYS


def _a_new_sign(week: Week) -> bool:
    newest = max((each.days[-1] for each in week.shown), default=date.min)
    return (week.day - newest).days < WARM_ENDS


@dataclass(frozen=True, kw_only=True)
class LevelRow(Row[Week]):
    """One way to be at a level."""

    level: Level


# fmt: off
LEVELS: Final = decision_table(
    LevelRow(key="parent_says_so", level=Level.FIGHT, fits=_parent_says_so),
    LevelRow(key="several_signs", level=Level.FIGHT, fits=_several_signs),
    LevelRow(key="made_or_denied_twice", level=Level.FIGHT, fits=_made_or_denied_twice),
    LevelRow(key="a_new_sign", level=Level.WARM, fits=_a_new_sign),
    LevelRow(key="no_sign", level=Level.CALM, fits=always),
)
# fmt: on

ADVICE: Final[Mapping[Level, tuple[str, ...]]] = {
    Level.CALM: (),
    Level.WARM: ("one_offer_a_day", "no_reminders", "tone", "stop_asking"),
    Level.FIGHT: ("no_sits", "no_reminders", "no_potty_talk", "break", "say_sorry"),
}
ADVICE_BY_SIGN: Final[Mapping[str, str]] = {"P5": "give_it", "P6": "step_away"}


def level_of(week: Week) -> Level:
    """Give the first level of the table that a window shows."""
    return first_that_fits(LEVELS, week).level
