"""Reading on knows at each moment what reading anew would, whatever was written meanwhile."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from stepstool import method
from stepstool.web.diary import advising, foreseeing, keys, reading, writing
from stepstool.web.diary.reading_on import LASTS, ReadSoFar, read_on
from stepstool.web.families.models import Child
from tests.web.cast import Cast
from tests.web.diary.days import EVENING, a_poop

READING = method.TODAY_READING
HOUR = timedelta(hours=1)
BACK = min(each.back for each in READING if each.back)


def on(cast: Cast, at: Any, before: ReadSoFar | None = None) -> ReadSoFar:
    state = reading.state_of(cast.mia.family_id)
    return read_on(cast.mia, at, state, READING, before)


def known(read: ReadSoFar) -> set[str]:
    """Return what a record of it holds, in the window and of what is read whole."""
    return {
        repr(one)
        for one in read.record.entries
        if one.at >= read.record.at - BACK or one.LASTING
    }


def ids(read: ReadSoFar) -> set[str]:
    return {one.id for one in read.record.entries}


def a_day_goes_by(cast: Cast, chance: Random) -> Callable[[Any], None]:
    """Return what writes, moves, removes or brings back something, at a moment."""
    ids: list[str] = []

    def write(at: Any) -> None:
        new = a_poop(keys.new_id(), at=at + chance.randint(-40, 4) * HOUR)
        writing.write(cast.anna.membership, cast.mia, [new])
        ids.append(new.id)

    def move(at: Any) -> None:
        moved = a_poop(chance.choice(ids), at=at - chance.randint(-4, 4000) * HOUR)
        writing.change(cast.anna.membership, cast.mia, moved)

    def remove(_: Any) -> None:
        writing.remove(cast.anna.membership, cast.mia, [chance.choice(ids)])

    def restore(_: Any) -> None:
        writing.restore(cast.anna.membership, cast.mia, [chance.choice(ids)])

    def something(at: Any) -> None:
        deeds = (write, write, move, remove, restore) if ids else (write,)
        chance.choice(deeds)(at)

    return something


def test_another_age_counts_at_once(cast: Cast) -> None:
    before = on(cast, EVENING)
    cast.mia.born = cast.leo.born
    assert on(cast, EVENING, before).record.child.born != before.record.child.born


@pytest.mark.parametrize("seed", range(4))
def test_it_knows_what_reading_anew_would(cast: Cast, seed: int) -> None:
    chance = Random(seed)
    something, at, read = a_day_goes_by(cast, chance), EVENING, None
    for _ in range(25):
        for _ in range(chance.randint(0, 3)):
            something(at)
        read = on(cast, at, read)
        assert known(read) == known(on(cast, at))
        at += chance.randint(0, 4) * HOUR


def test_what_lay_ahead_comes_without_being_written_again(cast: Cast) -> None:
    ahead = a_poop("ahead", at=EVENING + HOUR)
    writing.write(cast.anna.membership, cast.mia, [ahead])
    early = on(cast, EVENING)
    assert "ahead" not in ids(early)
    assert "ahead" in ids(on(cast, EVENING + HOUR, early))


def test_a_siblings_entries_are_not_there(cast: Cast) -> None:
    before = on(cast, EVENING)
    sibling = Child.objects.create(
        family_id=cast.mia.family_id, nickname="Ben", born=cast.mia.born
    )
    writing.write(cast.anna.membership, sibling, [a_poop("bens")])
    assert not ids(on(cast, EVENING, before))


@pytest.mark.parametrize(
    ("later", "state"),
    [(-HOUR, None), (LASTS, None), (HOUR, (keys.new_id(), 0))],
    ids=["an earlier moment", "the day after", "a restored backup"],
)
def test_it_is_read_anew_where_newer_is_not_enough(
    cast: Cast, later: timedelta, state: Any
) -> None:
    before = on(cast, EVENING)
    assert before.serves(EVENING + HOUR, before.state)
    assert not before.serves(EVENING + later, state or before.state)
    again = on(cast, EVENING + LASTS, before)
    assert again.since == EVENING + LASTS


def test_the_rhythm_is_the_same_read_on_and_read_anew(cast: Cast) -> None:
    days = (EVENING - timedelta(days=number) for number in range(20))
    poops = [a_poop(keys.new_id(), at=at, bristol=4) for at in days]
    writing.write(cast.anna.membership, cast.mia, poops)

    def rhythm() -> method.RhythmAdvice:
        known = advising.known_of(cast.mia, EVENING)
        return foreseeing.rhythm_of(cast.mia, known)

    foreseeing.SHELF.clear()
    rhythm()
    writing.remove(cast.anna.membership, cast.mia, [poops[3].id])
    kept = rhythm()
    foreseeing.SHELF.clear()
    advising.READ.clear()
    assert rhythm() == kept
    assert kept.forecast.poops == len(poops) - 2
