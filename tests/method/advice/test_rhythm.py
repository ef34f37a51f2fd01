"""What of the forecast is offered: comfort, a fight, a break and a hurt come first (M4)."""

import pytest

from stepstool import method
from stepstool.method.advice import advise
from stepstool.method.advice.offering import closed_for
from stepstool.method.calm import CalmLevel
from stepstool.method.evidence import topic
from stepstool.method.record import YesNo
from stepstool.method.record.kinds.health import ClinicianWord, Word
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Move, Plan, Settings
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Sit
from stepstool.method.rhythm import Closed
from tests.method.rhythm.diary import at, entry, poop, record, weeks

MORNING = at(41, 6.9)


def scattered():
    """Return one poop every third day, each at another hour."""
    return [poop(day, 7 + day * 5 % 13) for day in range(1, 41, 3)]


def spoken(*more, asked=MORNING):
    found = record(*weeks(), *more, asked=asked)
    return said_of(found)


def said_of(found):
    rhythm = method.rhythm_of(found, advise(found))
    return method.spoken_rhythm(rhythm, method.speaker_of(found, "en"))


def plan(move):
    return entry(Plan, at(39, 12), move=move, ladder="b", ladder_version=1, step=1)


def test_a_soft_child_is_offered_up_to_three_windows_each_with_how_often_it_was_right():
    found = spoken()
    assert found.closed is None
    assert 1 <= len(found.windows) <= 3
    assert all("of the last 10" in each.says.saw for each in found.windows)
    assert all(each.says.sources for each in found.windows)


@pytest.mark.parametrize(
    ("more", "closed"),
    [
        (entry(ClinicianWord, at(40, 12), word=Word.CONSTIPATED), Closed.GATE),
        (
            entry(Interview, at(40, 12), topic=Topic.FIGHT, answers=(Told.YES,)),
            Closed.FIGHT,
        ),
        (entry(Poop, at(40, 19), bristol=4, pain=2), Closed.TENDER),
    ],
)
def test_nothing_is_offered_while_it_would_press(more, closed):
    found = spoken(more)
    assert (found.closed, found.windows) == (closed, ())
    (because,) = found.none_because
    assert "as often as" in because.saw
    assert found.often is None


def test_on_a_break_nothing_is_offered():
    found = spoken(plan(Move.START), entry(Plan, at(40, 12), move=Move.TAKE_A_BREAK))
    assert (found.closed, found.windows) == (Closed.BREAK, ())


def test_the_family_chooses_how_many():
    assert len(spoken(entry(Settings, at(1), windows=1)).windows) == 1
    none = spoken(entry(Settings, at(1), windows=0))
    assert none.windows == ()
    assert "You chose" in none.none_because[0].saw


def test_today_may_name_the_window_in_which_many_of_the_last_came():
    found = spoken()
    first = next(
        each.window
        for each in found.windows
        if each.window.hits >= topic("rhythm").count.often
    )
    assert found.often.saw.endswith(f"goes: {first.hits} of the last 10 came then.")
    assert f"{first.since:%H:%M}" in found.often.saw
    assert found.often.sources
    assert found.next_time.startswith("Often 0")


def test_while_a_window_runs_it_is_a_good_time():
    early = spoken()
    assert early.good_time is None
    assert "potty party" in spoken(asked=at(41, 8.2)).good_time.saw


def test_a_time_after_a_meal_is_no_good_time_of_this_child():
    found = record(*weeks(8), asked=at(9, 7.5))
    said = said_of(found)
    assert said.windows[0].window.meal is not None
    assert said.windows[0].window.since <= found.at
    assert (said.good_time, said.often) == (None, None)


def test_no_window_runs_into_the_night():
    late = [poop(day, 20) for day in range(1, 41)]
    found = record(*late, asked=MORNING)
    said = said_of(found)
    assert all(each.window.until <= at(41, 20) for each in said.windows)


def test_hours_that_rarely_brought_anything_are_not_named_today():
    found = record(*scattered(), asked=MORNING)
    assert said_of(found).often is None


def test_where_no_time_stands_out_none_is_offered_and_it_says_so():
    found = record(*scattered(), asked=at(41, 19.6))
    said = said_of(found)
    assert said.windows == ()
    assert "No other time stands out" in said.none_because[0].saw


def test_a_day_that_is_over_says_so():
    said = spoken(asked=at(41, 21))
    assert said.windows == ()
    assert "No more times" in said.none_because[0].saw


def test_three_offers_taken_or_not_are_enough_for_a_day():
    sits = [
        entry(Sit, at(41, hour), offered=YesNo.YES, accepted=YesNo.NO)
        for hour in (6.2, 6.4, 6.6)
    ]
    said = spoken(entry(Settings, at(1), windows=3), *sits)
    assert said.windows == ()
    assert "enough offers" in said.none_because[0].saw


def test_a_window_that_none_of_the_last_met_says_what_points_to_it():
    moved = [poop(41 + n, 13) for n in range(10)]
    found = record(*weeks(), *moved, asked=at(51, 6.9))
    said = said_of(found)
    missed = [each for each in said.windows if not each.window.hits]
    assert missed
    assert all("none of the last 10" in each.says.saw for each in missed)


def test_a_new_family_hears_that_there_is_no_rhythm_yet():
    found = record(asked=MORNING)
    said = said_of(found)
    assert "No rhythm to see yet" in said.because[0].saw
    assert said.surer


def test_where_a_sit_may_be_offered_nothing_closes():
    found = record(*weeks(), asked=MORNING)
    assert closed_for(found, advise(found)) is None


def test_while_it_is_tense_one_offer_a_day_is_plenty():
    asked = entry(DiaperRequest, at(40, 12), given=YesNo.NO)
    found = record(*weeks(), asked, asked=MORNING)
    advice = advise(found)
    assert advice.calm.level is CalmLevel.WARM
    assert len(said_of(found).windows) <= 1
