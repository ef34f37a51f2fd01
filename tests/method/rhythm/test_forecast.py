"""A forecast says when poop may come, how sure that is, and what it rests on."""

from datetime import timedelta

import pytest

from stepstool.method import Record
from stepstool.method.record import Timing
from stepstool.method.record.kinds.days import Sleep
from stepstool.method.record.kinds.poop import Beginning, Poop
from stepstool.method.record.kinds.toileting import Pee
from stepstool.method.rhythm import Knowing, forecast
from stepstool.method.rhythm.timeline import A_DAY
from tests.method.rhythm.diary import MIA, asked, at, entry, poop, record, weeks


def test_a_regular_child_is_expected_at_its_hours():
    tens = forecast(asked()).tens
    likely = sorted(tens, key=lambda each: each.chance)[-8:]
    hours = {each.since.hour for each in likely}
    assert hours <= {7, 8, 16, 17}


def test_the_next_hour_is_likelier_before_its_hour_than_after():
    before, after = forecast(asked(hour=7.5)), forecast(asked(hour=10.5))
    assert before.next_hour.chance > 3 * after.next_hour.chance


def test_three_hours_hold_more_than_one():
    found = forecast(asked(hour=15))
    assert found.next_three_hours.chance > found.next_hour.chance
    assert found.next_three_hours.until - found.next_hour.since == timedelta(hours=3)


def test_it_covers_the_next_24_hours_in_tens():
    found = forecast(asked())
    assert len(found.tens) == A_DAY
    assert found.tens[0].since == at(40, 7.5)
    assert found.tens[-1].until == at(41, 7.5)


def test_low_and_high_lie_around_the_chance_and_narrow_with_poops():
    few, many = forecast(asked(day=12)), forecast(asked(day=40))
    for each in (few.next_hour, many.next_hour):
        assert 0 < each.low < each.chance < each.high <= 1
    assert few.next_hour.poops < many.next_hour.poops
    assert spread(few) > spread(many)


def spread(found) -> float:
    return found.next_hour.high / found.next_hour.low


def test_it_says_how_many_poops_and_days_it_rests_on():
    found = forecast(asked(day=31))
    assert (found.poops, found.days) == (60, 30)
    assert found.because[0].saw.values == {"count": 60, "days": 30}


@pytest.mark.parametrize(
    ("day", "known"), [(3, "not_yet"), (14, "not_yet"), (40, "learned")]
)
def test_no_rhythm_yet_is_said_until_there_is_a_fortnight(day, known):
    found = forecast(asked(day=day))
    assert found.knowing == known
    assert found.because[0].saw.key == f"rhythm.knowing.{known}"


def test_an_empty_diary_has_a_forecast_of_children_like_it():
    found = forecast(record(asked=at(1, 9)))
    assert found.knowing is Knowing.NOT_YET
    assert found.poops == found.days == 0
    assert 0.02 < found.next_hour.chance < 0.3


def test_poops_at_all_times_are_called_scattered():
    scattered = [
        poop(day, 6.5 + (day * 8.63 + n * 5.1) % 14)
        for day in range(1, 61)
        for n in (0, 1)
    ]
    found = forecast(record(*scattered, asked=at(61, 9)))
    assert found.knowing is Knowing.SCATTERED


def test_poops_at_night_are_no_rhythm_of_the_day():
    nights = [poop(day, 2) for day in range(1, 41)]
    found = forecast(record(*nights, asked=at(41, 9)))
    assert found.knowing is Knowing.SCATTERED
    assert found.poops == 40


def test_a_poop_just_now_makes_the_next_less_likely():
    just = poop(40, 7.4)
    assert (
        forecast(asked(40, 7.5, just)).next_hour.chance
        < forecast(asked()).next_hour.chance
    )


def test_a_poop_in_these_ten_minutes_counts_at_once():
    found = forecast(asked(40, 7.5, poop(40, 7.5)))
    assert found.tens[0].since == at(40, 7.5) + timedelta(minutes=10)


def test_a_sleeping_child_is_not_expected_to():
    asleep = entry(Sleep, at(40, 7.2))
    assert (
        forecast(asked(40, 7.5, asleep)).tens[0].chance
        < forecast(asked()).tens[0].chance / 2
    )


