"""Signals: how often and how long before a poop each came, and which mean holding."""

from datetime import timedelta

from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.toileting import Meaning, Sign, Signal
from stepstool.method.rhythm import Tells, signals
from tests.method.rhythm.diary import at, entry, poop, record


def seen(day: int, hour: float, *signs: Sign, **answers):
    return entry(Signal, at(day, hour), signs=signs or (Sign.GOING_QUIET,), **answers)


def report(*entries):
    (found,) = signals(record(*entries, asked=at(30)))
    return found


def announced(days: int = 4, minutes: float = 10):
    return [
        each
        for day in range(1, days + 1)
        for each in (seen(day, 9 - minutes / 60), poop(day, 9))
    ]


def test_what_comes_before_announces():
    found = report(*announced())
    assert (found.sign, found.tells) == (Sign.GOING_QUIET, Tells.ANNOUNCES)
    assert (found.sightings, found.followed) == (4, 4)
    assert found.before == timedelta(minutes=10)
    assert found.because.saw.key == "rhythm.announces.going_quiet"
    assert found.because.saw.values["count"] == 10


def test_right_before_is_said_as_one():
    assert report(*announced(minutes=1)).because.saw.values["count"] == 1


def test_too_few_sightings_tell_nothing():
    found = report(*announced(days=2))
    assert found.tells is Tells.TOO_FEW
    assert found.because.saw.key == "rhythm.tells.too_few"


def test_what_is_taken_for_holding_holds():
    held = [seen(day, 9, Sign.SQUATTING, meaning=Meaning.HOLDING) for day in (1, 2, 3)]
    found = report(*held, *(poop(day, 9.2) for day in (1, 2, 3)))
    assert (found.tells, found.holding) == (Tells.HOLDS, 3)


def test_a_holding_sign_without_a_poop_after_it_holds():
    found = report(
        *(x for day in (1, 2, 3) for x in (seen(day, 9, Sign.TIPTOES), poop(day, 19)))
    )
    assert (found.tells, found.before) == (Tells.HOLDS, None)


def test_a_holding_sign_that_poop_follows_announces_all_the_same():
    found = report(
        *(x for day in (1, 2, 3) for x in (seen(day, 9, Sign.TIPTOES), poop(day, 9.3)))
    )
    assert found.tells is Tells.ANNOUNCES


def test_another_sign_without_a_poop_after_it_is_unsure():
    found = report(*(x for day in (1, 2, 3) for x in (seen(day, 9), poop(day, 19))))
    assert found.tells is Tells.UNSURE
    assert found.because.saw.values == {"count": 3, "seen": 3, "followed": 0}


def test_the_last_sighting_waits_until_it_could_be_followed():
    waiting = seen(30, 17.5)
    assert signals(record(waiting, poop(30, 9), asked=at(30))) == ()


def test_days_that_were_not_written_down_do_not_count():
    assert signals(record(seen(2, 9), poop(1, 9), asked=at(30))) == ()


def test_the_same_sign_again_within_minutes_is_one_sighting():
    found = report(seen(1, 8.9), seen(1, 8.95), poop(1, 9))
    assert found.sightings == 1


def test_a_signal_without_a_sign_is_left_out():
    assert (
        signals(record(entry(Signal, at(1, 9), signs=UNKNOWN), poop(1, 9), asked=at(3)))
        == ()
    )


def test_the_sign_most_often_followed_stands_first():
    other = [seen(5, 9, Sign.GAS), poop(5, 9.1)]
    found = signals(record(*announced(), *other, asked=at(30)))
    assert [each.sign for each in found] == [Sign.GOING_QUIET, Sign.GAS]


def test_signals_before_the_look_back_are_forgotten():
    assert signals(record(seen(1, 9), poop(1, 9.1), asked=at(200))) == ()
