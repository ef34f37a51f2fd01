"""The ground that facts stand on: the child's days, its age, illness, and what was said.

Nothing older than the horizon is looked at, so that a bounded reading and the whole diary
give the same verdict (rule 8 of the house).
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from typing import Final, TypeVar

from stepstool.method.comfort.illness import Ill, illnesses
from stepstool.method.comfort.numbers import WRITING_PAUSE
from stepstool.method.comfort.reading import HORIZON, READING
from stepstool.method.comfort.series import Series
from stepstool.method.record import UNKNOWN, Entry, Record, Unknown
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.days import Meal
from stepstool.method.record.kinds.health import ClinicianWord, Illness, Word
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.record.known_day import Days, learn
from stepstool.method.record.treatment import NEVER

E = TypeVar("E", bound=Entry)
# What clinicians say of whether it is constipation.
SAID_STUCK: Final = {Word.CONSTIPATED, Word.CLEAN_OUT_RUNNING}
SAID_OVER: Final = {Word.NOT_CONSTIPATED, Word.CLEAN_OUT_OVER}
SAID_HOW: Final = SAID_STUCK | SAID_OVER
# Questions whose answers say how it is; of the gap only "none came" does, since a yes is
# written down as a poop.
HEARD: Final = (
    Topic.GAP,
    Topic.FOUR_WEEKS,
    Topic.SOFT_AND_PAINLESS,
    Topic.ALWAYS_SO,
    Topic.RUNNY,
)


class Ground:
    """The days of one child up to a moment, and what lies on them.

    bouts: all within the horizon. full: the full poops. days: which of them are known.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.at = record.at
        self._ages: dict[int, int | Unknown] = {}
        today = record.today
        self.days = Days(record.clock, today - HORIZON, today)
        self.start = self.days.starts[0]
        self.bouts = [each for each in record.bouts if each.at >= self.start]
        self.full = by_moment([each for each in self.bouts if each.is_full])
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
        if not self.ill:
            return None
        now = (each for each in self.ill if each.since <= moment < each.until)
        return next(now, None)

    def has_bug(self, moment: datetime) -> bool:
        """Whether the child has a tummy bug at a moment, whose poops count nowhere."""
        ill = (each for each in self.ill if each.since <= moment < each.until)
        return any(each.is_bug for each in ill)

    def gaps_count(self, moment: datetime) -> bool:
        """Whether a gap is judged at this moment: not during a bug, nor just after one."""
        off = [each for each in self.ill if each.since <= moment < each.gaps_from]
        return not off

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
        ill = sum(first <= day < end and self.days.known[day] for day in self._ill_days)
        return self.days.count_known(first, end) - ill

    @cached_property
    def _ill_days(self) -> set[int]:
        """The days on which the child was ill, even for a part of them."""
        spells = [
            (self.days.index(each.since), self.days.index(each.until))
            for each in self.ill
        ]
        return {day for first, last in spells for day in range(first, last + 1)}

    def last_entry(self, moment: datetime) -> datetime:
        """When something was last said about the child's body; at least the horizon."""
        place = bisect_right(self._said, moment)
        return self._said[place - 1] if place else self.start

    @cached_property
    def clean_outs(self) -> list[tuple[datetime, datetime]]:
        """The times in which a clean-out ran, by order or by a clinician's words."""
        orders = self.record.treatment.ordered
        ran = [
            (each.since, each.until)
            for each in orders
            if each.medicine is MedicineKind.CLEAN_OUT
        ]
        told = [each for each in self.words if each.word in SAID_HOW]
        ends = [each.at for each in told[1:]] + [NEVER]
        ran += [
            (each.at, end)
            for each, end in zip(told, ends, strict=False)
            if each.word is Word.CLEAN_OUT_RUNNING
        ]
        over = [each.at for each in told if each.word in SAID_OVER]
        return [
            (since, min([until, *(each for each in over if each > since)]))
            for since, until in ran
        ]

    def cleaning_out(self, moment: datetime) -> bool:
        """Whether a clean-out runs at a moment."""
        return any(since <= moment < until for since, until in self.clean_outs)

    @cached_property
    def cleared(self) -> Series[datetime]:
        """When clinicians said that it is no constipation."""
        said = [e.at for e in self.words if e.word is Word.NOT_CONSTIPATED]
        return Series.at(said, said)

    @cached_property
    def heard(self) -> Series[datetime]:
        """When something was heard of how it is: a poop, none came, or an answer."""
        told = (
            *(each.at for each in self.of(NoneCame)),
            *(each.at for topic in HEARD for each in self.told_of(topic)),
            *(e.at for e in self.words if e.word in SAID_HOW and e.at > self.start),
        )
        moments = sorted((*self.full.moments, *told))
        return Series.at(moments, moments)

    def told_of(self, topic: Topic) -> list[Interview]:
        """Answers to a question that say something; no answer and "don't know" do not."""
        mute = {Told.DONT_KNOW, Told.YES} if topic is Topic.GAP else {Told.DONT_KNOW}
        return [
            each
            for each in self.answers(topic).items
            if each.at > self.start
            and each.answers is not UNKNOWN
            and not mute.issuperset(each.answers)
        ]

    @cached_property
    def writes_all(self) -> Series[bool]:
        """From when on the family says that it writes every poop down, or no longer does.

        After a pause in writing the answer holds no longer.
        """
        told = (
            (e.at, e.answers == (Told.YES,)) for e in self.told_of(Topic.ALL_WRITTEN)
        )
        paused = (
            (later, False)
            for before, later in pairwise(self.heard.moments)
            if later - before >= WRITING_PAUSE
        )
        return Series(sorted([*told, *paused]))

    @property
    def was_written(self) -> bool:
        """Whether anything was ever said about the child's body."""
        return bool(self._said)

    @cached_property
    def _said(self) -> list[datetime]:
        kinds = (each.kind for each in READING if each.kind not in (Zone, Meal))
        return sorted(each.at for kind in kinds for each in self.of(kind))

    @cached_property
    def words(self) -> Sequence[ClinicianWord]:
        """What clinicians said."""
        return self.record.of(ClinicianWord)

    def by_day(self, moments: Iterable[datetime]) -> Series[int]:
        """Give the days of moments, each once, dated by its last moment."""
        last = {self.days.index(moment): moment for moment in moments}
        return Series((moment, day) for day, moment in last.items())


def by_moment(bouts: list[Bout]) -> Series[Bout]:
    """Make a series of bouts."""
    return Series.at([each.at for each in bouts], bouts)
