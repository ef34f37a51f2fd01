"""What the rhythm's rules on parts of a day, sleep and silent days hold for; each breaks."""

from collections.abc import Callable
from datetime import time
from importlib import import_module

import pytest

from stepstool.method.record import Clock, PartOfDay, Timing
from stepstool.method.record.kinds.days import Sleep
from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.rhythm import forecast, windows
from stepstool.method.rhythm.observations import Observations
from tests.method.rhythm.diary import at, entry, poop, record

WEEKS = range(1, 43)
AFTER = 43


# "This morning" is spread over the morning: it makes no dot, no hour and no hit.


def hour(part: PartOfDay) -> float:
    wall: time = part.value
    return wall.hour + wall.minute / 60


def a_part_makes_no_hour(part: PartOfDay) -> bool:
    vague = [poop(day, hour(part), timing=Timing.ABOUT) for day in WEEKS]
    found = forecast(record(*vague, asked=at(AFTER, 6)))
    hits = sum(window.hits for window in windows(found))
    return found.came == () and hits == 0


@pytest.mark.parametrize("part", PartOfDay)
def test_a_part_of_a_day_makes_no_hour(part: PartOfDay) -> None:
    assert a_part_makes_no_hour(part)


@pytest.mark.parametrize("part", PartOfDay)
def test_taking_it_for_a_clock_time_would_be_seen(
    part: PartOfDay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Clock, "knows_time", lambda *_: True)
    assert not a_part_makes_no_hour(part)


# A child that usually sleeps now may be asleep, though nobody has written that it began.

NAP = (13, 15)


def chance_at(now: float, *more: Sleep) -> float:
    came = [poop(day, clock) for day in WEEKS for clock in (8, 17)]
    naps = [entry(Sleep, at(day, NAP[0]), until=at(day, NAP[1])) for day in WEEKS]
    return forecast(record(*came, *naps, *more, asked=at(AFTER, now))).tens[0].chance


def an_unwritten_nap_counts() -> bool:
    asleep = chance_at(14, entry(Sleep, at(AFTER, 13)))
    return asleep <= chance_at(14) < 2 * asleep


def test_a_nap_that_nobody_has_written_yet_counts_as_usual() -> None:
    assert an_unwritten_nap_counts()


def test_taking_the_child_for_awake_would_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def wide_awake(_asleep: float, awake: float, _share: float) -> float:
        return awake

    room = import_module("stepstool.method.rhythm.forecast")
    monkeypatch.setattr(room, "_mixed", wide_awake)
    assert not an_unwritten_nap_counts()


# Of a diary of poops alone the chances are those of days on which something is written.


def says_of_which_days(answered: bool) -> bool:
    came = [poop(day, 17) for day in WEEKS if day % 2]
    without = [entry(NoneCame, at(day, 20)) for day in WEEKS if not day % 2]
    found = forecast(record(*came, *(without if answered else ()), asked=at(AFTER)))
    return "rhythm.days_written" in [each.saw.key for each in found.because]


def only_where_days_are_silent() -> bool:
    return says_of_which_days(answered=False) and not says_of_which_days(answered=True)


def test_poops_only_speak_of_days_that_are_written() -> None:
    assert only_where_days_are_silent()


@pytest.mark.parametrize("always", [True, False])
def test_promising_it_of_every_day_would_be_seen(
    always: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim: Callable[[Observations], bool] = lambda _: always  # noqa: E731
    monkeypatch.setattr(Observations, "only_with_poop", property(claim))
    assert not only_where_days_are_silent()
