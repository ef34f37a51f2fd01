"""One question after a poop decides its step: on every ladder, step and place."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from _pytest.mark import ParameterSet

from stepstool.method import comfort, ladder
from stepstool.method.ladder import LADDERS, Judged, Ladder, Verdict
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.lasting import Move
from stepstool.method.record.kinds.poop import Place, Poop, Posture, Sleeping, Wearing
from stepstool.method.words import Voice, language
from tests.method.calm.diary import at, entry, plan, record

ENGLISH = language("en")
DONE = {Judged.SUCCESS, Judged.AHEAD}


def places_of(rungs: Ladder, step: int) -> list[Place]:
    """Give the places that a step takes."""
    ways = rungs.step(step).success
    taken = (place for place in Place if place is not Place.BATH)  # judged by no step
    return [place for place in taken if any(place in (w.place or Place) for w in ways)]


def cases(rungs: Ladder) -> Iterator[ParameterSet]:
    """Give each step with each of its places; the first is tried in seconds."""
    marks: tuple[pytest.MarkDecorator, ...] = ()
    for step in range(1, len(rungs.steps) + 1):
        for place in places_of(rungs, step):
            name = f"{rungs.key}-{step}-{place}"
            yield pytest.param(rungs, step, place, id=name, marks=marks)
            marks = (pytest.mark.whole,)


CASES = [case for rungs in LADDERS.values() for case in cases(rungs)]


def judged(rungs: Ladder, step: int, poop: Poop) -> Verdict:
    start = plan(at(1), Move.START, step, ladder=rungs.key)
    now = record(start, poop, asked=at(3, 20))
    felt = comfort.assess(now)
    advice = ladder.advise(now, felt, ladder.calm_of(now, felt))
    return next(each for each in advice.verdicts if poop.id in each.entries)


def asked(rungs: Ladder, step: int, poop: Poop) -> ladder.StepQuestion | None:
    return ladder.question_of(rungs, [judged(rungs, step, poop)], poop)


def of(place: Place, **answers) -> Poop:
    return entry(Poop, at(3), place=place, **answers)


@pytest.mark.parametrize(("rungs", "step", "place"), CASES)
def test_one_tap_decides_every_step_of_every_ladder(
    rungs: Ladder, step: int, place: Place
):
    """Whatever the step wants counts, the rest does not, and nothing more is asked."""
    question = asked(rungs, step, of(place))
    if question is None:
        assert judged(rungs, step, of(place)).judged in DONE
        return
    assert ENGLISH.say(question.asks, Voice(name="Mia")).endswith("?")
    for answer in question.answers:
        poop = replace(of(place), **answer.fills)
        verdict = judged(rungs, step, poop)
        assert verdict.why != "place_unknown"
        assert (verdict.judged in DONE) is (answer.wanted or verdict.reached > step)
        assert ladder.question_of(rungs, [verdict], poop) is None


def keys(question: ladder.StepQuestion | None) -> list[str]:
    assert question
    return [each.key for each in question.answers]


def test_the_first_step_of_account_b_asks_for_the_room():
    question = asked(LADDERS["b"], 1, of(Place.DIAPER))
    assert question
    assert question.asks.key == "ladder.quick.bathroom"
    assert keys(question) == [
        "bathroom",
        "hiding_place",
        "elsewhere_at_home",
        "on_the_way",
    ]


def test_on_the_lid_its_posture_is_asked_and_tells_the_room():
    question = asked(LADDERS["b"], 2, of(Place.DIAPER))
    assert question
    on_the_lid = {"posture": Posture.SITTING_ON_LID, "where": Where.BATHROOM}
    assert on_the_lid in [each.fills for each in question.answers if each.wanted]


def test_where_the_room_is_known_it_is_not_offered_again():
    poop = of(Place.DIAPER, where=Where.BATHROOM)
    assert "elsewhere_at_home" not in keys(asked(LADDERS["b"], 2, poop))


def test_a_potty_under_a_diaper_with_a_hole_is_no_jump_ahead():
    poop = of(Place.POTTY)
    assert judged(LADDERS["b"], 4, poop).judged is Judged.AHEAD
    assert "nothing" in keys(asked(LADDERS["b"], 4, poop))
    through = replace(poop, wearing=Wearing.DIAPER_WITH_HOLE)
    assert judged(LADDERS["b"], 4, through).judged is Judged.SUCCESS


@pytest.mark.parametrize(
    "poop",
    [
        of(Place.DIAPER, where=Where.BATHROOM),
        of(Place.DIAPER, where=Where.LIVING_ROOM),
        of(Place.PANTS),
        of(Place.POTTY),
        entry(Poop, at(3)),
        of(Place.DIAPER, sleeping=Sleeping.ASLEEP),
    ],
    ids=["there", "not there", "pants", "ahead", "no place", "asleep"],
)
def test_nothing_is_asked_where_nothing_hangs_on_it(poop):
    assert asked(LADDERS["b"], 1, poop) is None


def test_before_the_ladder_began_nothing_is_asked():
    poop = entry(Poop, at(0, 12), place=Place.DIAPER)
    assert asked(LADDERS["b"], 1, poop) is None


def test_without_a_ladder_nothing_is_asked():
    poop = of(Place.DIAPER)
    assert ladder.question_of(None, [judged(LADDERS["b"], 1, poop)], poop) is None


def test_a_poop_that_no_rule_judged_asks_nothing():
    assert ladder.question_of(LADDERS["b"], [], of(Place.DIAPER)) is None
