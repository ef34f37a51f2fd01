"""Published lists of what a clinician asks, as far as it can be seen at home: counted, no more.

Rome IV for toddlers and for children from four years on, and table 1 of NICE CG99. An item
is *there* by the diary of the last month, or as the family told; *less often* than the list asks;
*not seen* only where enough of the month is known; else *not known*. What only a clinician finds, such as a mass or a tear,
is on no list here, and that nothing else explains it is for a clinician too (evidence §1.4):
a full list is never a diagnosis. Of a child that was not yet trained, soiling and what lands
in the toilet say little; both are counted, and how many came in all stands beside them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Record, Saying, Value
from stepstool.method.record.kinds.health import ClinicianWord, Word
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.report.stretch import Feature, Stretch

N: Final = topic("report")


class List(StrEnum):
    """A published list."""

    ROME_TODDLER = "rome_toddler"
    ROME_CHILD = "rome_child"
    NICE = "nice"


SOURCES: Final[Mapping[List, tuple[str, ...]]] = {
    List.ROME_TODDLER: ("ROME-CM", "FEDELE-2024"),
    List.ROME_CHILD: ("FEDELE-2024", "ROME-CHILD"),
    List.NICE: ("NICE-T1",),
}
ASKS: Final[Mapping[List, int]] = {
    List.ROME_TODDLER: N.count.rome_asks,
    List.ROME_CHILD: N.count.rome_asks,
    List.NICE: N.count.nice_asks,
}


class Standing(StrEnum):
    """How an item stands."""

    THERE = "there"
    AS_TOLD = "as_told"
    LESS_OFTEN = "less_often"
    NOT_SEEN = "not_seen"
    NOT_KNOWN = "not_known"


class Few(StrEnum):
    """What is counted a week where an item asks whether it is few."""

    IN_ALL = "in_all"
    IN_TOILET = "in_toilet"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item that can be seen at home."""

    key: str
    list: List
    # What of it is counted; any of them makes it.
    features: tuple[Feature, ...] = ()
    # In how many weeks of the month it must have been there.
    weeks: int = N.count.weeks_once
    # Answers about the last four weeks that say it.
    told: frozenset[Told] = frozenset()
    few: Few | None = None
    # Whether so many a week are few.
    is_few: Callable[[float], bool] = field(default=bool, repr=False)


@dataclass(frozen=True, kw_only=True)
class CountedItem:
    """One item, and how it stands."""

    item: Item
    standing: Standing
    # What of it was counted or said; None where nothing was.
    saw: Saying | None = field(default=None, compare=False)

    @property
    def counts(self) -> bool:
        """Whether it is there, by the diary or as told."""
        return self.standing in (Standing.THERE, Standing.AS_TOLD)


F, T = Feature, Told


def _few_by_rome(rate: float) -> bool:
    return rate <= N.count.rome_few


def _few_by_nice(rate: float) -> bool:
    return rate < N.count.nice_few


# fmt: off
ITEMS: Final = (
    Item(key="few", list=List.ROME_TODDLER, few=Few.IN_ALL, is_few=_few_by_rome),
    Item(key="holding", list=List.ROME_TODDLER, features=(F.HOLDING,), told=frozenset({T.HOLDS_3_DAYS})),
    Item(key="hard_or_sore", list=List.ROME_TODDLER, features=(F.HARD, F.HURT), told=frozenset({T.HARD, T.HURTS})),
    Item(key="large", list=List.ROME_TODDLER, features=(F.BIG,), told=frozenset({T.HUGE})),
    Item(key="soiling", list=List.ROME_TODDLER, features=(F.LEAK,), weeks=N.count.weeks_leaks, told=frozenset({T.LEAKS})),
    Item(key="blocks", list=List.ROME_TODDLER, features=(F.BLOCKED,)),
    Item(key="few_in_toilet", list=List.ROME_CHILD, few=Few.IN_TOILET, is_few=_few_by_rome),
    Item(key="soiling", list=List.ROME_CHILD, features=(F.LEAK,), weeks=N.count.weeks_child, told=frozenset({T.LEAKS})),
    Item(key="holding", list=List.ROME_CHILD, features=(F.HOLDING,), weeks=N.count.weeks_child, told=frozenset({T.HOLDS_3_DAYS})),
    Item(key="hard_or_sore", list=List.ROME_CHILD, features=(F.HARD, F.HURT), weeks=N.count.weeks_child, told=frozenset({T.HARD, T.HURTS})),
    Item(key="blocks", list=List.ROME_CHILD, features=(F.BLOCKED,), weeks=N.count.weeks_child),
    Item(key="fewer", list=List.NICE, few=Few.IN_ALL, is_few=_few_by_nice),
    Item(key="soiling", list=List.NICE, features=(F.LEAK,), told=frozenset({T.LEAKS})),
    Item(key="pellets", list=List.NICE, features=(F.PELLETS,)),
    Item(key="blocks", list=List.NICE, features=(F.BLOCKED,), told=frozenset({T.HUGE})),
    Item(key="appetite", list=List.NICE, features=(F.NO_APPETITE_EASED,)),
    Item(key="ache", list=List.NICE, features=(F.ACHE_EASED,)),
    Item(key="holding", list=List.NICE, features=(F.HOLDING,), told=frozenset({T.HOLDS_3_DAYS})),
    Item(key="straining", list=List.NICE, features=(F.STRAINED,)),
    Item(key="sore", list=List.NICE, features=(F.HURT,), told=frozenset({T.HURTS})),
    Item(key="bleeding", list=List.NICE, features=(F.STREAK,), told=frozenset({T.BLOOD})),
    Item(key="before", list=List.NICE),
)
# fmt: on


