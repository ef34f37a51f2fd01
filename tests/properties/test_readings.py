"""Each declared reading is enough, and nothing of it is idle (rule 8 of the house).

Enough: whatever was written besides changes nothing. Not idle: without any one of its
kinds some family would hear something else, so the diaries here reach every kind.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Final

import pytest

from stepstool.method import (
    advise,
    calm,
    comfort,
    food,
    ladder,
    reasons,
    rewards,
    rhythm,
    rhythm_of,
)
from stepstool.method.advice import READING, RHYTHM_READING
from stepstool.method.advice.advice import may_listen
from stepstool.method.record import Child, Entry, Month, Reads, Record, union
from stepstool.method.record.kinds import KINDS
from stepstool.method.speech import announced_by, spoken_food, spoken_rhythm
from stepstool.method.words import speaker_of
from tests.properties.every_kind import everything, only, without
from tests.properties.test_comfort import verdict
from tests.stories.days import entries, moment

FAMILIES = range(24)
# So many are tried until one hears something else.
MOST_FAMILIES = 96
# A few families to whom one kind of entry makes all the difference; what it is about.
BABY, CHILD = Month(2025, 12), Month(2022, 9)
TOLD: Final[dict[str, tuple[Month, str, str]]] = {
    "meal": (
        BABY,
        "15 12:00",
        """
        1 07:00 plan start b 1
        1-9 08:00 soft
        10-14 18:00 none
        1-15 09:00 breast-fed
        """,
    ),
    "listening": (
        CHILD,
        "6 12:00",
        """
        1-6 08:00 soft-in-diaper painless
        1 07:00 plan start b 2
        5-6 09:00 sit offered upset
        1-6 10:00 listens 3
        """,
    ),
    "clinician_word": (
        CHILD,
        "6 12:00",
        """
        1-6 08:00 soft painless
        1-6 10:00 listens 3
        6 11:00 doctor Ito says knows_about_it
        """,
    ),
    "medicine_given": (
        CHILD,
        "9 12:00",
        "1-9 08:00 soft painless\n1-9 09:00 medicine softener given",
    ),
    "prompt": (
        CHILD,
        "9 12:00",
        """
        1-9 08:00 soft-in-diaper painless
        3 07:00 plan start b 2
        7-8 10:00 said threat
        8-9 09:00 sit offered upset
        """,
    ),
    "diaper_request": (
        CHILD,
        "9 12:00",
        """
        1-9 08:00 soft-in-diaper painless
        3 07:00 plan start b 2
        7-8 10:00 wants-diaper denied
        """,
    ),
    "big_change": (
        CHILD,
        "16 12:00",
        """
        1-16 08:00 soft painless
        1 07:00 plan start b 2
        3 07:00 change new_baby
        """,
    ),
    "away": (
        CHILD,
        "9 12:00",
        """
        1-9 08:00 soft-in-diaper painless
        1 07:00 plan start b 2
        2 08:30 away preschool until 2 16:00
        3 08:30 away preschool until 3 16:00
        4 08:30 away preschool until 4 16:00
        5 08:30 away preschool until 5 16:00
        8 07:00 away travel until 12 07:00
        9 09:00 away preschool until 9 16:00
        """,
    ),
    "illness": (
        CHILD,
        "15 12:00",
        """
        1-5 08:00 soft painless toilet
        6 08:00 ill vomiting
        9-15 08:00 soft-in-diaper painless
        """,
    ),
    "review": (
        CHILD,
        "10 12:00",
        """
        1 09:00 order softener
        1-10 08:00 soft painless
        9 10:00 review after_a_week kept
        """,
    ),
    "tummy_ache": (CHILD, "9 12:00", "1-9 08:00 soft painless\n9 09:00 ache"),
    "interview": (
        CHILD,
        "9 12:00",
        """
        1-5 08:00 soft painless
        1 07:00 plan start b 2
        9 10:00 told gap no
        9 10:30 told fight yes
        """,
    ),
    "none_came": (
        CHILD,
        "9 12:00",
        """
        1-6 08:00 soft-in-diaper painless
        1 07:00 plan start b 2
        7-9 10:00 none
        """,
    ),
}
LONDON: Final = "Europe/London"
Judge = Callable[[Record, Record], Any]


@cache
def family(seed: int | str) -> Record:
    if isinstance(seed, int):
        return everything(seed)
    born, at, diary = TOLD[seed]
    child = Child(born=born, name="Mia", id="mia")
    return Record(child, entries(diary, LONDON), moment(at, LONDON))


def who_might_hear(kind: type[Entry]) -> Iterator[int | str]:
    """Give first of all the family to whom this kind makes all the difference."""
    yield from {kind.KIND} & set(TOLD)
    yield from range(MOST_FAMILIES)


@cache
def felt(record: Record) -> comfort.Comfort:
    return comfort.assess(record)


@cache
def advised(record: Record) -> Any:
    return advise(record)


def tension(record: Record, whole: Record) -> calm.Calm:
    """What calm says where comfort has read all it wants."""
    return ladder.calm_of(record, felt(whole))


def listens(record: Record, whole: Record) -> Any:
    found = tension(record, whole)
    return found, may_listen(record, felt(whole), found)


def plan(record: Record, _: Record) -> ladder.PlanAdvice:
    return ladder.advise(record, felt(record), ladder.calm_of(record, felt(record)))


def earned(record: Record, _: Record) -> Any:
    """What the rewards and the plan they stand on say."""
    found = plan(record, record)
    return found, rewards.rewards_of(record, felt(record), found)


def eats(record: Record, whole: Record) -> Any:
    return spoken_food(food.picture(record, felt(whole)), speaker_of(record, "en"))


def why(record: Record, _: Record) -> reasons.Reasons:
    return reasons.find(record, felt(record), ladder.calm_of(record, felt(record)))


def when(record: Record, _: Record) -> Any:
    found = rhythm.forecast(record)
    return found, found.tens, rhythm.signals(record)


def page(record: Record, whole: Record) -> Any:
    speaker = speaker_of(record, "en")
    offered = rhythm_of(record, advised(whole))
    spoken = spoken_rhythm(offered, speaker)
    return spoken, offered.forecast.tens, announced_by(record, speaker)


READINGS: Final[dict[str, tuple[Sequence[Reads], Judge]]] = {
    "comfort": (comfort.READING, lambda record, _: verdict(comfort.assess(record))),
    "calm and listening": (calm.READING, listens),
    "ladder": (ladder.READING, plan),
    "reasons": (reasons.READING, why),
    "rewards": (rewards.READING, earned),
    "food": (food.READING, eats),
    "rhythm": (rhythm.READING, when),
    "rhythm of the page": (RHYTHM_READING, page),
    "advice": (READING, lambda record, _: advise(record)),
}
# Read, and yet nothing rests on it: a record asks for its poops whether a medicine worked,
# and a rhythm does not look at that; no sentence about food names a pronoun or a word yet.
IDLE: Final = {
    ("rhythm", "medicine_given"),
    ("rhythm of the page", "medicine_given"),
    ("food", "settings"),
    # When a doctor looks at a treatment moves no step, and tells no reason.
    ("ladder", "review"),
    ("reasons", "review"),
    ("rewards", "review"),
}
EACH = [
    pytest.param(name, each.kind, id=f"{name}: {each.kind.KIND}")
    for name, (reading, _) in READINGS.items()
    for each in union(reading)
    if (name, each.kind.KIND) not in IDLE
]


@cache
def says(name: str, seed: int | str) -> Any:
    return READINGS[name][1](family(seed), family(seed))


def reads(name: str) -> dict[type[Entry], Any]:
    return {each.kind: each.back for each in union(READINGS[name][0])}


def differs(name: str, seed: int | str, record: Record) -> bool:
    return bool(READINGS[name][1](record, family(seed)) != says(name, seed))


@pytest.mark.generated
def test_the_diaries_hold_every_kind_lately_and_long_ago() -> None:
    written = [each for seed in FAMILIES for each in family(seed).entries]
    assert {each.KIND for each in written} == set(KINDS)


@pytest.mark.parametrize("name", READINGS)
def test_what_a_reading_leaves_out_changes_nothing_for_one(name: str) -> None:
    assert not differs(name, 0, only(family(0), reads(name)))


@pytest.mark.generated
@pytest.mark.parametrize("name", READINGS)
def test_what_a_reading_leaves_out_changes_nothing(name: str) -> None:
    assert [
        seed
        for seed in FAMILIES
        if differs(name, seed, only(family(seed), reads(name)))
    ] == []


@pytest.mark.generated
@pytest.mark.parametrize(("name", "kind"), EACH)
def test_without_one_of_its_kinds_some_family_would_hear_something_else(
    name: str, kind: type[Entry]
) -> None:
    assert any(
        differs(name, seed, without(family(seed), kind))
        for seed in who_might_hear(kind)
    )
