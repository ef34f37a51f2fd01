"""The diary as the rhythm reads it: poops, sleeps and all else as tens of a row of days.

Also which days teach something, and how much. A day with a poop, a pee, a sit, a request
or an answer about it is written down; others teach nothing, since a day without entries is
not a day without poop (rule 9).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle, islice
from operator import attrgetter, itemgetter
from typing import Final, TypeVar

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Entry, Reads, Record, Timing
from stepstool.method.record.bout import Bout
from stepstool.method.record.clock import ONE_DAY, Clock, Days, learn
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.kinds.days import Meal, Sleep
from stepstool.method.record.kinds.health import (
    Illness,
    MedicineGiven,
    MedicineOrdered,
)
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Move, Plan, Zone
from stepstool.method.record.kinds.poop import (
    Beginning,
    Brussels,
    NoneCame,
    Poop,
    Witness,
)
from stepstool.method.record.kinds.toileting import DiaperRequest, Pee, Signal, Sit
from stepstool.method.rhythm import curves
from stepstool.method.rhythm.timeline import A_DAY, Timeline, Trace, trace, trace_after

N: Final = topic("rhythm")
# Two days more than the days looked at: today has begun, and travel may lengthen days.
_BACK: Final = timedelta(days=N.count.look_back + 2)
_OFTEN: Final = (
    Poop,
    NoneCame,
    Pee,
    Sit,
    Signal,
    DiaperRequest,
    Meal,
    Sleep,
    Illness,
    MedicineGiven,
)
_LASTING: Final = (Interview, MedicineOrdered, Plan, Zone)
READING: Final = (
    *(Reads(kind=kind, back=_BACK) for kind in _OFTEN),
    *(Reads(kind=kind) for kind in _LASTING),
)
"""What rhythm reads of the diary, and how far back (rule 8 of the house)."""

# Classes of texture.
NOT_WRITTEN: Final = 0
FIRM: Final = 1
MUSHY: Final = 2
WATERY: Final = 3
_CLASS: Final = [bytes([texture]) for texture in range(WATERY + 1)]
_BRISTOL: Final[Mapping[int, int]] = {
    1: FIRM, 2: FIRM, 3: FIRM, 4: FIRM, 5: MUSHY, 6: MUSHY, 7: WATERY,
}  # fmt: skip
_BRUSSELS: Final[Mapping[Brussels, int]] = {
    Brussels.HARD: FIRM,
    Brussels.FORMED: FIRM,
    Brussels.LOOSE: MUSHY,
    Brussels.WATERY: WATERY,
}


@dataclass(frozen=True, kw_only=True)
class PoopTime:
    """One full poop, and how much its moment says of the child's own time.

    timed: whether its clock time is known, and not only the day or "this morning"; invited: whether it came at an offered sit or
    a reminder; later: whether it was found later; texture: its class.
    """

    at: datetime
    timed: bool
    invited: bool
    later: bool
    texture: int

    @property
    def natural(self) -> bool:
        """Whether it tells when poop comes by itself; an invited one tells only how often."""
        return self.timed and not self.invited


def poop_times(
    bouts: Iterable[Bout], sits: Iterable[Sit], clock: Clock
) -> list[PoopTime]:
    """Give the full poops by their moments, each bout once.

    Medicine changes what a texture means for comfort; here it means the same.
    """
    begun = [sit.at for sit in sits if _is_taken_offer(sit)]
    return [_poop_time(bout, begun, clock) for bout in bouts if bout.is_full]


def _poop_time(bout: Bout, begun: Sequence[datetime], clock: Clock) -> PoopTime:
    first = bout.poops[0]
    later = first.timing is Timing.FOUND_LATER
    return PoopTime(
        at=bout.at,
        timed=clock.knows_time(first),
        invited=_is_at_sit(bout.at, begun) or any(map(_was_prompted, bout.poops)),
        later=later or first.witness is Witness.FOUND_LATER,
        texture=max(map(texture_of, bout.poops)),
    )


def texture_of(poop: Poop) -> int:
    """Give the class of its texture, by the picture or another app's word for it."""
    if poop.bristol is not UNKNOWN:
        return _BRISTOL[poop.bristol]
    if poop.brussels is not UNKNOWN:
        return _BRUSSELS[poop.brussels]
    if poop.bristol_low is UNKNOWN or poop.bristol_high is UNKNOWN:
        return NOT_WRITTEN
    return _BRISTOL[(poop.bristol_low + poop.bristol_high) // 2]


def _is_taken_offer(sit: Sit) -> bool:
    return sit.offered is YesNo.YES and sit.accepted is not YesNo.NO


def _is_at_sit(at: datetime, begun: Sequence[datetime]) -> bool:
    last = bisect_right(begun, at) - 1
    return last >= 0 and at - begun[last] <= N.span.sit_reach


def _was_prompted(poop: Poop) -> bool:
    return poop.began is not UNKNOWN and Beginning.WAS_PROMPTED in poop.began


Asleep = tuple[datetime, datetime | None]
Busy = Callable[[], Sequence[datetime]]


def sleeps(written: Iterable[Sleep], busy: Busy, at: datetime) -> list[Asleep]:
    """Give the sleeps from when to when, overlapping ones as one; None while it lasts.

    busy: gives the moments, in order, at which the child was certainly awake, which end a sleep
    without an end. What is written to end after the moment asked for has not ended yet.
    """
    joined: list[Asleep] = []
    for sleep in _ended(written, busy, at):
        joined.append(_join(joined.pop(), sleep) if _overlap(joined, sleep) else sleep)
    return joined


def _overlap(before: Sequence[Asleep], sleep: Asleep) -> bool:
    if not before:
        return False
    end = before[-1][1]
    return end is None or sleep[0] <= end


def _join(one: Asleep, other: Asleep) -> Asleep:
    if one[1] is None or other[1] is None:
        return one[0], None
    return one[0], max(one[1], other[1])


def _ended(written: Iterable[Sleep], busy: Busy, at: datetime) -> Iterator[Asleep]:
    awake: Sequence[datetime] | None = None
    for sleep in written:
        if sleep.until is not None and sleep.until <= at:
            yield sleep.at, sleep.until
        else:
            awake = busy() if awake is None else awake
            end = _wakes(sleep.at, awake)
            yield sleep.at, end if end <= at else None


def _wakes(since: datetime, busy: Sequence[datetime]) -> datetime:
    longest = since + N.span.ongoing_sleep
    place = bisect_right(busy, since)
    return min(busy[place], longest) if place < len(busy) else longest


_BREAKS: Final = {Move.TAKE_A_BREAK, Move.GO_ON}
_MOMENT: Final = timedelta(microseconds=1)
Stretch = tuple[datetime, datetime]


def _illness(record: Record) -> list[Stretch]:
    return [
        (ill.at, ill.at + N.span.ill_lasts if ill.until is None else ill.until)
        for ill in record.of(Illness)
    ]


def _spoilt(record: Record) -> list[Stretch]:
    """Give the times that teach nothing: illness and clean-outs."""
    clean_outs = [
        (course.since, course.until)
        for course in record.treatment.ordered
        if course.medicine is MedicineKind.CLEAN_OUT
    ]
    return [*_illness(record), *clean_outs]


def _changes(record: Record) -> Iterator[datetime]:
    """Give the moments at which a rhythm may have become another."""
    for course in record.treatment.ordered:
        yield from (course.since, course.until)
    yield from (plan.at for plan in record.of(Plan) if plan.move in _BREAKS)
    for stretch in _illness(record):
        yield from stretch


def _written_days(
    record: Record, days: Days, full: Sequence[datetime], diapers: Iterable[int]
) -> list[bool]:
    """Say of each day whether the diaper or potty was written down on it.

    full: the moments of full poops; diapers: numbers of days with something else of it.
    """
    learn(days, full, (record.of(NoneCame), record.of(Interview)), ())
    written = list(days.known)
    for day in diapers:
        written[day] = True
    for unread in record.unread:
        if (day := days.index(unread.at)) >= 0:
            written[day] = False
    return written


def _sound_days(record: Record, days: Days, written: Sequence[bool]) -> list[bool]:
    """Say of each day whether it teaches something: written down, and not spoilt."""
    sound = list(written)
    for since, until in _spoilt(record):
        first = max(days.index(since), 0)
        last = days.index(until - _MOMENT)
        sound[first : last + 1] = [False] * (last + 1 - first)
    return sound


def _trusts(record: Record, days: Days) -> list[float]:
    """Say of each day how much it counts beside its age: less before each change."""
    moments = (moment for moment in _changes(record) if moment <= record.at)
    changed = sorted(map(days.index, moments))
    later = (len(changed) - bisect_right(changed, day) for day in range(len(days)))
    most = N.count.most_changes
    return [N.share.before_a_change ** min(count, most) for count in later]


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """All that a habit is learned from, and no more: the same lessons, the same habit.

    days: how many there are; sound: by day, whether it teaches something; trust: by day,
    how much it counts beside its age; poops: the full ones, each with its ten; traces: of
    poop, sleep, meal, change and texture.
    """

    days: int
    sound: Sequence[bool]
    trust: Sequence[float]
    poops: Sequence[tuple[int, PoopTime]]
    traces: Sequence[Trace]


@dataclass(frozen=True, kw_only=True, eq=False)
class Observations:
    """The diary of one child in tens, from the first day looked at to the moment.

    written: by day, whether the diaper was written down; offers: the tens of sits that were
    offered; all else as in the lessons, today included.
    """

    timeline: Timeline
    poops: Sequence[tuple[int, PoopTime]]
    written: Sequence[bool]
    sound: Sequence[bool]
    trust: Sequence[float]
    traces: Sequence[Trace]
    offers: Sequence[int]

    @property
    def today(self) -> int:
        """The number of the day of the moment: the last one."""
        return len(self.written) - 1

    def last_event(self, end: int) -> int:
        """Give the ten in which something was last written before this one; -1 if never."""
        offers = self.offers[: bisect_left(self.offers, end)]
        return max(*(trace.last_before(end) for trace in self.traces), *offers[-1:])

    @property
    def only_with_poop(self) -> bool:
        """Whether mostly days with a poop are written down, and many others are not.

        A chance learned from such days is that of a day on which something is written.
        """
        written = [day for day in range(self.today) if self.written[day]]
        if not written:
            return False
        came = {ten // A_DAY for ten, _ in self.poops}
        span = self.today - written[0]
        silent, without = span - len(written), len(set(written) - came)
        return silent > without and silent >= N.share.silent_days * span

    def lessons(self, day: int) -> Lessons:
        """Give what the days before this one teach, counted from the first day."""
        end = day * A_DAY
        return Lessons(
            days=day,
            sound=self.sound[:day],
            trust=self.trust[:day],
            poops=self.poops[: bisect_left(self.poops, end, key=itemgetter(0))],
            traces=[trace.before(end) for trace in self.traces],
        )


def observe(
    record: Record, first: date | None = None, before: Timeline | None = None
) -> Observations:
    """Look at a record, from a day on; usually as far back as the rhythm reads.

    before: a timeline of the same child, if one is at hand; it spares reckoning and
    changes nothing.
    """
    usual = record.today - N.count.look_back * ONE_DAY
    timeline = Timeline(record.clock, first or usual, record.today, before)
    return _Looking(record, timeline).observations()


E = TypeVar("E", bound=Entry)
D = TypeVar("D", bound=Entry | Bout)
# What is written beside a poop must not foretell it.
_CHANGE_LAG: Final = 2


class _Looking:
    """One look at a record; entries before the first day are not there."""

    def __init__(self, record: Record, timeline: Timeline) -> None:
        self._record = record
        self._timeline = timeline
        bouts = self._since(record.bouts)
        self._poops = poop_times(bouts, self._of(Sit), record.clock)
        self._tens = self._timeline.tens(poop.at for poop in self._poops)

    def _of(self, kind: type[E]) -> Sequence[E]:
        return self._since(self._record.of(kind))

    def _since(self, dated: Sequence[D]) -> Sequence[D]:
        start = self._timeline.days.starts[0]
        return dated[bisect_left(dated, start, key=attrgetter("at")) :]

    def _tens_of(self, kind: type[Entry]) -> list[int]:
        return self._timeline.tens(map(attrgetter("at"), self._of(kind)))

    def observations(self) -> Observations:
        days, pees = self._timeline.days, self._tens_of(Pee)
        diapers = [*pees, *self._tens_of(Sit), *self._tens_of(DiaperRequest)]
        full = [poop.at for poop in self._poops]
        diaper_days = {ten // A_DAY for ten in diapers}
        written = _written_days(self._record, days, full, diaper_days)
        changes = [*pees, *self._tens_of(Poop)]
        offered = [sit.at for sit in self._of(Sit) if sit.offered is YesNo.YES]
        return Observations(
            timeline=self._timeline,
            poops=list(zip(self._tens, self._poops, strict=True)),
            written=written,
            sound=_sound_days(self._record, days, written),
            trust=_trusts(self._record, days),
            traces=(
                self._since_poop(written),
                self._slept(),
                trace_after(self._tens_of(Meal), curves.AFTER_MEAL),
                trace_after(changes, curves.AFTER_CHANGE, _CHANGE_LAG),
                trace(
                    self._tens,
                    [_CLASS[poop.texture] for poop in self._poops],
                    _CLASS[NOT_WRITTEN],
                ),
            ),
            offers=self._timeline.tens(offered),
        )

    def _since_poop(self, written: Sequence[bool]) -> Trace:
        """After a day that was not written down nobody knows how long ago the last was."""
        unknown = curves.UNKNOWN_POOP
        events = [
            (ten, curves.AFTER_POOP if poop.timed else unknown)
            for ten, poop in zip(self._tens, self._poops, strict=True)
        ]
        events += [
            ((day + 1) * A_DAY - 1, unknown)
            for day, known in enumerate(written[:-1])
            if not known
        ]
        events.sort(key=itemgetter(0))
        return trace(
            [ten for ten, _ in events], [steps for _, steps in events], unknown
        )

    def _slept(self) -> Trace:
        slept = sleeps(self._of(Sleep), self._busy, self._record.at)
        turns = [moment for sleep in slept for moment in sleep if moment is not None]
        turning = cycle((curves.ASLEEP, curves.AWAKE))
        return trace(
            self._timeline.tens(turns), list(islice(turning, len(turns))), curves.AWAKE
        )

    def _busy(self) -> list[datetime]:
        """Give the moments, in order, at which the child was certainly awake."""
        kinds = (Poop, Pee, Meal, Sit)
        return sorted(entry.at for kind in kinds for entry in self._of(kind))