def counted(record: Record) -> tuple[CountedItem, ...]:
    """Count the items of the lists that fit the age, over the last month of a record.

    Where the age is unknown, all lists are counted.
    """
    month = Stretch(record, N.span.month.days)
    lists = set(lists_of(record))
    return tuple(_counted(item, month) for item in ITEMS if item.list in lists)


def lists_of(record: Record) -> Iterator[List]:
    """Give the lists for the child's age at the moment of a record."""
    months = record.child.youngest_months(record.today)
    if months is UNKNOWN or months < N.count.child_from:
        yield List.ROME_TODDLER
    if months is UNKNOWN or months >= N.count.child_from:
        yield List.ROME_CHILD
    if months is UNKNOWN or months >= N.count.nice_from:
        yield List.NICE


def _counted(item: Item, month: Stretch) -> CountedItem:
    if item.few:
        return _few(item, item.few, month)
    if item.features:
        return _seen(item, month)
    return _before(item, month.record)


def _few(item: Item, few: Few, month: Stretch) -> CountedItem:
    """How many came a week; known only over enough known days."""
    count = len(month.full) if few is Few.IN_ALL else month.in_toilet
    rate = month.a_week(count)
    if rate is None or month.known_days < N.count.known_least:
        return CountedItem(item=item, standing=Standing.NOT_KNOWN)
    standing = Standing.THERE if item.is_few(rate) else Standing.NOT_SEEN
    values: dict[str, Value] = {
        "number": count,
        "known": month.known_days,
        "rate": f"{rate:g}",
    }
    return CountedItem(
        item=item, standing=standing, saw=Saying(key=f"report.saw.{few}", values=values)
    )


def _seen(item: Item, month: Stretch) -> CountedItem:
    weeks = max(month.weeks_with(feature) for feature in item.features)
    count = sum(month.count(feature) for feature in item.features)
    if weeks:
        there = weeks >= item.weeks
        saw = Saying(key="report.saw.weeks", values={"number": count, "weeks": weeks})
        less = _or_told(item, month, Standing.LESS_OFTEN)
        standing = Standing.THERE if there else less
        return CountedItem(item=item, standing=standing, saw=saw)
    enough = month.known_days >= N.count.known_least
    other = Standing.NOT_SEEN if enough else Standing.NOT_KNOWN
    return CountedItem(item=item, standing=_or_told(item, month, other))


def _or_told(item: Item, month: Stretch, other: Standing) -> Standing:
    """As told, where an answer of the month says so."""
    answers = told_lately(month)
    return other if item.told.isdisjoint(answers) else Standing.AS_TOLD


def told_lately(month: Stretch) -> frozenset[Told]:
    """What the family told of its four weeks, in this month and last."""
    asked = [e for e in month.of(Interview) if e.topic is Topic.FOUR_WEEKS]
    if not asked or asked[-1].answers is UNKNOWN:
        return frozenset()
    return frozenset(asked[-1].answers)


def _before(item: Item, record: Record) -> CountedItem:
    """Whether it was so before: a clinician said so, or the family told."""
    words = (word for word in record.of(ClinicianWord) if word.word is Word.CONSTIPATED)
    said = next(words, None)
    if said is not None:
        day = record.clock.day(said.at)
        saw = Saying(key="report.saw.clinician", values={"day": day})
        return CountedItem(item=item, standing=Standing.THERE, saw=saw)
    asked = [e for e in record.of(Interview) if e.topic is Topic.TREATED_BEFORE]
    answers = asked[-1].answers if asked else UNKNOWN
    standing = _STANDING_OF.get(answers, Standing.NOT_KNOWN)
    return CountedItem(item=item, standing=standing)


_STANDING_OF: Final[Mapping[object, Standing]] = {
    (Told.YES,): Standing.AS_TOLD,
    (Told.NO,): Standing.NOT_SEEN,
}
