"""Poops within twenty minutes are one; what it was like, the more careful one counts."""

from datetime import UTC, datetime, timedelta

import pytest

from stepstool.method.record import UNKNOWN, Child, Record, Timing
from stepstool.method.record.bout import Bout, Texture
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.kinds.health import MedicineOrdered
from stepstool.method.record.kinds.poop import (
    Amount,
    Blood,
    Brussels,
    Place,
    Poop,
    Sleeping,
    Soiling,
)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)


def poop(minutes: int = 0, **answers) -> Poop:
    at = NOON + timedelta(minutes=minutes)
    return Poop(id=f"poop {minutes} {len(answers)}", at=at, **answers)


def bouts(*poops: Poop) -> list[Bout]:
    return list(Record(Child(), poops, LATER).bouts)


def bout(*poops: Poop) -> Bout:
    (one,) = bouts(*poops)
    return one


def test_twenty_minutes_apart_is_one_bout():
    assert len(bouts(poop(0), poop(20), poop(40))) == 1


def test_more_than_twenty_minutes_apart_are_two():
    assert len(bouts(poop(0), poop(21))) == 2


def test_poops_of_a_day_without_clock_times_are_never_joined():
    one, two = poop(0, timing=Timing.DAY), poop(1, timing=Timing.DAY)
    assert len(bouts(one, two)) == 2


@pytest.mark.parametrize("bristol", [1, 2])
def test_bristol_1_and_2_are_hard(bristol):
    assert bout(poop(bristol=bristol)).is_hard


@pytest.mark.parametrize("bristol", [3, 4, 5])
def test_bristol_3_to_5_are_soft(bristol):
    assert bout(poop(bristol=bristol)).is_soft


@pytest.mark.parametrize(
    ("brussels", "texture"),
    [
        (Brussels.HARD, Texture.HARD),
        (Brussels.FORMED, Texture.SOFT),
        (Brussels.LOOSE, Texture.SOFT),
        (Brussels.WATERY, Texture.RUNNY),
    ],
)
def test_the_diaper_scale(brussels, texture):
    assert bout(poop(brussels=brussels)).texture is texture


def test_bristol_6_is_runny():
    assert (bout(poop(bristol=6)).is_runny, bout(poop(bristol=6)).is_soft) == (
        True,
        False,
    )


def test_bristol_6_on_a_laxative_is_soft():
    ordered = MedicineOrdered(
        id="order", at=NOON - timedelta(days=9), medicine=MedicineKind.SOFTENER
    )
    (one,) = Record(Child(), [ordered, poop(bristol=6)], LATER).bouts
    assert (one.is_soft, one.is_runny) == (True, False)


def test_hard_beats_runny_beats_soft():
    assert bout(poop(0, bristol=4), poop(5, bristol=7)).is_runny
    assert bout(poop(0, bristol=7), poop(5, bristol=2)).is_hard


def test_the_worst_pain_counts():
    assert bout(poop(0, pain=0), poop(5, pain=2)).hurt


def test_a_little_pain_is_not_yet_hurt():
    assert not bout(poop(pain=1)).hurt


def test_pain_nobody_wrote_down_is_not_known():
    assert bout(poop()).pain is None


def test_the_worst_blood_counts():
    one, two = poop(0, blood=Blood.ON_THE_SURFACE), poop(5, blood=Blood.MIXED_IN)
    assert bout(one, two).blood is Blood.MIXED_IN


def test_no_blood_is_none():
    assert bout(poop(blood=Blood.NONE)).blood is None


def test_awake_beats_asleep():
    one, two = poop(0, sleeping=Sleeping.ASLEEP), poop(5, sleeping=Sleeping.AWAKE)
    assert bout(one, two).sleeping is Sleeping.AWAKE


def test_large_and_blocking_are_big():
    assert bout(poop(amount=Amount.LARGE)).is_big
    assert bout(poop(amount=Amount.BLOCKS_THE_TOILET)).blocked_the_toilet
    assert not bout(poop(amount=Amount.NORMAL)).is_big


def test_a_part_in_the_potty_is_in_the_toilet():
    assert bout(poop(0, place=Place.PANTS), poop(5, place=Place.POTTY)).in_toilet


@pytest.mark.parametrize(
    ("answers", "is_full", "is_leak"),
    [
        ({}, True, False),
        ({"soiling": Soiling.SMEAR, "noticed": YesNo.YES}, False, False),
        ({"soiling": Soiling.SMEAR}, False, False),
        ({"soiling": Soiling.MORE, "noticed": YesNo.NO}, False, True),
        ({"soiling": Soiling.MORE, "noticed": YesNo.YES}, False, False),
        ({"soiling": Soiling.MORE}, False, False),
        ({"bristol": 6, "noticed": YesNo.NO}, False, True),
        ({"brussels": Brussels.LOOSE, "noticed": YesNo.NO}, False, True),
        ({"bristol": 4, "noticed": YesNo.NO}, True, False),
        ({"bristol": 6, "noticed": YesNo.NO, "diaper_asked": YesNo.YES}, True, False),
        ({"bristol": 6, "noticed": YesNo.NO, "sleeping": Sleeping.ASLEEP}, True, False),
        ({"bristol": 4, "place": Place.PANTS, "noticed": YesNo.YES}, True, False),
    ],
)
def test_full_poops_and_leaks(answers, is_full, is_leak):
    one = bout(poop(**answers))
    assert (one.is_full, one.is_leak) == (is_full, is_leak)


def test_a_leak_and_a_full_poop_together_are_both():
    one = bout(
        poop(0, soiling=Soiling.MORE, noticed=YesNo.NO), poop(5, bristol=UNKNOWN)
    )
    assert (one.is_full, one.is_leak) == (True, True)
