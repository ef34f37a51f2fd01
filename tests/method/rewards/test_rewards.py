"""The parts of rewards, one fact each."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stepstool.method import said_given, speaker_of
from stepstool.method.record import (
    UNKNOWN,
    Child,
    Entry,
    Month,
    Record,
    read_entry,
)
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.lasting import RewardKind
from stepstool.method.rewards import (
    THINGS,
    Due,
    For,
    Risk,
    Slot,
    risk_of,
    terms_of,
)
from stepstool.method.rewards.purse import SOURCES
from stepstool.method.words import language
from tests.spoken import advise

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
MIA = Child(born=Month(2021, 9), name="Mia", id="mia")
ENGLISH = language("en")


def entry(kind: str, name: str = "", days: int = 1, **data: Any) -> Entry:
    at = AT - timedelta(days=days)
    raw = {"id": name or kind, "kind": kind, "at": at.isoformat(), "data": data}
    return read_entry(raw)


def record(*entries: Entry, child: Child = MIA) -> Record:
    return Record(child, entries, AT)


def potty(name: str = "p") -> Entry:
    return entry("poop", name, place="potty", wearing="nothing", bristol=4, pain=0)


SWEETS = entry("settings", days=4, sweets="yes", treat="sweets")
ON_5 = entry("plan", days=3, move="start", ladder="b", step=5)


def dues(*entries: Entry, child: Child = MIA) -> tuple[Due, ...]:
    return advise(record(*entries, child=child)).rewards.unspoken.due


def test_two_phones_make_one_entry():
    mine, yours = (dues(ON_5, potty())[0].given(AT) for _ in range(2))
    later = replace(yours, at=AT + timedelta(minutes=1))
    assert mine.id == later.id


def test_another_child_makes_another_entry():
    theirs = dues(ON_5, potty(), child=replace(MIA, id="leo"))
    assert dues(ON_5, potty())[0].id != theirs[0].id


def test_what_was_given_names_its_cause_and_step():
    given = dues(SWEETS, ON_5, potty())[0].given(AT)
    assert (given.cause, given.ladder, given.step) == ("p", "b", 5)
    assert (given.what, given.amount, given.reward) == ("kisses", 10, RewardKind.TREAT)


def test_something_instead_has_no_number():
    given = dues(ON_5, potty())[0].given(AT, "nail_polish")
    assert (given.what, given.cause) == ("nail_polish", "p")
    assert not given.amount


def test_an_unknown_age_is_taken_as_the_youngest():
    lid = {"place": "diaper", "where": "bathroom", "posture": "sitting_on_lid"}
    plan = entry("plan", days=3, move="start", ladder="b", step=2)
    poop = entry("poop", bristol=4, pain=0, **lid)
    (due,) = dues(SWEETS, plan, poop, child=Child(name="Mia"))
    assert due.thing == "sticker"


@pytest.mark.parametrize(
    ("born", "fits"), [(Month(2023, 9), False), (Month(2021, 9), True)]
)
def test_marbles_are_for_those_who_are_three(born: Month, fits: bool):
    house = terms_of(record(child=Child(born=born))).house
    assert house.takes("marble") is fits
    assert ("marble" in house.instead_of("kisses")) is fits


def test_by_night_the_lively_things_stand_last():
    late = Record(MIA, (), AT.replace(hour=19))
    assert terms_of(late).house.instead_of("kisses")[-2:] == ("bubbles", "dance")


def test_without_things_there_is_a_high_five_and_nothing_instead():
    none = terms_of(record(entry("settings", things="no"))).house
    assert none.fitting("kisses") == "high_five"
    assert none.instead_of("kisses") == ()
    assert none.instead_of("kisses", ("high_five", "dance")) == ()


def test_a_price_for_no_ladder_or_no_step_says_nothing():
    prices = [entry("price", f"n{n}", first=3 + n) for n in range(3)]
    prices += [entry("price", f"l{n}", ladder="b", first=3 + n) for n in range(3)]
    assert advise(record(*prices)).rewards.unspoken.guard == ()


def test_a_plan_on_a_ladder_that_nobody_knows_earns_nothing_but_the_sticker():
    strange = entry("plan", days=3, move="start", ladder="their_own", step=2)
    assert [each.slot for each in dues(strange, potty())] == [Slot.SPECIAL]


def test_a_reward_without_a_cause_settles_nothing():
    given = entry("reward", reward="treat", what="a hug", days=1)
    assert len(dues(ON_5, potty(), given)) == 2


def test_what_was_given_for_a_step_by_hand_makes_the_first_time_over():
    by_hand = entry("reward", days=2, ladder="b", step=5, what="kisses")
    assert dues(ON_5, potty(), by_hand)[0].first is False


def test_a_prize_without_a_name_is_none():
    assert (
        advise(record(entry("prize", place="the shelf"))).rewards.unspoken.prize is None
    )


def test_a_family_that_never_rewarded_is_left_in_peace():
    assert advise(record(potty())).rewards.unspoken.in_use is False


@pytest.mark.parametrize("things", [ON_5, entry("prize", what="kite"), entry("reward")])
def test_a_family_that_does_is_not(things: Entry):
    assert advise(record(things)).rewards.unspoken.in_use is True


@pytest.mark.parametrize("for_", For)
def test_everything_that_is_earned_has_words_and_sources(for_: For):
    assert ENGLISH.has(f"rewards.due.{for_}")
    assert ENGLISH.has(f"rewards.for.{for_}")
    assert SOURCES[for_]


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("number", ["some", "counted"])
def test_every_thing_has_words(thing: str, number: str):
    assert ENGLISH.has(f"treats.{thing}.{number}")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"what": "kisses", "amount": 10}, "10 chocolate kisses"),
        ({"what": "stamp"}, "A stamp on the hand"),
        ({"what": "a hug"}, "A hug"),
        ({}, "Something small"),
    ],
)
def test_what_was_given_is_said(told: dict[str, Any], says: str):
    reward = entry("reward", **told)
    speaker = speaker_of(record(), "en")
    assert said_given(reward, speaker) == says  # type: ignore[arg-type]


def test_a_gesture_is_always_welcome():
    none = terms_of(record(entry("settings", things="no"))).house
    assert none.takes("high_five")


def test_on_a_break_nobody_says_when_rewards_grow_quieter():
    on_a_break = entry("plan", "b", days=2, move="take_a_break")
    assert advise(record(ON_5, on_a_break)).rewards.unspoken.fading.earliest is None


def test_on_the_last_step_it_is_known_from_the_start():
    fading = advise(record(ON_5)).rewards.unspoken.fading
    assert fading.earliest == ON_5.at + timedelta(days=14)


def test_what_was_given_lately_stands_beside_what_is_due():
    given = entry("reward", what="a hug")
    assert advise(record(ON_5, given)).rewards.given == (given,)


@pytest.mark.parametrize(
    "words",
    [
        "Gummy bears",
        "a raisin",
        "Popcorn",
        "boiled sweets",
        "one lollipop",
        "chewing gum",
        "toffees",
        "a coin for the pig",
    ],
)
def test_what_paediatricians_name_may_choke(words: str):
    assert risk_of(words, YesNo.NO) is Risk.CHOKES


@pytest.mark.parametrize("words", ["a hug", "pear slices", "yogurt", "a donut hole"])
@pytest.mark.parametrize(
    ("answer", "risk"),
    [(UNKNOWN, Risk.NOT_ASKED), (YesNo.NO, Risk.NONE), (YesNo.YES, Risk.CHOKES)],
)
def test_of_other_words_the_family_is_asked(words: str, answer: YesNo, risk: Risk):
    assert risk_of(words, answer) is risk
