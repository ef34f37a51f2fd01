"""A family's own ladders: every version as it was kept, and what makes one a good one."""

from dataclasses import replace

import pytest

from stepstool.method.ladder import (
    LADDERS,
    Harder,
    Wrong,
    check,
    ladder_in,
    own_ladders,
)
from stepstool.method.ladder.ladder import harder_by, made_of
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.own_ladder import OwnLadder, OwnStep
from stepstool.method.record.kinds.poop import Place, Posture, Wearing
from stepstool.method.words import Voice, language
from tests.method.rhythm.diary import at, entry, record

DIAPER = OwnStep(says="In a diaper.", place=(Place.DIAPER,))
THERE = replace(DIAPER, where=(Where.BATHROOM,))
SITTING = replace(THERE, posture=(Posture.SITTING_ON_POTTY,))
CUT = replace(SITTING, wearing=(Wearing.DIAPER_WITH_SLIT,))
HOLE = replace(SITTING, wearing=(Wearing.DIAPER_WITH_HOLE,))
BARE = OwnStep(says="Without.", place=(Place.POTTY, Place.TOILET))
TOILET = OwnStep(says="On the toilet.", place=(Place.TOILET,))
ANY = OwnStep(says="Wave goodbye.")


def kept(*steps: OwnStep, version: int = 1, day: int = 1, **more) -> OwnLadder:
    told = {"ladder": "own-a", "ladder_version": version, "title": "Ours"} | more
    return entry(OwnLadder, at(day), steps=steps, **told)


def made(*steps: OwnStep):
    return made_of(kept(*steps))


def said(saying) -> str:
    return language("en").say(saying, Voice(name="Mia"))


def test_it_speaks_in_the_familys_words():
    ladder = made(replace(DIAPER, half="Half {of} it."), BARE)
    assert said(ladder.title) == "Ours"
    assert said(ladder.says(2)) == "Without."
    assert said(ladder.says_half(1)) == "Half {of} it."
    assert "first part of it" in said(ladder.says_half(2))
    assert "whenever" in said(ladder.safety_sayings[0])


def test_what_it_leaves_open_is_any():
    assert not made(ANY).steps[0].success[0].place
    assert made(ANY).steps[0].at_least_days == 2


@pytest.mark.parametrize(
    "told",
    [
        {"ladder": UNKNOWN},
        {"ladder_version": UNKNOWN},
        {"title": UNKNOWN},
        {"steps": UNKNOWN},
        {"ladder": "b"},
        {"steps": (OwnStep(),)},
    ],
)
def test_what_is_no_ladder_is_left_out(told):
    assert own_ladders([replace(kept(DIAPER), **told)]) == {}


def test_a_version_never_changes_and_a_new_one_stands_beside_it():
    first, again = kept(DIAPER), kept(BARE, day=2)
    second = kept(DIAPER, BARE, version=2, day=3)
    diary = record(again, second, first, asked=at(9))
    assert ladder_in(diary, "own-a", 1).says(1).values["what"] == "In a diaper."
    assert len(ladder_in(diary, "own-a", 2).steps) == 2
    assert ladder_in(diary, "own-a", 0).version == 2
    assert ladder_in(diary, "own-a", 3) is None
    assert ladder_in(diary, "own-b", 0) is None
    assert ladder_in(diary, "b", 1) is LADDERS["b"]


@pytest.mark.parametrize("key", LADDERS)
def test_every_built_in_ladder_keeps_the_rule_of_one_thing_at_a_time(key: str):
    assert check(LADDERS[key]) == ()


@pytest.mark.parametrize(
    ("before", "after", "harder"),
    [
        (DIAPER, THERE, [Harder.ROOM]),
        (THERE, SITTING, [Harder.POSTURE]),
        (SITTING, CUT, [Harder.DIAPER]),
        (CUT, HOLE, [Harder.DIAPER]),
        (HOLE, BARE, [Harder.DIAPER]),
        (BARE, TOILET, [Harder.PLACE]),
        (ANY, THERE, [Harder.ROOM]),
        (DIAPER, SITTING, [Harder.ROOM, Harder.POSTURE]),
        (THERE, CUT, [Harder.DIAPER, Harder.POSTURE]),
        (BARE, replace(TOILET, where=(Where.PRESCHOOL,)), [Harder.PLACE, Harder.ROOM]),
        (BARE, DIAPER, []),
        (SITTING, THERE, []),
        (DIAPER, DIAPER, []),
    ],
)
def test_a_step_is_harder_by_what_would_not_do_any_more(before, after, harder):
    one, other = made(before, after).steps
    assert list(harder_by(one, other)) == harder


def test_two_at_once_is_found_at_its_step():
    (found,) = check(made(DIAPER, THERE, HOLE, BARE))
    assert (found.step, found.wrong) == (3, Wrong.TWO_AT_ONCE)
    assert set(found.harder) == {Harder.DIAPER, Harder.POSTURE}


@pytest.mark.parametrize(
    "words",
    [
        "No more diapers from now on.",
        "Put the diapers away.",
        "Don’t give a diaper.",
    ],
)
@pytest.mark.parametrize("place", ["says", "half"])
def test_no_step_refuses_a_diaper(words, place):
    (found,) = check(made(DIAPER, replace(DIAPER, **{place: words})))
    assert (found.step, found.wrong) == (2, Wrong.REFUSES_A_DIAPER)


def test_going_without_one_is_no_refusal():
    assert check(made(HOLE, replace(BARE, says="Poop without a diaper."))) == ()
