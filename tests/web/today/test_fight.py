"""A fight without a ladder: it is said first, and one tap begins the break."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stepstool import method
from stepstool.web.diary import reading
from tests.web.cast import Cast
from tests.web.pages import address, get, post, stored, text_of, wrote

Plan, Move = method.lasting.Plan, method.lasting.Move
Topic, Told = method.interview.Topic, method.interview.Told
FIGHT = "It has become a fight, so we stop asking"


@pytest.fixture
def fight(cast: Cast) -> Cast:
    for days in range(6, 0, -1):
        at = timezone.now() - timedelta(days=days)
        diaper = method.poop.Place.DIAPER
        wrote(cast, method.poop.Poop, at=at, place=diaper, bristol=4, pain=0)
    wrote(cast, method.interview.Interview, topic=Topic.FIGHT, answers=(Told.YES,))
    return cast


def today(cast: Cast, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "today", face="day"))


def test_it_is_said_first_with_the_way_out(fight: Cast) -> None:
    page = today(fight)
    assert FIGHT in page
    assert "Stop asking for four weeks" in page
    assert address(fight, "stop-asking") in page


def test_one_tap_begins_a_break_with_a_day_and_can_be_undone(fight: Cast) -> None:
    page = text_of(post(fight.anna.client, fight, "stop-asking"))
    (break_,) = stored(fight, Plan)
    assert (break_.move, break_.ladder) == (Move.TAKE_A_BREAK, method.UNKNOWN)
    day = reading.clock_of(fight.mia).day(timezone.now())
    assert break_.until_day == day + timedelta(days=28)
    assert "Undo" in page
    assert "nobody asks, diapers are fine." in today(fight)
    assert FIGHT not in today(fight)


def test_who_does_not_decide_reads_it_without_the_button(fight: Cast) -> None:
    assert FIGHT in today(fight, "tim")
    assert address(fight, "stop-asking") not in today(fight, "tim")
    assert post(fight.tim.client, fight, "stop-asking").status_code == 403
