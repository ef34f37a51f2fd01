"""Facts: what the diary holds, sorted once, so that every day of the walk is cheap.

Nothing older than the horizon is looked at, so that a bounded reading and the whole diary
give the same verdict (rule 8 of the house).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from typing import Final, TypeVar

from stepstool.method.comfort.illness import Ill, illnesses
from stepstool.method.comfort.numbers import (
    RUNNY_MOST,
    SCREAM,
    STRAINING_IS_NORMAL,
)
from stepstool.method.comfort.reading import HORIZON, READING
from stepstool.method.comfort.series import Series
from stepstool.method.record import UNKNOWN, Entry, Record, Unknown
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.days import Meal
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    Given,
    Illness,
    MedicineGiven,
    TummyAche,
)
from stepstool.method.record.kinds.interview import Interview, Topic
from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.record.kinds.poop import Blood, NoneCame, Sleeping
from stepstool.method.record.kinds.toileting import Meaning, Sign, Signal
from stepstool.method.record.known_day import Days, learn
from stepstool.method.record.treatment import LAXATIVES

E = TypeVar("E", bound=Entry)

HOLDING: Final = {
    Sign.STIFF_LEGS,
    Sign.CROSSED_LEGS,
    Sign.TIPTOES,
    Sign.ARCHED_BACK,
    Sign.CLENCHED,
}
MISSED: Final = {Given.MISSED, Given.REFUSED}


class Facts:
    """What the diary of one child holds up to a moment, in the words of the rules.

    full: all full poops. judged: those that count; a bug's poops do not.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.at = record.at
        self._ages: dict[int, int | Unknown] = {}
        today = record.today
        self.days = Days(record.clock, today - HORIZON, today)
        self.start = self.days.starts[0]
        self.bouts = [each for each in record.bouts if each.at >= self.start]
        self.full = _by_moment(each for each in self.bouts if each.is_full)
        unread = [each for each in record.unread if each.at <= record.at]
        self.unread_days = {self.days.index(each.at) for each in unread}
        said = self.of(NoneCame), record.of(Interview)
        learn(self.days, self.full.moments, said, unread)

    def of(self, kind: type[E]) -> Sequence[E]:
        """Entries of a kind within the horizon."""
        return self.record.within(kind, self.start, self.at)

    def local(self, moment: datetime) -> datetime:
        """The moment on the child's wall clock, to be shown."""
        return self.record.clock.local(moment)

    def day(self, moment: datetime) -> date:
        """The child's day of a moment within the horizon."""
        return self.days.dates[max(self.days.index(moment), 0)]

    def answers(self, topic: Topic) -> Series[Interview]:
        """The family's answers to one question, by their moments."""
        return self._answers.get(topic) or Series(())

    @cached_property
    def _answers(self) -> dict[Topic, Series[Interview]]:
        told = self.record.of(Interview)
        topics = {each.topic for each in told if each.topic is not UNKNOWN}
        return {
            topic: Series((each.at, each) for each in told if each.topic is topic)
            for topic in topics
        }

    @cached_property
    def ill(self) -> list[Ill]:
        """The illnesses."""
        told = self.of(Illness)
        answers = self.answers(Topic.RUNNY).items
        return illnesses(told, answers, self.bouts) if told or answers else []

    def ill_at(self, moment: datetime) -> Ill | None:
        """The illness the child has at a moment, if any."""
        now = (each for each in self.ill if each.since <= moment < each.until)
        return next(now, None)

    def gaps_count(self, moment: datetime) -> bool:
        """Whether a gap is judged at this moment: not while ill, nor just after a bug."""
        return not any(each.since <= moment < each.gaps_from for each in self.ill)

    def is_under(self, months: int, day: int) -> bool:
        """Whether the child may still be under an age: of its youngest possible age.

        An unknown birth month is never under an age: the rules for older children ask
        and warn more.
        """
        age = self._ages.get(day)
        if age is None:
            age = self.record.child.youngest_months(self.days.dates[day])
            self._ages[day] = age
        return age is not UNKNOWN and age < months

    def well_days(self, first: int, end: int) -> int:
        """How many days are known and without illness, from `first` up to `end`."""
        known = self.days.count_known(first, end)
        if not self.ill or not known:
            return known
        starts = self.days.starts[first:end]
        ill = (self.ill_at(start) is not None for start in starts)
        return sum(
            self.days.known[first + n] and not sick for n, sick in enumerate(ill)
        )

    def last_entry(self, moment: datetime) -> datetime:
        """When something was last said about the child's body; at least the horizon."""
        place = bisect_right(self._said, moment)
        return self._said[place - 1] if place else self.start

    @property
    def was_written(self) -> bool:
        """Whether anything was ever said about the child's body."""
        return bool(self._said)

    @cached_property
    def _said(self) -> list[datetime]:
        kinds = (each.kind for each in READING if each.kind not in (Zone, Meal))
        return sorted(each.at for kind in kinds for each in self.of(kind))

    @cached_property
    def judged(self) -> list[Bout]:
        """The full poops that count."""
        full = self.full.items
        return [each for each in full if not self.ill_at(each.at)] if self.ill else full

    @cached_property
    def typed(self) -> Series[Bout]:
        """Those whose form was written down."""
        return self._those(lambda bout: bout.texture is not None)

    @cached_property
    def hard(self) -> Series[Bout]:
        """The hard ones."""
        return _by_moment(each for each in self.typed.items if each.is_hard)

    @cached_property
    def hard_pairs(self) -> Series[Bout]:
        """The second of two hard ones in a row."""
        pairs = pairwise(self.typed.items)
        return _by_moment(b for a, b in pairs if a.is_hard and b.is_hard)

    @cached_property
    def trouble(self) -> Series[Bout]:
        """Those that were hard or hurt."""
        return _by_moment(
            each
            for each in self.telling.items
            if each.is_hard or self.really_hurt(each)
        )

    @cached_property
    def soft(self) -> Series[Bout]:
        """The soft ones that did not hurt."""
        soft = (each for each in self.typed.items if each.is_soft)
        return _by_moment(each for each in soft if not self.really_hurt(each))

    @cached_property
    def runny(self) -> Series[Bout]:
        """The runny ones."""
        return _by_moment(each for each in self.typed.items if each.is_runny)

    @cached_property
    def hurt(self) -> Series[Bout]:
        """Those that hurt."""
        return self._those(self.really_hurt)

    @cached_property
    def telling(self) -> Series[Bout]:
        """Those that tell whether it is soft and painless: typed, or known to hurt."""
        hurt = self.really_hurt
        return self._those(lambda bout: bout.texture is not None or hurt(bout))

    def really_hurt(self, bout: Bout) -> bool:
        """Crying before a soft poop is normal in the first months (N5)."""
        if not bout.hurt or not bout.is_soft:
            return bout.hurt
        return not self.is_under(STRAINING_IS_NORMAL, self.days.index(bout.at))

    @cached_property
    def pain_known(self) -> Series[Bout]:
        """Those of which it was written whether they hurt."""
        return self._those(lambda bout: bout.pain is not None)

    @cached_property
    def screamed(self) -> list[Bout]:
        """All that hurt most, also while ill."""
        return [each for each in self.bouts if (each.pain or 0) >= SCREAM]

    @cached_property
    def big(self) -> Series[Bout]:
        """The big ones."""
        return self._those(lambda bout: bout.is_big)

    @cached_property
    def streaked(self) -> Series[Bout]:
        """Those with blood on the surface."""
        bloody = (each for each in self.bloody if not self.ill_at(each.at))
        return _by_moment(
            each
            for each in bloody
            if each.is_full and each.blood is Blood.ON_THE_SURFACE
        )

    @cached_property
    def bloody(self) -> list[Bout]:
        """All with blood, also while ill."""
        return [each for each in self.bouts if each.blood]

    @cached_property
    def words(self) -> Sequence[ClinicianWord]:
        """What clinicians said."""
        return self.record.of(ClinicianWord)

    @cached_property
    def asleep(self) -> Series[Bout]:
        """Those in sleep."""
        return self._those(lambda bout: bout.sleeping is Sleeping.ASLEEP)

    @cached_property
    def awake(self) -> Series[Bout]:
        """Those awake."""
        return self._those(lambda bout: bout.sleeping is Sleeping.AWAKE)

    @cached_property
    def leaks(self) -> Series[Bout]:
        """Leaks that are not a bug's."""
        leaks = (each for each in self.bouts if each.is_leak)
        return _by_moment(each for each in leaks if not self.ill_at(each.at))

    @cached_property
    def holding(self) -> Series[datetime]:
        """The moments of holding."""
        held = (each for each in self.of(Signal) if is_holding(each))
        return Series((each.at, each.at) for each in held)

    @cached_property
    def holding_days(self) -> Series[int]:
        """The days of holding, each at the last moment of it."""
        return self.by_day(self.holding.moments)

    @cached_property
    def leak_days(self) -> Series[int]:
        """The days with leaks."""
        return self.by_day(self.leaks.moments)

    @cached_property
    def aches(self) -> Series[TummyAche]:
        """Tummy aches."""
        return Series((each.at, each) for each in self.of(TummyAche))

    @cached_property
    def eased_ache_days(self) -> Series[int]:
        """Days with a tummy ache that a poop ended."""
        aches = self.aches.items
        yes = (each for each in aches if each.better_after_poop is YesNo.YES)
        return self.by_day(each.at for each in yes)

    @cached_property
    def missed_days(self) -> Series[int]:
        """Days on which a laxative was missed or refused, and none was given."""
        given = [each for each in self.of(MedicineGiven) if each.medicine in LAXATIVES]
        done = {self.days.index(e.at) for e in given if e.outcome is Given.GIVEN}
        missed = self.by_day(each.at for each in given if each.outcome in MISSED)
        pairs = zip(missed.moments, missed.items, strict=True)
        return Series((at, day) for at, day in pairs if day not in done)

    @cached_property
    def many_runny_days(self) -> Series[int]:
        """Days with many runny poops, not ill."""
        times = Counter(map(self.days.index, self.runny.moments))
        many = {day for day, count in times.items() if count > RUNNY_MOST}
        days = map(self.days.index, self.runny.moments)
        pairs = zip(self.runny.moments, days, strict=True)
        return self.by_day(at for at, day in pairs if day in many)

    def by_day(self, moments: Iterable[datetime]) -> Series[int]:
        """Give the days of moments, each once, dated by its last moment."""
        last = {self.days.index(moment): moment for moment in moments}
        return Series((moment, day) for day, moment in last.items())

    def _those(self, fits: Callable[[Bout], bool]) -> Series[Bout]:
        return _by_moment(each for each in self.judged if fits(each))


def is_holding(signal: Signal) -> bool:
    """Whether a signal is holding: by its signs, or because the grown-up says so.

    Hiding, asking for a diaper and refusing are not holding (HIDE-2003).
    """
    if signal.meaning is Meaning.HOLDING:
        return True
    return signal.signs is not UNKNOWN and not HOLDING.isdisjoint(signal.signs)


def _by_moment(bouts: Iterable[Bout]) -> Series[Bout]:
    items = list(bouts)
    return Series.at([each.at for each in items], items)
