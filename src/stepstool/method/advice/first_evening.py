"""The first evening's one thing, from the family's own answers: comfort before place.

Source: the accounts' first steps and clinical_rules.md §3.3; "start where it happens
today" is always safe (§3.4, first days).
"""

from collections.abc import Mapping
from typing import Final

from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.interview import Interview, Told, Topic

BY_COMFORT: Final[Mapping[Told, str]] = {
    Told.LEAKS: "full_bowel",
    Told.HARD: "no_potty_talk",
    Told.HURTS: "no_potty_talk",
    Told.HOLDS_3_DAYS: "no_potty_talk",
    Told.HUGE: "no_potty_talk",
    Told.BLOOD: "no_potty_talk",
    Told.DONT_KNOW: "nothing_to_change",
}
BY_PLACE: Final[Mapping[Told, str]] = {
    Told.DIAPER_IN_HIDING_PLACE: "hiding_place",
    Told.DIAPER_ANYWHERE: "carry_diapers",
    Told.DIAPER_IN_BATHROOM: "bathroom_works",
    Told.PANTS: "pants_kindly",
    Told.ONLY_ASLEEP: "sleep_diaper",
    Told.SOMETIMES_POTTY: "potty_sometimes",
}


# What is for tonight only, and what takes its place from the next day on.
FROM_TOMORROW: Final[Mapping[str, str]] = {"no_potty_talk": "call_about_softening"}


def tonight(record: Record) -> str:
    """Give the key of the one thing that the family's first answers lead to."""
    by_comfort = _first(BY_COMFORT, answered(record, Topic.FOUR_WEEKS))
    by_place = _first(BY_PLACE, answered(record, Topic.WHERE_NOW))
    key = by_comfort or by_place or "tap_next"
    return key if _told_today(record) else FROM_TOMORROW.get(key, key)


def answered(record: Record, topic: Topic) -> tuple[Told, ...]:
    """Give the family's newest answers to a question of the interview, if any."""
    told = [each for each in record.of(Interview) if each.topic is topic]
    answers = told[-1].answers if told else UNKNOWN
    return () if answers is UNKNOWN else answers


def _told_today(record: Record) -> bool:
    told = [each for each in record.of(Interview) if each.topic is Topic.FOUR_WEEKS]
    return bool(told) and record.clock.day(told[-1].at) == record.today


def _first(table: Mapping[Told, str], answers: tuple[Told, ...]) -> str:
    return next((key for told, key in table.items() if told in answers), "")
