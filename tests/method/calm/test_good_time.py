"""Is now a good time to listen? Each limit by itself."""

from datetime import timedelta

import pytest

from stepstool.method.calm import (
    AGAINST,
    Ease,
    GoodTime,
    HoldingFacts,
    assess,
    good_time,
)
from stepstool.method.record import UNKNOWN, Child, Month, Record
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.days import Away, AwayKind
from stepstool.method.record.kinds.health import TummyAche
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Move
from stepstool.method.record.kinds.listening import GrownUp, Listening
from stepstool.method.record.kinds.toileting import Prompt, PromptKind
from tests.method.calm.diary import MIA, at, entry, listened, plan

NOON = at(30, 12)
SOFT = Ease(soft=True)


def time(*entries, asked=NOON, ease: Ease = SOFT, child: Child = MIA) -> GoodTime:
    record = Record(child, entries, asked)
    return good_time(record, assess(record, HoldingFacts()), ease)


def against(*entries, **more) -> list[str]:
    found = time(*entries, **more)
    return [] if found.is_now else [each.rule for each in found.because]


def told(topic: Topic, *answers: Told) -> Interview:
    return entry(Interview, at(20), topic=topic, answers=answers)


def born(year: int, month: int) -> Child:
    return Child(born=Month(year, month), name="Mia", id="mia")


def test_by_day_soft_calm_and_old_enough_nothing_speaks_against_it():
    found = time()
    assert found.is_now
    assert [each.rule for each in found.because] == ["good_time"]


def test_only_while_it_is_soft_and_easy():
    assert against(ease=Ease(soft=False)) == ["not_soft"]


def test_not_while_ill():
    ill = Ease(soft=True, ill=[(at(29), at(31))])
    assert against(ease=ill) == ["ill"]
    over = Ease(soft=True, ill=[(at(28), at(29))])
    assert against(ease=over) == []


def test_not_after_holding():
    assert against(ease=Ease(soft=True, holding=[at(30, 8)])) == ["holds"]
    assert against(ease=Ease(soft=True, holding=[at(29, 12)])) == []


def test_not_while_the_tummy_aches():
    assert against(entry(TummyAche, at(29, 18))) == ["aches"]
    assert against(entry(TummyAche, at(29, 11))) == []
    lasts = entry(TummyAche, at(28), until=at(30, 9))
    assert against(lasts) == ["aches"]


def test_not_while_it_is_tense():
    harsh = [
        entry(Prompt, at(29, hour), how=PromptKind.HARSH_WORDS) for hour in (9, 12)
    ]
    assert against(*harsh) == ["tense"]


def test_not_in_a_fight():
    fight = entry(Interview, at(30, 9), topic=Topic.FIGHT, answers=(Told.YES,))
    assert against(fight) == ["tense"]


def test_not_on_a_break():
    start, rest = plan(at(1), Move.START, 1), plan(at(20), Move.TAKE_A_BREAK)
    assert against(start) == []
    assert against(start, rest) == ["on_a_break"]


@pytest.mark.parametrize(
    ("since", "until", "rules"),
    [
        (at(30, 8), at(30, 15), ["at_preschool"]),
        (at(30, 8), None, ["at_preschool"]),
        (at(30, 8), at(30, 11), []),
        (at(29, 8), None, []),
    ],
)
def test_not_at_preschool(since, until, rules):
    away = entry(Away, since, until=until, place=AwayKind.PRESCHOOL)
    assert against(away) == rules


def test_on_a_journey_it_may_be():
    journey = entry(Away, at(29), until=at(33), place=AwayKind.TRAVEL)
    assert against(journey) == []


def test_from_about_three_and_a_half_on_by_the_youngest_possible_age():
    assert against(child=born(2022, 9)) == ["too_young"]
    assert against(child=born(2022, 8)) == []


def test_an_unknown_age_is_too_young():
    nameless = Child(born=UNKNOWN, name="Mia", id="mia")
    assert against(child=nameless) == ["too_young"]


def test_a_child_who_does_not_talk_is_left_in_peace():
    silent = entry(Listening, at(20), child_talks=YesNo.NO)
    assert against(silent) == ["does_not_talk"]


def test_the_newest_answer_about_talking_counts():
    silent = entry(Listening, at(2), child_talks=YesNo.NO)
    talks = entry(Listening, at(20), child_talks=YesNo.YES)
    later = entry(Listening, at(22))
    found = time(silent, talks, later)
    assert (found.is_now, found.talks) == (True, YesNo.YES)


@pytest.mark.parametrize("condition", [Told.AUTISM, Told.DELAY])
def test_with_autism_or_a_delay_the_clinician_leads(condition):
    assert against(told(Topic.CONDITIONS, Told.BOWEL, condition)) == ["clinician_leads"]


def test_other_conditions_do_not_shut_it():
    assert against(told(Topic.CONDITIONS, Told.BOWEL)) == []
    assert against(entry(Interview, at(20), topic=Topic.CONDITIONS)) == []


@pytest.mark.parametrize(
    ("hour", "rules"), [(7, ["not_by_day"]), (8, []), (17, []), (18, ["not_by_day"])]
)
def test_by_day_only(hour, rules):
    assert against(asked=at(30, hour)) == rules


def test_the_next_one_is_two_days_later_at_the_earliest():
    last = listened(at(28, 13), 3)
    found = time(last)
    assert [each.rule for each in found.because] == ["too_soon"]
    assert found.next == at(30, 13)
    assert against(last, asked=at(30, 13)) == []


def test_one_that_goes_on_is_the_last_one_too():
    assert against(entry(Listening, at(30, 11))) == ["too_soon"]


def test_two_in_a_row_not_lighter_are_followed_by_two_weeks_without():
    storms = [listened(at(day, 12), 3) for day in (20, 23, 26)]
    found = time(*storms)
    assert [each.rule for each in found.because] == ["pause"]
    assert found.next == at(40, 12)
    assert against(*storms, asked=at(40, 12)) == []


def test_three_in_a_row_not_lighter_are_for_a_professional():
    storms = [listened(at(day, 12), 3) for day in (1, 4, 7, 27)]
    assert against(*storms) == ["professional"]
    assert against(*storms, asked=at(300, 12)) == ["professional"]


def test_what_speaks_against_it_is_said_all_at_once():
    late = NOON + timedelta(hours=8)
    assert against(asked=late, ease=Ease(soft=False)) == ["not_soft", "not_by_day"]


@pytest.mark.parametrize(
    ("grown_up", "talks", "begins"),
    [
        (GrownUp.RESTED, YesNo.YES, True),
        (GrownUp.RESTED, YesNo.NO, False),
        (GrownUp.TIRED, YesNo.YES, False),
        (GrownUp.AT_THE_END, YesNo.YES, False),
    ],
)
def test_it_begins_with_a_rested_grown_up_and_a_child_who_talks(
    grown_up, talks, begins
):
    assert time().begins(grown_up, talks) is begins
    assert not time(ease=Ease(soft=False)).begins(grown_up, talks)


def test_every_row_is_told_by_a_test_here():
    assert {row.key for row in AGAINST} == {
        "not_soft", "ill", "aches", "holds", "tense", "on_a_break", "at_preschool",
        "too_young", "does_not_talk", "clinician_leads", "not_by_day", "professional",
        "pause", "too_soon",
    }  # fmt: skip
