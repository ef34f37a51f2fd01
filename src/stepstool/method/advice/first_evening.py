"""The first evening's one thing, from the family's own answers: comfort before place.

Source: the accounts' first steps and clinical_rules.md §3.3; "start where it happens
today" is always safe (§3.4, first days).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.interview import Interview, Told, Topic


@dataclass(frozen=True, kw_only=True)
class FirstAnswers:
    """What the family answered: how it was in the last weeks, and where it comes now."""

    weeks: tuple[Told, ...]
    place: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True)
class EveningRow(Row[FirstAnswers]):
    """The one thing that some first answers lead to."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The one thing."""
        return (f"todo.{self.key}",)


def _weeks(*any_of: Told) -> Callable[[FirstAnswers], bool]:
    return lambda answers: not set(any_of).isdisjoint(answers.weeks)


def _place(where: Told) -> Callable[[FirstAnswers], bool]:
    return lambda answers: where in answers.place


# fmt: off
TONIGHT: Final = decision_table(
    EveningRow(key="full_bowel", fits=_weeks(Told.LEAKS)),
    EveningRow(key="no_potty_talk", fits=_weeks(Told.HARD, Told.HURTS, Told.HOLDS_3_DAYS, Told.HUGE, Told.BLOOD)),
    EveningRow(key="nothing_to_change", fits=_weeks(Told.DONT_KNOW)),
    EveningRow(key="hiding_place", fits=_place(Told.DIAPER_IN_HIDING_PLACE)),
    EveningRow(key="carry_diapers", fits=_place(Told.DIAPER_ANYWHERE)),
    EveningRow(key="bathroom_works", fits=_place(Told.DIAPER_IN_BATHROOM)),
    EveningRow(key="pants_kindly", fits=_place(Told.PANTS)),
    EveningRow(key="sleep_diaper", fits=_place(Told.ONLY_ASLEEP)),
    EveningRow(key="potty_sometimes", fits=_place(Told.SOMETIMES_POTTY)),
    EveningRow(key="tap_next", fits=always),
)
# fmt: on

# What is for tonight only, and what takes its place from the next day on.
FROM_TOMORROW: Final[Mapping[str, str]] = {"no_potty_talk": "call_about_softening"}


def tonight(record: Record) -> str:
    """Give the key of the one thing that the family's first answers lead to."""
    answers = FirstAnswers(
        weeks=answered(record, Topic.FOUR_WEEKS),
        place=answered(record, Topic.WHERE_NOW),
    )
    key = first_that_fits(TONIGHT, answers).key
    return key if _told_today(record) else FROM_TOMORROW.get(key, key)


def answered(record: Record, topic: Topic) -> tuple[Told, ...]:
    """Give the family's newest answers to a question of the interview, if any."""
    told = [each for each in record.of(Interview) if each.topic is topic]
    answers = told[-1].answers if told else UNKNOWN
    return () if answers is UNKNOWN else answers


def _told_today(record: Record) -> bool:
    told = [each for each in record.of(Interview) if each.topic is Topic.FOUR_WEEKS]
    return bool(told) and record.clock.day(told[-1].at) == record.today
