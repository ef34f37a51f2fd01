"""When it comes, as families write it: what is said, and what is offered of it."""

from datetime import timedelta

import pytest

from stepstool.method.advice import advise, rhythm_of
from stepstool.method.record import Timing
from stepstool.method.record.kinds.days import Sleep
from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.record.kinds.toileting import Pee
from stepstool.method.rhythm import Knowing, forecast, windows, worth
from tests.method.rhythm.diary import asked, at, entry, poop, record, weeks, wobble

WHOLE_DAY = 6.5


def coming(*entries, day, hour=WHOLE_DAY):
    found = record(*entries, asked=at(day, hour))
    return rhythm_of(found, advise(found))


def every_other_day(days=60):
    """Return soft ones at about five every other day, and *none came* between."""
    return [
        poop(day, 17 + wobble(day), bristol=4, pain=0)
        if day % 2
        else entry(NoneCame, at(day, 20))
        for day in range(1, days + 1)
    ]


@pytest.mark.parametrize("day", [61, 62])
def test_a_child_of_every_other_day_is_offered_its_own_hour(day):
    """A chance that is low for others is high for this child."""
    found = coming(*every_other_day(day - 1), day=day)
    assert found.forecast.knowing is Knowing.LEARNED
    assert found.closed is None
    assert 16 in {window.since.hour for window in found.windows}


def test_a_window_lies_on_the_peak_and_not_on_the_slope_before_it():
    """Who sits a little too early every day learns that nothing comes."""
    found = forecast(asked(41, WHOLE_DAY))
    chances = {each.since: each.chance for each in found.tens}
    for window in windows(found, least=worth(found.habit)):
        own, *later = (
            sum(
                chances[window.since + timedelta(minutes=10 * (n + m))]
                for m in range(3)
            )
            for n in range(3)
        )
        assert own >= 0.95 * max(later)


def this_mornings(days=20):
    return [
        poop(day, 8, timing=Timing.ABOUT, bristol=4, pain=0)
        for day in range(1, days + 1)
    ]


def test_this_morning_is_no_clock_time():
    """One tap in the afternoon makes no rhythm, no dot, and no window at eight."""
    found = coming(*this_mornings(), day=21)
    assert found.forecast.knowing is Knowing.NOT_YET
    assert found.forecast.came == ()
    assert all(window.hits == window.of == 0 for window in found.windows)
    assert "rhythm.surer.times" in [each.key for each in found.forecast.surer]


@pytest.mark.parametrize(("hour", "timed"), [(20, 0), (8.05, 1), (7.75, 1)])
def test_about_twenty_minutes_ago_is_a_clock_time_and_last_evening_is_not(hour, timed):
    found = forecast(record(poop(1, hour, timing=Timing.ABOUT), asked=at(2, 9)))
    assert len(found.came) == timed


def test_a_typed_eight_o_clock_is_eight_o_clock():
    assert forecast(record(poop(1, 8), asked=at(2, 9))).came


def test_sleeps_written_down_in_the_evening_do_not_promise_more_than_none():
    """While nothing of today's sleep is written, the usual share sleeps."""
    awake = [each for each in weeks() if not isinstance(each, Sleep)]
    moment = at(41, 13.2)
    afterwards, none = (
        forecast(record(*entries, asked=moment)).next_hour.chance
        for entries in (weeks(), awake)
    )
    assert afterwards <= none


def only_poops(days=41):
    return [poop(day, 17 + wobble(day), bristol=4) for day in range(1, days, 2)]


def test_poops_alone_speak_for_days_on_which_something_is_written():
    """Nobody said that none came on the others, and nobody may claim that one will."""
    found = forecast(record(*only_poops(), asked=at(42)))
    assert [each.saw.key for each in found.because][1:] == ["rhythm.days_written"]
    assert "rhythm.surer.none_came" in [each.key for each in found.surer]


@pytest.mark.parametrize("kind", [NoneCame, Pee])
def test_days_written_as_without_need_no_such_word(kind):
    without = [entry(kind, at(day, 19)) for day in range(2, 42, 2)]
    found = forecast(record(*only_poops(), *without, asked=at(42)))
    assert len(found.because) == 1


def test_dots_that_lie_together_are_said_before_they_are_learned():
    """A page that denies its own picture is believed by nobody."""
    evenings = [poop(day, 18 + wobble(day) / 2) for day in range(1, 10)]
    pees = [entry(Pee, at(10, 12))]
    found = forecast(record(*evenings, poop(2, 9), poop(5, 13), *pees, asked=at(11)))
    saw = found.because[0].saw
    assert found.knowing is Knowing.NOT_YET
    assert saw.key == "rhythm.together.days"
    assert saw.values == {"clock": "18:00", "hits": 9, "of": 11, "count": 4}


def test_dots_all_over_the_day_are_no_rhythm_yet():
    all_over = [poop(day, 7 + day * 5 % 13) for day in range(1, 11)]
    found = forecast(record(*all_over, asked=at(11)))
    assert found.because[0].saw.key == "rhythm.knowing.not_yet"


def test_four_dots_say_nothing():
    found = forecast(record(*(poop(day, 18) for day in range(1, 5)), asked=at(5)))
    assert found.because[0].saw.key == "rhythm.knowing.not_yet"


def test_the_first_fortnight_offers_no_less_time_than_later():
    early = windows(forecast(record(asked=at(1, 7))))
    later = windows(forecast(asked(40, 6)))
    assert {each.until - each.since for each in early} == {
        each.until - each.since for each in later
    }
