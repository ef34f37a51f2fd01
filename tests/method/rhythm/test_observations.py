"""What of a diary teaches a rhythm: which poops, which days, and how much they count."""

from datetime import date, timedelta

import pytest

from stepstool.method.record import Unread
from stepstool.method.record.clock import Clock
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.kinds.days import Meal, Sleep
from stepstool.method.record.kinds.health import Illness, MedicineOrdered
from stepstool.method.record.kinds.lasting import Move, Plan
from stepstool.method.record.kinds.poop import (
    Brussels,
    NoneCame,
    Poop,
    Soiling,
    Witness,
)
from stepstool.method.record.kinds.toileting import Pee, Sit
from stepstool.method.rhythm.observations import (
    FIRM,
    MUSHY,
    NOT_WRITTEN,
    WATERY,
    observe,
    poop_times,
    sleeps,
    texture_of,
)
from stepstool.method.rhythm.timeline import Trace, trace, trace_after
from tests.method.rhythm.diary import at, entry, poop, record


@pytest.mark.parametrize(
    ("answers", "texture"),
    [
        ({}, NOT_WRITTEN),
        ({"bristol": 2}, FIRM),
        ({"bristol": 5}, MUSHY),
        ({"bristol": 7}, WATERY),
        ({"brussels": Brussels.LOOSE}, MUSHY),
        ({"bristol_low": 5, "bristol_high": 6}, MUSHY),
        ({"bristol_low": 5}, NOT_WRITTEN),
    ],
)
def test_the_texture_is_the_picture_or_another_apps_word(answers, texture):
    assert texture_of(poop(1, 9, **answers)) == texture


def times(*poops, sits=()):
    return poop_times(record(*poops, asked=at(2, 0)).bouts, sits, Clock([]))


def test_poops_of_one_bout_are_one():
    assert len(times(poop(1, 9), poop(1, 9.2))) == 1


def test_smears_are_no_poops():
    assert times(poop(1, 9, soiling=Soiling.SMEAR)) == []


def test_a_poop_at_an_offered_sit_was_invited():
    sit = entry(Sit, at(1, 9), offered=YesNo.YES)
    soon, later = times(poop(1, 9.1), poop(1, 10), sits=[sit])
    assert (soon.invited, later.invited) == (True, False)


@pytest.mark.parametrize("answers", [{"offered": YesNo.NO}, {"accepted": YesNo.NO}])
def test_a_poop_at_the_childs_own_sit_was_not_invited(answers):
    sit = entry(Sit, at(1, 9), **({"offered": YesNo.YES} | answers))
    assert not times(poop(1, 9.1), sits=[sit])[0].invited


def test_found_later_may_be_told_by_the_witness():
    assert times(poop(1, 9, witness=Witness.FOUND_LATER))[0].later


def sound(*entries, asked):
    return observe(record(*entries, asked=asked), at(1).date()).sound


@pytest.mark.parametrize("kind", [Poop, Pee, Sit, NoneCame])
def test_a_day_with_something_of_the_diaper_teaches(kind):
    assert sound(entry(kind, at(2, 9)), asked=at(3)) == [False, True, False]


def test_a_day_with_meals_only_teaches_nothing():
    assert sound(entry(Meal, at(2, 9)), asked=at(3)) == [False, False, False]


def test_a_day_with_an_unread_entry_teaches_nothing():
    odd = Unread(id="odd", kind="poop", at=at(2, 12), raw={}, why="It can't be read.")
    before = Unread(
        id="old", kind="poop", at=at(-9, 12), raw={}, why="It can't be read."
    )
    assert sound(poop(2, 9), odd, before, asked=at(3)) == [False, False, False]


def test_days_of_illness_teach_nothing():
    ill = entry(Illness, at(2, 12), until=at(3, 12))
    poops = [poop(day, 9) for day in (1, 2, 3, 4)]
    assert sound(*poops, ill, asked=at(4, 9.5)) == [True, False, False, True]


def test_an_illness_without_an_end_is_over_after_two_days():
    ill, poops = entry(Illness, at(1, 12)), [poop(day, 9) for day in (1, 2, 3, 4)]
    assert sound(*poops, ill, asked=at(4, 9.5)) == [False, False, False, True]


