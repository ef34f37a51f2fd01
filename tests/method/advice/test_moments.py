"""Which words fit the moment: the most pressing first, from what was just written."""

from datetime import timedelta

import pytest

from stepstool import method
from stepstool.method.advice.moments import ROWS
from stepstool.method.record.entry import Timing
from stepstool.method.record.kinds.answers import Where, YesNo
from stepstool.method.record.kinds.days import BigChange, ChangeKind
from stepstool.method.record.kinds.health import (
    DangerAnswer,
    DangerKey,
    DangerSign,
    Given,
    Illness,
    MedicineGiven,
    MedicineKind,
    MedicineOrdered,
)
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Move
from stepstool.method.record.kinds.poop import Beginning, Blood, NoneCame, Place
from stepstool.method.record.kinds.toileting import (
    DiaperRequest,
    Meaning,
    Prompt,
    PromptKind,
    Sign,
    Signal,
)
from stepstool.method.words import Situation
from tests.method.calm.diary import at, entry, plan, poop, record, sit

S = Situation
DAY = 20
NOW = at(DAY, 14)
JUST = NOW - timedelta(hours=1)
ALWAYS = (S.DIAPER_REQUEST, S.ANYWHERE)


def moments(*entries, asked=NOW):
    return method.advise(record(*entries, asked=asked)).moments


def soft_days(**answers):
    return [poop(at(day, 8), **answers) for day in range(1, DAY)]


def here(sign):
    return entry(DangerSign, JUST, sign=sign, answer=DangerAnswer.HERE)


def test_a_new_family_gets_the_words_it_needs_next():
    assert moments() == ALWAYS


def test_each_situation_stands_once():
    found = moments(entry(DiaperRequest, JUST), *soft_days())
    assert len(found) == len(set(found))


POOPS = [
    (S.ANYWHERE, {"place": Place.DIAPER}),
    (S.ACCIDENT, {"place": Place.PANTS}),
    (S.ACCIDENT, {"place": Place.FLOOR}),
    (S.IN_THE_POTTY, {"place": Place.POTTY}),
    (S.FIRST_SUCCESS, {"place": Place.TOILET}),
    (S.IT_HURT, {"pain": 2}),
    (S.BLOOD, {"blood": Blood.ON_THE_SURFACE, "bristol": 1}),
    (S.NO_FEELING, {"noticed": YesNo.NO, "place": Place.PANTS}),
    (S.HIDES, {"began": (Beginning.HID,)}),
]


@pytest.mark.parametrize(("situation", "answers"), POOPS)
def test_a_poop_of_just_now_brings_its_words(situation, answers):
    found = moments(poop(JUST, **answers))
    assert situation in found
    assert found.index(situation) <= 1 or situation is S.HIDES


ENTRIES = [
    (S.NOTHING_CAME, here(DangerKey.STUCK_IN_OPENING)),
    (S.BLOOD, here(DangerKey.BLOOD_MIXED_IN)),
    (S.HARSH_WORD, entry(Prompt, JUST, how=PromptKind.THREAT)),
    (S.DIAPER_REQUEST, entry(DiaperRequest, JUST)),
    (S.HOLDING, entry(Signal, JUST, meaning=Meaning.HOLDING)),
    (S.HIDES, entry(Signal, JUST, signs=(Sign.HIDING,))),
    (S.REFUSAL, sit(JUST, accepted=False)),
    (S.ILL, entry(Illness, JUST)),
]


@pytest.mark.parametrize(("situation", "written"), ENTRIES)
def test_what_was_just_written_brings_its_words_first(situation, written):
    assert moments(written)[0] is situation


NOT_THESE = [
    (S.HARSH_WORD, entry(Prompt, JUST, how=PromptKind.ASKED)),
    (S.HARSH_WORD, entry(Prompt, JUST - timedelta(days=1), how=PromptKind.THREAT)),
    (S.REFUSAL, sit(JUST, accepted=True)),
    (S.REFUSAL, sit(JUST - timedelta(hours=3), accepted=False)),
    (S.HIDES, entry(Signal, JUST)),
    (S.HIDES, entry(Signal, JUST, signs=(Sign.GAS,))),
    (S.FIRST_SUCCESS, poop(JUST, place=Place.DIAPER)),
    (S.IN_THE_POTTY, poop(JUST, place=Place.POTTY, timing=Timing.DAY)),
    (S.IN_THE_POTTY, poop(JUST - timedelta(hours=3), place=Place.POTTY)),
    (S.HOLDING, entry(Signal, JUST - timedelta(hours=3), meaning=Meaning.HOLDING)),
]


@pytest.mark.parametrize(("situation", "written"), NOT_THESE)
def test_what_is_long_ago_or_otherwise_brings_none(situation, written):
    assert situation not in moments(written)


def test_once_a_poop_came_the_holding_is_over():
    held = entry(Signal, JUST - timedelta(minutes=30), meaning=Meaning.HOLDING)
    assert S.HOLDING not in moments(held, poop(JUST))


def test_a_refusal_before_a_poop_is_over():
    refused = sit(JUST - timedelta(minutes=30), accepted=False)
    assert S.REFUSAL not in moments(refused, poop(JUST))


def test_a_second_one_in_the_potty_is_not_the_first():
    found = moments(poop(at(DAY - 5), place=Place.POTTY), poop(JUST, place=Place.POTTY))
    assert S.FIRST_SUCCESS not in found
    assert found[0] is S.IN_THE_POTTY


