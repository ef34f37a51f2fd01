"""Dead ends and contradictions in a life with the advice: what a family must never read.

Each fault is looked for in the evenings and the entries of one life, and counted anew from what
the diary holds, not from what the method made of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final, NamedTuple

from bench.cohort_family import Life, Read
from stepstool.method.calm import PlanPlace
from stepstool.method.comfort import State, Variant
from stepstool.method.ladder import Advised, Mark
from stepstool.method.record import UNKNOWN
from stepstool.method.record.entry import LATEST
from stepstool.method.record.kinds.health import MedicineOrdered
from stepstool.method.record.kinds.interview import Interview, Topic
from stepstool.method.record.kinds.poop import NoneCame, Poop

A_DAY: Final = timedelta(days=1)
A_WEEK, A_FORTNIGHT, THREE_WEEKS = 7, 14, 21
TYPED, ALTERNATIONS = 10, 2
FOUR_O_CLOCK: Final = timedelta(hours=4)
SOFT: Final = range(3, 7)  # on a laxative
LONG_GAP: Final = 3  # days without a poop that end a row of good days


class Fault(NamedTuple):
    """One of them. day: the first on which it was so; days: how many evenings it lasted."""

    day: int
    days: int
    text: str


def unchanged_for_long(life: Life) -> Iterator[Fault]:
    """No text stands for more than a week, but in a break and at the settled last step."""
    for text, group in groupby(life.evenings, key=lambda each: each.text):
        stood = [each for each in group if not _may_stand(each)]
        if len(stood) > A_WEEK:
            yield Fault(stood[0].day, len(stood), " ".join(text))


def _may_stand(evening: Read) -> bool:
    plan = evening.advice.plan
    return plan.place is PlanPlace.ON_BREAK or Mark.SETTLED in plan.marks


def shut_though_soft(life: Life) -> Iterator[Fault]:
    """With a softener ordered and two weeks of known soft, painless days, nobody is stuck."""
    ordered = (each.at for each in life.entries if isinstance(each, MedicineOrdered))
    since, days = day_of(next(ordered, LATEST)), days_of(life)
    for evening in life.evenings:
        today = day_of(evening.advice.at)
        good = min(good_days(days, today - A_DAY), (today - since).days)
        stuck = evening.advice.comfort.body is State.CONSTIPATED
        if stuck and good >= A_FORTNIGHT and days[today].is_good:
            yield Fault(evening.day, 1, evening.sentence)


class Day(NamedTuple):
    """What is written of one day."""

    poops: Sequence[Poop]
    known: bool

    @property
    def is_good(self) -> bool:
        """Whether nothing that came was hard or hurt."""
        return all(
            each.bristol in (UNKNOWN, *SOFT) and each.pain in (UNKNOWN, 0)
            for each in self.poops
        )


def day_of(at: datetime) -> date:
    """Give the child's day, which begins at four; the cohort lives where clocks stand on UTC."""
    return (at - FOUR_O_CLOCK).date()


def days_of(life: Life) -> Mapping[date, Day]:
    """Gather what is written, by day."""
    poops: dict[date, list[Poop]] = {}
    known: set[date] = set()
    for each in life.entries:
        if isinstance(each, Poop):
            poops.setdefault(day_of(each.at), []).append(each)
        elif isinstance(each, NoneCame) or _says_none(each):
            known.add(day_of(each.at))
    return {
        day: Day(poops.get(day, ()), day in poops or day in known)
        for day in {*poops, *known}
    }


def _says_none(entry: object) -> bool:
    return isinstance(entry, Interview) and entry.topic is Topic.GAP


def good_days(days: Mapping[date, Day], last: date) -> int:
    """Count the known good days in a row up to a day; unknown ones stop no clock for ever."""
    good = empty = 0
    while (day := days.get(last)) and day.known and day.is_good and empty < LONG_GAP:
        empty = 0 if day.poops else empty + 1
        good, last = good + 1, last - A_DAY
    return good


def contradictions(life: Life) -> Iterator[Fault]:
    """What is asked does not turn round on alternating days more than twice in a fortnight."""
    turns = [
        last.day
        for first, middle, last in zip(
            life.evenings, life.evenings[1:], life.evenings[2:], strict=False
        )
        if first.advice.plan.step == middle.advice.plan.step == last.advice.plan.step
        and direction(first) == direction(last) != direction(middle)
    ]
    for day in turns:
        near = [each for each in turns if day <= each < day + A_FORTNIGHT]
        if len(near) > ALTERNATIONS:
            evening = life.evenings[day]
            yield Fault(day, near[-1] - day + 1, " ".join(evening.text))


def direction(evening: Read) -> str:
    """Say where the plan leads: on, back, to something smaller, or nowhere."""
    plan = evening.advice.plan
    if plan.move in (Advised.START, Advised.MOVE_ON, Advised.GO_ON):
        return "on"
    if plan.move is Advised.STEP_BACK:
        return "back"
    return "smaller" if Mark.HALF_OF_THIS in plan.marks else "nowhere"


GETTING_TO_KNOW: Final = (Variant.NEW, Variant.PLAIN)


def getting_to_know(life: Life) -> Iterator[Fault]:
    """After ten typed poops in a fortnight nobody is still getting to know the child."""
    typed = [
        each.at
        for each in life.entries
        if isinstance(each, Poop) and each.bristol is not UNKNOWN
    ]
    for evening in life.evenings:
        comfort, at = evening.advice.comfort, evening.advice.at
        unknown = comfort.state is State.UNKNOWN and comfort.variant in GETTING_TO_KNOW
        recent = sum(at - A_FORTNIGHT * A_DAY < each <= at for each in typed)
        if unknown and recent >= TYPED:
            yield Fault(evening.day, 1, evening.sentence)


def tender_without_end(life: Life) -> Iterator[Fault]:
    """Tender for more than three weeks leads somewhere: to a reason, or to a visit."""
    for body, group in groupby(
        life.evenings, key=lambda each: each.advice.comfort.body
    ):
        late = list(group)[THREE_WEEKS:]
        if body is State.WATCH:
            nowhere = [each for each in late if not leads_somewhere(each)]
            yield from (Fault(each.day, 1, " ".join(each.text)) for each in nowhere)


def leads_somewhere(evening: Read) -> bool:
    """Whether a tender evening says why, or whom to call."""
    comfort = evening.advice.comfort
    return bool(comfort.alerts) or comfort.variant is Variant.LONG_TENDER


FAULTS: Final[Mapping[str, Callable[[Life], Iterator[Fault]]]] = {
    "a text unchanged for more than a week": unchanged_for_long,
    "stuck though soft on an ordered softener": shut_though_soft,
    "asked to and fro on alternating days": contradictions,
    "getting to know a child of a full diary": getting_to_know,
    "tender for weeks, and nothing follows": tender_without_end,
}
