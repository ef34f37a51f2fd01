"""A clinician's "constipated" that good days closed: only trouble brings it back.

Neither time nor soft poops do, and it stays open while there were no two good weeks. Made-up
children on a softener, with a poop that hurt every week or two for up to four months.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import accumulate, chain, repeat, takewhile
from random import Random

import pytest

from stepstool.method.comfort import READING, assess
from stepstool.method.record import Child, Entry, Month, Record, union
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.health import ClinicianWord, MedicineOrdered, Word
from stepstool.method.record.kinds.poop import Poop

Judge = Callable[[Record], bool]
BEGIN = datetime(2026, 1, 1, 9, tzinfo=UTC)
CHILD = Child(born=Month(2022, 3), name="Mia", id="mia")
DAY = timedelta(days=1)
AFTER = (1, 5, 12, 20, 33, 47, 61, 90)
SOFT, HARD = 4, 2
FORGOTTEN = 5  # the seed of a child whose good days came early, and trouble later


def is_stuck_by_the_word(record: Record) -> bool:
    return "C6" in {reason.rule for reason in assess(record).because}


def poop(day: int, *, hurts: bool = False) -> Poop:
    return Poop(
        id=f"poop {day} {hurts}",
        at=BEGIN + day * DAY + timedelta(hours=6 * hurts),
        bristol=HARD if hurts else SOFT,
        pain=2 * hurts,
    )


def a_child(seed: int, days: int) -> list[Entry]:
    """Soft every day on the softener; some days hurt too, seldom two weeks apart."""
    chance = Random(f"closed word {seed}")
    pauses = chain([chance.randint(1, 18)], (chance.randint(6, 15) for _ in repeat(0)))
    sore = set(takewhile(lambda day: day < days, accumulate(pauses)))
    return [
        ClinicianWord(id="word", at=BEGIN, word=Word.CONSTIPATED, name="Dr Ito"),
        MedicineOrdered(id="order", at=BEGIN, medicine=MedicineKind.SOFTENER),
        *(poop(day) for day in range(days)),
        *(poop(day, hurts=True) for day in sore),
    ]


def evening(entries: list[Entry], day: int) -> Record:
    return Record(CHILD, entries, BEGIN + day * DAY + timedelta(hours=10))


def stays_closed(judge: Judge, seed: int, days: int, *, soft_goes_on: bool) -> None:
    entries = a_child(seed, days)
    if judge(evening(entries, days - 1)):
        return
    for later in AFTER:
        new = [poop(day) for day in range(days, days + later) if soft_goes_on]
        assert not judge(evening([*entries, *new], days - 1 + later))


@pytest.mark.generated
@pytest.mark.parametrize("soft_goes_on", [True, False], ids=["soft", "silent"])
@pytest.mark.parametrize("days", [40, 75, 100, 120])
def test_what_good_days_closed_no_time_opens(days: int, *, soft_goes_on: bool) -> None:
    for seed in range(5):
        stays_closed(is_stuck_by_the_word, seed + days, days, soft_goes_on=soft_goes_on)


def stays_open(judge: Judge, days: int) -> None:
    every_tenth = [poop(day, hurts=True) for day in range(3, days, 10)]
    sore = [each for each in a_child(0, days) if not is_sore(each)]
    assert judge(evening([*sore, *every_tenth], days - 1))


def is_sore(entry: Entry) -> bool:
    return isinstance(entry, Poop) and entry.bristol == HARD


@pytest.mark.generated
@pytest.mark.parametrize("days", [30, 61, 91, 130, 151, 190, 400])
def test_what_no_good_days_closed_stays_open(days: int) -> None:
    stays_open(is_stuck_by_the_word, days)


# Judges that break it, to show that it is noticed.


def forgets_after_sixty_days(record: Record) -> bool:
    """Sees the word of old, but no longer the good days that closed it."""
    lasting = {reads.kind for reads in union(READING) if reads.back is None}
    kept = [
        entry
        for entry in record.entries
        if type(entry) in lasting or entry.at >= record.at - 60 * DAY
    ]
    return is_stuck_by_the_word(Record(record.child, kept, record.at))


def lets_old_words_lapse(record: Record) -> bool:
    """Holds a word for two months, whatever came of it."""
    recent = [e for e in record.entries if e.at >= record.at - 60 * DAY]
    return is_stuck_by_the_word(Record(record.child, recent, record.at))


def test_a_judge_that_forgets_the_good_days_is_caught() -> None:
    stays_closed(is_stuck_by_the_word, FORGOTTEN, 75, soft_goes_on=True)
    with pytest.raises(AssertionError):
        stays_closed(forgets_after_sixty_days, FORGOTTEN, 75, soft_goes_on=True)


def test_a_judge_that_lets_a_word_lapse_is_caught() -> None:
    stays_open(is_stuck_by_the_word, 130)
    with pytest.raises(AssertionError):
        stays_open(lets_old_words_lapse, 130)
