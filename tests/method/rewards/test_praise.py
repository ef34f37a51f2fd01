"""Praise and first times, one fact each; the stories stand in tests/stories/rewards."""

from datetime import timedelta
from typing import Any

import pytest

from stepstool.method import first_times
from stepstool.method.record import Entry, Record
from stepstool.method.rewards import First, Praise, Tone
from stepstool.method.rewards.praise import BACK
from tests.method.rewards.test_rewards import AT, MIA, entry, record
from tests.spoken import advise

START = AT - timedelta(days=400)
ROOM = {"place": "diaper", "where": "bathroom"}


def poop(name: str, days: int, **data: Any) -> Entry:
    return entry("poop", name, days=days, **data)


def praise(*entries: Entry) -> list[Praise]:
    return list(advise(record(*entries)).rewards.unspoken.praise)


def firsts(*entries: Entry) -> list[tuple[First, int, str]]:
    times = first_times(record(*entries), START)
    return [(each.what, each.step, each.entries[0]) for each in times]


def plan(step: int, days: int = 9, **data: Any) -> Entry:
    on = {"move": "start", "ladder": "b", "step": step} | data
    return entry("plan", f"plan-{step}-{days}", days=days, **on)


def test_each_step_is_reached_for_the_first_time_once():
    lid = ROOM | {"posture": "sitting_on_lid"}
    poops = [
        poop("a", 8, **ROOM),
        poop("b", 7, **ROOM),
        poop("c", 5, **lid),
        poop("d", 4, **lid),
    ]
    times = firsts(plan(1), *poops, plan(2, 6, move="move_on"))
    assert times == [(First.STEP, 1, "a"), (First.STEP, 2, "c")]


def test_a_jump_passes_the_steps_between():
    poops = [poop("jump", 8, place="potty"), poop("back", 4, **ROOM)]
    times = firsts(plan(1), *poops)
    assert times == [(First.POTTY, 0, "jump"), (First.STEP, 5, "jump")]


@pytest.mark.parametrize(
    "how",
    [{"mood": "upset"}, {"made_to": "yes"}, {"sleeping": "asleep"}, {"pain": 2}],
    ids=str,
)
def test_what_was_too_much_is_no_first_time(how: dict[str, Any]):
    glad = poop("glad", 4, **ROOM)
    assert firsts(plan(1), poop("sad", 8, **ROOM, **how), glad)[0][2] == "glad"


def test_on_a_break_no_step_is_reached():
    rests = entry("plan", "rest", days=8, move="take_a_break")
    assert firsts(plan(1), rests, poop("a", 4, **ROOM)) == []


def test_another_version_of_the_ladder_has_steps_of_its_own():
    assert firsts(plan(1, ladder_version=9), poop("a", 4, **ROOM)) == []


def test_a_ladder_that_nobody_knows_has_no_first_time():
    assert firsts(plan(1, ladder="their_own"), poop("a", 4, **ROOM)) == []


def test_what_was_given_for_another_step_settles_nothing():
    kisses = entry("reward", "kisses", days=7, ladder="b", step=3, what="kisses")
    by_hand = entry("reward", "hug", days=7, ladder="b", what="a hug")
    assert firsts(plan(1), kisses, by_hand, poop("a", 4, **ROOM))


def test_praise_is_for_a_day():
    assert praise(entry("poop", "old", days=1, place="diaper")) == []
    late = entry("poop", "late", days=0, place="diaper")
    assert [each.entries for each in praise(late)] == [("late",)]


def test_a_first_time_far_back_is_forgotten_and_no_sooner():
    now = entry("poop", "now", days=0, place="potty")
    seen = entry("poop", "seen", days=BACK.days - 1, place="potty")
    gone = entry("poop", "gone", days=BACK.days + 1, place="potty")
    assert praise(seen, now)[-1].tone is Tone.WARM
    assert praise(gone, now)[-1].tone is Tone.JOY


def test_while_a_doctor_is_to_be_called_it_is_quiet():
    blood = entry("poop", "blood", days=0, place="potty", blood="mixed_in")
    assert [each.tone for each in praise(blood)] == [Tone.QUIET]


def test_a_first_time_is_of_the_childs_own_day():
    night = Record(MIA, [poop("night", 0, place="potty")], AT)
    (time,) = first_times(night, START)
    assert time.day == night.clock.day(time.at)
