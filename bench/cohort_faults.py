"""Dead ends and contradictions in a life with the advice: what a family must never read.

Each fault is looked for in the evenings and the entries of one life, and counted anew from what
the diary holds, not from what the method made of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise, takewhile
from typing import Final, NamedTuple, TypeVar

from bench.cohort_child import HARD
from bench.cohort_diary import BEGIN
from bench.cohort_family import Life, Read
from stepstool.method.calm import PlanPlace
from stepstool.method.comfort import State, Variant
from stepstool.method.ladder import Advised, MoveMark
from stepstool.method.record import UNKNOWN, Entry, Saying, Value
from stepstool.method.record.decision import Dates
from stepstool.method.record.entry import EARLIEST, LATEST
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    Given,
    MedicineGiven,
    MedicineOrdered,
    Word,
)
from stepstool.method.record.kinds.interview import Interview, Topic
from stepstool.method.record.kinds.lasting import Move, Plan
from stepstool.method.record.kinds.poop import Amount, NoneCame, Poop
from stepstool.method.record.kinds.toileting import Meaning, Signal

E = TypeVar("E", bound=Entry)
CLEARED: Final = Word.NOT_CONSTIPATED
HOLDING: Final = Meaning.HOLDING
AN_HOUR: Final = timedelta(hours=1)
A_DAY: Final = timedelta(days=1)
A_WEEK, A_FORTNIGHT, THREE_WEEKS = 7, 14, 21
TYPED, ALTERNATIONS = 10, 2
FOUR_O_CLOCK: Final = time(4)
SOFT: Final = range(3, 7)  # on a laxative
# What ends a row of good days: gaps, and days with holding among the days of a week.
HELD_GAP, LONG_GAP, HELD_DAYS = timedelta(hours=48), timedelta(hours=72), 3


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
    return plan.place is PlanPlace.ON_BREAK or MoveMark.SETTLED in plan.marks


def shut_though_soft(life: Life) -> Iterator[Fault]:
    """With a softener ordered and two weeks of known soft, painless days, nobody is stuck."""
    ordered = (each.at for each in life.entries if isinstance(each, MedicineOrdered))
    since = day_of(next(ordered, LATEST))
    stuck = [e for e in life.evenings if e.advice.comfort.body is State.CONSTIPATED]
    for evening in stuck:
        at = evening.advice.at
        days, today = days_of(life, at), day_of(at)
        first = max(since, *map(day_of, (BEGIN, *held_back(life, at))))
        good = min(good_days(days, today - A_DAY), (today - first).days)
        if good >= A_FORTNIGHT and days.get(today, NOTHING_YET).is_good:
            yield Fault(evening.day, 1, evening.sentence)


def known(life: Life, at: datetime) -> list[Entry]:
    """Give what was written by a moment: answers of an evening come after its advice."""
    return list(takewhile(lambda each: each.at <= at, life.entries))


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


NOTHING_YET: Final = Day((), known=False)


def day_of(at: datetime) -> date:
    """Give the child's day, which begins at four; the cohort lives where clocks stand on UTC."""
    return (at - timedelta(hours=FOUR_O_CLOCK.hour)).date()


def days_of(life: Life, at: datetime) -> Mapping[date, Day]:
    """Gather what was written by a moment, by day."""
    poops: dict[date, list[Poop]] = {}
    said: set[date] = set()
    for each in known(life, at):
        if isinstance(each, Poop):
            poops.setdefault(day_of(each.at), []).append(each)
        elif isinstance(each, NoneCame) or _says_none(each):
            said.add(day_of(each.at))
    return {day: Day(poops.get(day, ()), known=True) for day in {*poops, *said}}


def _says_none(entry: object) -> bool:
    return isinstance(entry, Interview) and entry.topic is Topic.GAP


def good_days(days: Mapping[date, Day], last: date) -> int:
    """Count the known good days in a row up to a day."""
    good = 0
    while (day := days.get(last)) and day.known and day.is_good:
        good, last = good + 1, last - A_DAY
    return good