def test_poops_that_were_invited_say_how_often_but_not_when():
    invited = [poop(day, 11.5, began=(Beginning.WAS_PROMPTED,)) for day in range(1, 40)]
    found = forecast(asked(40, 7.5, *invited))
    assert found.poops == 78
    assert max(found.tens, key=lambda each: each.chance).since.hour != 11
    assert sum(found.usual) > sum(forecast(asked()).usual)


def test_poops_known_by_the_day_only_say_how_often():
    vague = [poop(day, 11.5, timing=Timing.DAY) for day in range(1, 40)]
    found = forecast(asked(40, 7.5, *vague))
    assert found.poops == 78
    assert sum(found.usual) > sum(forecast(asked()).usual)


def test_all_poops_invited_leaves_the_clock_of_children_like_it():
    invited = [poop(day, 11.5, began=(Beginning.WAS_PROMPTED,)) for day in range(1, 40)]
    assert forecast(record(*invited, asked=at(40, 7.5))).poops == 0


def test_a_poop_found_later_speaks_for_the_hour_before():
    found = forecast(record(*later(Timing.FOUND_LATER), asked=at(40, 7.5)))
    exact = forecast(record(*later(Timing.EXACT), asked=at(40, 7.5)))
    assert found.usual[24] > exact.usual[24]


def later(timing) -> list[Poop]:
    return [poop(day, 8.9, timing=timing) for day in range(1, 40)]


def test_days_without_entries_teach_nothing():
    holes = [each for each in weeks() if each.at.day % 2]
    found = forecast(record(*holes, asked=at(40, 7.5)))
    assert found.days < 21
    assert found.next_hour.chance == pytest.approx(
        forecast(asked()).next_hour.chance, rel=0.4
    )


def test_days_with_pees_and_no_poop_teach_that_none_came():
    pees = [entry(Pee, at(day, 9)) for day in range(41, 60)]
    dry, hole = (
        forecast(record(*weeks(), *more, asked=at(60, 7.5))) for more in (pees, [])
    )
    assert sum(dry.usual) < 0.6 * sum(hole.usual)


def test_a_quiet_stretch_is_not_told_from_a_hole_in_what_is_known():
    assert forecast(asked(day=44)).next_hour.chance > 0.1


def test_the_same_record_gives_the_same_forecast_whatever_its_order():
    entries = weeks()
    one = forecast(Record(MIA, entries, at(40, 7.5)))
    other = forecast(Record(MIA, entries[::-1], at(40, 7.5)))
    assert one == other


@pytest.mark.parametrize("more", [[], [poop(40, 8)], [entry(Pee, at(40, 4.1))]])
def test_what_was_learned_in_the_morning_serves_all_day(more):
    morning = forecast(asked(40, 4.5))
    found = forecast(asked(40, 9, *more), morning)
    assert found.habit is morning.habit
    assert found == forecast(asked(40, 9, *more))


@pytest.mark.parametrize(
    ("day", "more"), [(40, [poop(20, 13)]), (40, [entry(Pee, at(39, 23))]), (41, [])]
)
def test_what_is_written_of_a_day_before_is_learned_at_once(day, more):
    morning = forecast(asked(40, 4.5))
    found = forecast(asked(day, 9, *more), morning)
    assert found.habit != morning.habit
    assert found == forecast(asked(day, 9, *more))


def test_what_would_make_it_surer_is_told():
    found = forecast(record(poop(1, 9), poop(1, 12, timing=Timing.DAY), asked=at(2, 9)))
    keys = [each.key.removeprefix("rhythm.surer.") for each in found.surer]
    assert keys == ["poops", "days", "sleeps", "meals"]
    assert [each.values for each in found.surer[:2]] == [{"count": 9}, {"count": 13}]


def test_times_found_later_are_asked_for_if_most_are():
    found = forecast(record(*later(Timing.FOUND_LATER), asked=at(40, 7.5)))
    assert "rhythm.surer.times" in [each.key for each in found.surer]


def test_a_full_diary_leaves_nothing_to_ask_for():
    assert forecast(asked()).surer == ()
