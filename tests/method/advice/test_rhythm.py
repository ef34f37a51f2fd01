"""What of the forecast is offered: comfort, a fight, a break and a hurt come first (M4)."""

import pytest

from stepstool.method.advice import advise, rhythm_of
from stepstool.method.advice.rhythm import closed_for
from stepstool.method.calm import Level
from stepstool.method.record import YesNo
from stepstool.method.record.kinds.health import ClinicianWord, Word
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Move, Plan, Settings
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest
from stepstool.method.rhythm import Closed
from tests.method.rhythm.diary import at, entry, record, weeks

MORNING = at(41, 6.9)


def spoken(*more, asked=MORNING):
    found = record(*weeks(), *more, asked=asked)
    return rhythm_of(found, advise(found))


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
    (because,) = found.closed_because
    assert "as often as" in because.saw


def test_on_a_break_nothing_is_offered():
    found = spoken(plan(Move.START), entry(Plan, at(40, 12), move=Move.TAKE_A_BREAK))
    assert (found.closed, found.windows) == (Closed.BREAK, ())


def test_the_family_chooses_how_many():
    assert len(spoken(entry(Settings, at(1), windows=1)).windows) == 1
    assert spoken(entry(Settings, at(1), windows=0)).windows == ()


def test_a_new_family_hears_that_there_is_no_rhythm_yet():
    found = record(asked=MORNING)
    said = rhythm_of(found, advise(found))
    assert "No rhythm to see yet" in said.because[0].saw
    assert said.surer


def test_where_a_sit_may_be_offered_nothing_closes():
    found = record(*weeks(), asked=MORNING)
    assert closed_for(found, advise(found)) is None


def test_while_it_is_tense_one_offer_a_day_is_plenty():
    asked = entry(DiaperRequest, at(40, 12), given=YesNo.NO)
    found = record(*weeks(), asked, asked=MORNING)
    advice = advise(found)
    assert advice.calm.level is Level.WARM
    assert len(rhythm_of(found, advice).windows) <= 1