@pytest.mark.parametrize("earlier", [{}, {"timing": Timing.DAY}])
def test_the_first_one_has_its_words_all_day(earlier):
    at_eight = poop(at(DAY, 8), place=Place.POTTY, **earlier)
    assert S.FIRST_SUCCESS in moments(at_eight)
    assert S.FIRST_SUCCESS not in moments(at_eight, poop(at(DAY, 12)))


def test_the_day_after_the_first_one_has_its_words():
    assert S.DAY_AFTER in moments(poop(at(DAY - 1), place=Place.POTTY))


@pytest.mark.parametrize("earlier", [at(DAY - 2), at(DAY, 8)])
def test_other_days_do_not(earlier):
    assert S.DAY_AFTER not in moments(poop(earlier, place=Place.POTTY))


def test_nor_does_the_day_after_a_second_one():
    again = [poop(at(day), place=Place.POTTY) for day in (DAY - 3, DAY - 1)]
    assert S.DAY_AFTER not in moments(*again)


def waited(hour, **answers):
    none = entry(NoneCame, at(DAY, hour), since=at(DAY - 3).date())
    return [poop(at(DAY - 4, 8)), none], at(DAY, hour)


def test_a_long_wait_by_night_has_words_of_its_own():
    entries, asked = waited(23)
    assert moments(*entries, asked=asked)[0] is S.THIRD_DAY_AT_NIGHT


def test_by_day_it_has_not():
    entries, asked = waited(14)
    assert S.THIRD_DAY_AT_NIGHT not in moments(*entries, asked=asked)


def test_days_that_are_not_known_are_no_wait():
    found = moments(poop(at(DAY - 5)), asked=at(DAY, 23))
    assert S.THIRD_DAY_AT_NIGHT not in found


def test_one_that_came_after_a_long_wait_is_greeted():
    entries, asked = waited(14)
    came = poop(asked - timedelta(minutes=20), place=Place.DIAPER)
    assert moments(*entries, came, asked=asked)[0] is S.CAME_AT_LAST


def test_soft_and_easy_has_words_for_a_sit():
    assert S.BEFORE_SIT in moments(*soft_days())


def test_by_night_no_sit_has_words():
    assert S.BEFORE_SIT not in moments(*soft_days(), asked=at(DAY, 23))


def test_stuck_or_sore_has_no_words_for_a_sit_and_says_softness_first():
    found = moments(*soft_days(bristol=1, pain=2))
    assert S.SOFTNESS_FIRST in found
    assert S.BEFORE_SIT not in found


def test_a_fight_has_words_and_no_sit():
    fight = entry(Interview, at(DAY - 1), topic=Topic.FIGHT, answers=(Told.YES,))
    found = moments(fight, *soft_days())
    assert S.FIGHT in found
    assert S.BEFORE_SIT not in found


def on_break(until):
    began = plan(at(2), Move.START, 1)
    rest = plan(at(4), Move.TAKE_A_BREAK, until_day=at(until).date())
    elsewhere = soft_days(where=Where.BEDROOM)
    return [began, rest, *elsewhere]


def test_on_a_break_the_words_are_quiet():
    found = moments(*on_break(DAY + 9))
    assert S.ON_BREAK in found
    assert not {S.BEFORE_SIT, S.AFTER_BREAK, S.FIGHT} & set(found)


def test_after_the_break_comes_a_gentle_question():
    found = moments(*on_break(DAY - 1))
    assert S.AFTER_BREAK in found
    assert S.ON_BREAK not in found


def test_a_learned_step_has_words_for_the_next():
    steps = [plan(at(8), Move.START, 1), *soft_days()]
    assert S.NEW_STEP in moments(*steps)


def test_news_at_home_have_words():
    chosen = plan(at(DAY - 1), Move.STAY)
    news = entry(BigChange, at(DAY - 3), change=ChangeKind.NEW_BABY)
    assert S.AFTER_A_CHANGE in moments(chosen, news, *soft_days())


def test_a_medicine_that_works_has_words():
    ordered = entry(MedicineOrdered, at(1), medicine=MedicineKind.SOFTENER)
    given = [
        entry(
            MedicineGiven,
            at(day, 7),
            medicine=MedicineKind.SOFTENER,
            outcome=Given.GIVEN,
        )
        for day in range(1, DAY + 1)
    ]
    assert S.MEDICINE_WORKS in moments(ordered, *given, *soft_days())


def test_a_baby_has_words_of_its_own_and_no_sit():
    baby = method.Child(name="Bo", born=method.Month(2025, 6))
    found = method.advise(method.Record(baby, soft_days(), NOW)).moments
    assert S.BABY in found
    assert S.BEFORE_SIT not in found


def test_an_age_that_is_not_known_is_no_baby():
    record_ = method.Record(method.Child(name="Bo"), soft_days(), NOW)
    assert S.BABY not in method.advise(record_).moments


def test_every_row_names_a_situation_with_words():
    english = method.speaker_in("en")
    assert all(method.readers_of(situation, english) for situation, _ in ROWS)


def test_the_words_for_now_come_reader_by_reader():
    mia = record(poop(JUST, place=Place.PANTS), asked=NOW)
    said = method.words_of(mia, method.advise(mia), method.speaker_of(mia, "en"))
    first = [words for words in said if words.situation is S.ACCIDENT]
    assert [str(words.reader) for words in first] == [
        "child",
        "parent",
        "carer",
        "preschool",
    ]
    assert first[0].lines[0] == "That\u2019s okay. These things slip out."
