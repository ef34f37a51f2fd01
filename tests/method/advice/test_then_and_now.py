"""Progress is told in weeks, and only where there is some."""

import pytest

from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.poop import Place, Poop
from tests.method.rhythm.diary import at, entry, record
from tests.spoken import advise

DIAPER = {"place": Place.DIAPER, "where": Where.LIVING_ROOM}
BATHROOM = {"place": Place.DIAPER, "where": Where.BATHROOM}
POTTY = {"place": Place.POTTY}
SOFT, SORE, UNSAID = {"bristol": 4, "pain": 0}, {"bristol": 2, "pain": 2}, {}


def week(first: int, last: int, every: int = 1, **told) -> list[Poop]:
    return [entry(Poop, at(day, 9), **told) for day in range(first, last + 1, every)]


def told(*weeks: list[Poop], day: int = 42) -> str:
    entries = [each for week_ in weeks for each in week_]
    return advise(record(*entries, asked=at(day, 12))).then_and_now


def test_what_got_better_is_said_in_one_sentence():
    then = week(1, 7, 3, **DIAPER, **SORE)
    now = week(36, 42, **BATHROOM, **SOFT)
    assert told(then, now) == (
        "5 weeks ago: in a diaper, on some days, and it hurt. "
        "This week: in a diaper in the bathroom, every day, soft."
    )


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ((BATHROOM, SOFT, 1), (POTTY, SOFT, 1), True),
        ((DIAPER, SORE, 1), (DIAPER, SOFT, 1), True),
        ((DIAPER, UNSAID, 1), (DIAPER, SOFT, 1), True),
        ((DIAPER, SOFT, 3), (DIAPER, SOFT, 1), True),
        ((DIAPER, SOFT, 1), (DIAPER, SOFT, 2), False),
        ((DIAPER, SOFT, 1), (DIAPER, SOFT, 1), False),
        ((POTTY, SOFT, 1), (DIAPER, SOFT, 1), False),
        ((DIAPER, SOFT, 1), (POTTY, SORE, 1), False),
        (({"place": Place.PANTS}, SOFT, 1), (DIAPER, SOFT, 1), True),
    ],
)
def test_what_did_not_get_better_is_not_said(then, now, said):
    before = week(1, 7, then[2], **then[0], **then[1])
    after = week(36, 42, now[2], **now[0], **now[1])
    assert bool(told(before, after)) is said


def test_a_week_of_which_little_is_known_is_not_told_of():
    assert told(week(1, 1, **DIAPER, **SORE), week(36, 42, **POTTY)) == ""
    assert told(week(1, 7, **DIAPER, **SORE), week(42, 42, **POTTY)) == ""


def test_days_are_no_weeks():
    assert told(week(22, 30, **DIAPER, **SORE), week(36, 42, **POTTY)) == ""