def held_back(life: Life, at: datetime) -> Iterator[datetime]:
    """Give when it was held back: the ends of long gaps, and the third day of a week with it.

    However soft it is then, holding is a sign of its own, and good days begin anew after it.
    """
    entries = known(life, at)
    holding = [e.at for e in entries if isinstance(e, Signal) and e.meaning is HOLDING]
    came = sorted(each.at for each in entries if isinstance(each, Poop))
    for since, until in pairwise((*came, at)):
        held = any(since < moment <= until for moment in holding)
        if until - since >= (HELD_GAP if held else LONG_GAP):
            yield until
    for moment in holding:
        week = [e for e in holding if moment - A_WEEK * A_DAY < e <= moment]
        if len(set(map(day_of, week))) >= HELD_DAYS:
            yield moment


def contradictions(life: Life) -> Iterator[Fault]:
    """What is asked does not turn round more than twice in a fortnight.

    It turns round where it asks again what the evening between took back, or asks the opposite
    of the evening before, and the family decided nothing in between: a step that was tried and
    left again, or a not-yet, is an answer. An idea that differs from yesterday's turns nothing.
    """
    turns = sorted({*_asked_again(life), *_opposites(life)})
    for day in turns:
        near = [each for each in turns if day <= each < day + A_FORTNIGHT]
        if len(near) > ALTERNATIONS:
            evening = life.evenings[day]
            yield Fault(day, near[-1] - day + 1, " ".join(evening.text))


def _asked_again(life: Life) -> Iterator[int]:
    """Give the evenings that ask again what the evening between took back."""
    for first, middle, last in _rows(life, 3):
        if direction(first) == direction(last) != direction(middle):
            yield last.day


def _opposites(life: Life) -> Iterator[int]:
    """Give the evenings that lead back after on, or on after back."""
    for before, after in _rows(life, 2):
        if {direction(before), direction(after)} == {"on", "back"}:
            yield after.day


def _rows(life: Life, length: int) -> Iterator[Sequence[Read]]:
    """Give the evenings in a row, on one step, between which nothing was decided."""
    decided = [each.at for each in life.entries if isinstance(each, Plan)]
    for last in range(length, len(life.evenings) + 1):
        row = life.evenings[last - length : last]
        first, until = row[0].advice.at, row[-1].advice.at
        steps = {each.advice.plan.step for each in row}
        if len(steps) == 1 and not any(first <= at < until for at in decided):
            yield row


def direction(evening: Read) -> str:
    """Say where the plan leads: on, back, to something smaller, or nowhere."""
    plan = evening.advice.plan
    if plan.move in (Advised.START, Advised.MOVE_ON, Advised.GO_ON):
        return "on"
    if plan.move is Advised.STEP_BACK:
        return "back"
    return "smaller" if MoveMark.HALF_OF_THIS in plan.marks else "nowhere"


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
        late = list(group)[THREE_WEEKS + 1 :]
        if body is State.WATCH:
            nowhere = [each for each in late if not leads_somewhere(each)]
            yield from (Fault(each.day, 1, " ".join(each.text)) for each in nowhere)


def leads_somewhere(evening: Read) -> bool:
    """Whether a tender evening says why, or whom to call."""
    comfort = evening.advice.comfort
    return bool(comfort.alerts) or comfort.variant is Variant.LONG_TENDER


