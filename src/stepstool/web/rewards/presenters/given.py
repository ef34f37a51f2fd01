"""What was given, in lines: what, when, by whom; it stays, whatever is corrected."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from django.utils.formats import date_format

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit

Reward = method.lasting.Reward


class GivenRow(NamedTuple):
    """One thing that was given."""

    entry_id: str
    what: str
    when: str
    who: str


class Day(NamedTuple):
    """A day on which something was given."""

    title: str
    rows: tuple[GivenRow, ...]


def days_of(
    visit: Visit, rewards: Sequence[Reward], names: Mapping[str, str]
) -> tuple[Day, ...]:
    """Give the days, the newest first."""
    newest = sorted(rewards, key=lambda each: each.in_time, reverse=True)
    by_day = groupby(newest, key=lambda each: visit.clock.day(each.at))
    return tuple(
        Day(date_format(day, "l, j F Y"), _clock_rows(visit, group, names))
        for day, group in by_day
    )


def _clock_rows(
    visit: Visit, rewards: Iterable[Reward], names: Mapping[str, str]
) -> tuple[GivenRow, ...]:
    return tuple(
        _row(visit, each, words.clock_time(visit.clock, each.at), names)
        for each in rewards
    )


def lately(
    visit: Visit, rewards: Iterable[Reward], names: Mapping[str, str]
) -> tuple[GivenRow, ...]:
    """Give some of them with how long ago it was."""
    return tuple(
        _row(visit, each, words.ago(visit.clock, each.at, visit.now), names)
        for each in rewards
    )


def _row(visit: Visit, reward: Reward, when: str, names: Mapping[str, str]) -> GivenRow:
    said = method.said_given(reward, visit.speaker)
    return GivenRow(reward.id, said, when, names.get(reward.by, ""))