def test_days_of_a_clean_out_teach_nothing():
    order = entry(
        MedicineOrdered,
        at(2, 8),
        medicine=MedicineKind.CLEAN_OUT,
        until_day=date(2026, 3, 3),
    )
    poops = [poop(day, 9) for day in (1, 2, 3, 4)]
    assert sound(*poops, order, asked=at(4, 9.5)) == [True, False, False, True]


def trust(*entries, asked):
    return observe(record(poop(1, 9), *entries, asked=asked), at(1).date()).trust


def test_days_before_a_break_count_less():
    pause = entry(Plan, at(3, 9), move=Move.TAKE_A_BREAK)
    assert trust(pause, asked=at(4)) == [0.5, 0.5, 1, 1]


def test_another_decision_of_the_plan_changes_nothing():
    assert trust(entry(Plan, at(3, 9), move=Move.STAY), asked=at(4)) == [1, 1, 1, 1]


def test_days_before_a_softener_count_less():
    order = entry(MedicineOrdered, at(3, 9), medicine=MedicineKind.SOFTENER)
    assert trust(order, asked=at(4)) == [0.5, 0.5, 1, 1]


def test_many_changes_count_as_two():
    pauses = [entry(Plan, at(3, hour), move=Move.TAKE_A_BREAK) for hour in (9, 10, 11)]
    assert trust(*pauses, asked=at(4)) == [0.25, 0.25, 1, 1]


def test_nobody_knows_how_long_ago_the_last_one_was_after_a_hole():
    diary = observe(record(poop(1, 9), poop(2, 9), asked=at(4, 9)), at(1).date())
    since_poop = diary.traces[0].codes(diary.timeline.size)
    unknown = since_poop[0]
    assert since_poop[2 * 144] != unknown
    assert since_poop[3 * 144] == unknown


LATER = at(9)


def asleep(*written, busy=(), until=LATER):
    return sleeps(written, lambda: list(busy), until)


def sleep(begin, end=None):
    return entry(Sleep, begin, until=end)


def test_a_sleep_is_from_when_to_when():
    assert asleep(sleep(at(1, 13), at(1, 14))) == [(at(1, 13), at(1, 14))]


def test_sleeps_that_overlap_are_one():
    both = asleep(sleep(at(1, 13), at(1, 15)), sleep(at(1, 14), at(1, 14.5)))
    assert both == [(at(1, 13), at(1, 15))]


def test_a_sleep_that_goes_on_takes_in_the_next():
    both = asleep(sleep(at(1, 13)), sleep(at(1, 14), at(1, 14.5)), until=at(1, 14.8))
    assert both == [(at(1, 13), None)]


def test_a_sleep_without_an_end_ends_with_the_next_entry():
    assert asleep(sleep(at(1, 13)), busy=[at(1, 12), at(1, 15)]) == [
        (at(1, 13), at(1, 15))
    ]


def test_a_sleep_without_an_end_lasts_fourteen_hours_at_most():
    assert asleep(sleep(at(1, 13))) == [(at(1, 13), at(1, 13) + timedelta(hours=14))]


def test_an_end_after_the_moment_is_not_known_yet():
    assert asleep(sleep(at(1, 13), at(1, 15)), until=at(1, 14)) == [(at(1, 13), None)]


def test_two_open_sleeps_in_a_row_go_on():
    both = asleep(sleep(at(1, 13)), sleep(at(1, 13.5)), until=at(1, 14))
    assert both == [(at(1, 13), None)]


def test_a_trace_stays_at_its_last_class():
    steps = trace([2], [b"\x00\x01\x02"], start=b"\x09")
    assert steps.codes(8) == bytes([9, 9, 9, 1, 2, 2, 2, 2])
    assert steps.ahead(0, 3) == bytes([9, 9, 9])
    assert steps.ahead(4, 3) == bytes([2, 2, 2])


def test_an_event_counts_after_its_lag():
    late = Trace(tens=[0], steps=[b"\x00\x01\x02"], start=b"\x09", lag=2)
    assert late.codes(4) == bytes([9, 9, 2, 2])


def test_before_the_first_event_of_one_sort_its_last_class_holds():
    steps = b"\x00\x01\x02"
    assert trace_after([4, 1], steps).codes(6) == bytes([2, 2, 1, 2, 2, 1])


def test_a_trace_before_a_ten_holds_all_that_its_classes_rest_on():
    steps = trace_after([4, 9, 1], b"\x00\x01\x02")
    assert steps.before(9).codes(9) == steps.codes(20)[:9]
    assert steps.before(9) == trace_after([1, 4], b"\x00\x01\x02")