class Written:
    """What the diary held at a moment, counted as plainly as a parent would."""

    def __init__(self, life: Life, at: datetime) -> None:
        """Look at a life up to a moment."""
        self.at = at
        self.entries = known(life, at)
        words = [each.at for each in self.of(ClinicianWord) if each.word is CLEARED]
        self.cleared = max(words, default=EARLIEST)  # what was before it is over

    def of(self, kind: type[E]) -> list[E]:
        """Give the entries of a kind, by their moments."""
        them = (each for each in self.entries if isinstance(each, kind))
        return sorted(them, key=lambda each: each.at)

    def between(self, when: Value, fits: Callable[[Poop], bool]) -> int:
        """Count the poops of some days, both included, of which something is true."""
        days = when if isinstance(when, Dates) else Dates(BEGIN.date(), day_of(self.at))
        return sum(
            fits(each) and days.first <= day_of(each.at) <= days.last
            for each in self.of(Poop)
            if each.at > self.cleared
        )

    def typed(self) -> int:
        """Count those of a fortnight with a picture."""
        since = self.at - A_FORTNIGHT * A_DAY
        recent = [each for each in self.of(Poop) if each.at > since]
        return sum(each.bristol is not UNKNOWN for each in recent)

    def hours(self) -> int:
        """Count the hours since the last one, or since the first day began."""
        first = datetime.combine(day_of(self.entries[0].at), FOUR_O_CLOCK, UTC)
        came = [each.at for each in self.of(Poop)] or [first]
        return (self.at - came[-1]) // AN_HOUR

    def missed(self, when: Value) -> int:
        """Count the days among these on which the medicine was left out."""
        left_out = [e for e in self.of(MedicineGiven) if e.outcome is Given.MISSED]
        days = {day_of(each.at) for each in left_out}
        return (
            sum(when.first <= day <= when.last for day in days)
            if isinstance(when, Dates)
            else 0
        )

    def days_here(self) -> int:
        """Count the full days on the step of now; deciding for it again begins none anew."""
        decided = [each for each in self.of(Plan) if each.move is not Move.STAY]
        stood = [
            (each.ladder, each.step, each.move is Move.TAKE_A_BREAK) for each in decided
        ]
        same = list(takewhile(lambda place: place == stood[-1], reversed(stood)))
        return (day_of(self.at) - day_of(decided[-len(same)].at)).days


Values = Mapping[str, Value]
# How a number is counted from the diary, with what else its sentence says.
COUNTS: Final[Mapping[tuple[str, str], Callable[[Written, Values], int]]] = {
    ("seen.hard", "count"): lambda now, said: now.between(said["when"], _is_hard),
    ("seen.hurt", "count"): lambda now, said: now.between(said["when"], _hurt),
    ("seen.little_pains", "count"): lambda now, said: now.between(
        said["when"], _hurt_if_a_little
    ),
    ("seen.big", "count"): lambda now, said: now.between(said["when"], _is_large),
    ("seen.missed", "count"): lambda now, said: now.missed(said["when"]),
    ("seen.soft", "count"): lambda now, _: now.typed(),
    ("seen.few_typed", "count"): lambda now, _: now.typed(),
    ("seen.gap", "hours"): lambda now, _: now.hours(),
    ("seen.held_gap", "hours"): lambda now, _: now.hours(),
    ("today.watch.long_gap", "hours"): lambda now, _: now.hours(),
    ("today.constipated.long_gap", "hours"): lambda now, _: now.hours(),
    ("ladder.why.settled", "count"): lambda now, _: now.days_here(),
    ("ladder.why.preschool", "count"): lambda now, _: now.days_here(),
    ("ladder.why.smaller_step", "count"): lambda now, _: now.days_here(),
}


def _is_hard(poop: Poop) -> bool:
    return poop.bristol in HARD


def _hurt(poop: Poop) -> bool:
    return poop.pain in (2, 3)


def _hurt_if_a_little(poop: Poop) -> bool:
    return poop.pain in (1, 2, 3)


def _is_large(poop: Poop) -> bool:
    return poop.amount is Amount.LARGE


def miscounted(life: Life) -> Iterator[Fault]:
    """A number that is said is the one that the diary holds."""
    for evening in life.evenings:
        written = Written(life, evening.advice.at)
        for saying in sayings(evening):
            for gap in saying.values:
                count = COUNTS.get((saying.key, gap))
                if (
                    count
                    and (held := count(written, saying.values)) != saying.values[gap]
                ):
                    said = f"{saying.key}: {gap} {saying.values[gap]}"
                    yield Fault(evening.day, 1, f"{said}, by the diary {held}")


def sayings(evening: Read) -> Iterator[Saying]:
    """Give what is said of how it is, why, and why the plan says so."""
    advice = evening.advice
    yield from (advice.sentence, advice.todo.says)
    yield from (each.saw for each in (*advice.comfort.because, *advice.plan.because))


FAULTS: Final[Mapping[str, Callable[[Life], Iterator[Fault]]]] = {
    "a text unchanged for more than a week": unchanged_for_long,
    "stuck though soft on an ordered softener": shut_though_soft,
    "asked to and fro on alternating days": contradictions,
    "getting to know a child of a full diary": getting_to_know,
    "tender for weeks, and nothing follows": tender_without_end,
    "a number that the diary does not hold": miscounted,
}
