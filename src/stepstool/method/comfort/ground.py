"""The ground that facts stand on: the child's days, its age, illness, and what was said.

Nothing older than the horizon is looked at, so that a bounded reading and the whole diary
give the same verdict (rule 8 of the house). Ill is until 48 h after the last vomiting or
watery poop (`N13`). An illness is a bug only if it was called one, or if
vomiting or watery poop was seen; with a cold poops and gaps count as ever.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Final, Generic, TypeVar

from stepstool.method.evidence import topic
from stepstool.method.record import (
    UNKNOWN,
    Entry,
    PartOfDay,
    Reads,
    Record,
    Saying,
    Unknown,
)
from stepstool.method.record.bout import Bout
from stepstool.method.record.clock import Days, learn
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.days import Meal
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerSign,
    Illness,
    IllnessKind,
    MedicineGiven,
    MedicineOrdered,
    Symptom,
    TummyAche,
    Word,
)
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.record.kinds.poop import NoneCame, Poop
from stepstool.method.record.kinds.toileting import Signal
from stepstool.method.record.kinds.visit import Review
from stepstool.method.record.treatment import NEVER

N: Final = topic("comfort")
RECORD: Final = topic("record")
T = TypeVar("T")
E = TypeVar("E", bound=Entry)

# What comfort reads, and how far back: the walk, and before it the gaps of a child or the
# months by which a treatment is judged.
HORIZON: Final = N.span.look_back + max(N.span.own_gap_window, N.span.treatment_long)
# Two days more, since the horizon begins at 04:00 and days change their length; as long as
# a laxative works, to know what the first poops were like; and the week by which smears
# are judged.
BACK: Final = (
    HORIZON + RECORD.span.laxative_works + RECORD.span.smear_week + timedelta(days=2)
)

READING: Final = (
    Reads(kind=Poop, back=BACK),
    Reads(kind=NoneCame, back=BACK),
    Reads(kind=Signal, back=BACK),
    Reads(kind=TummyAche, back=BACK),
    Reads(kind=Illness, back=BACK),
    Reads(kind=MedicineGiven, back=BACK),
    Reads(kind=Meal, back=N.span.breast_fed),
    Reads(kind=Interview),
    Reads(kind=ClinicianWord),
    Reads(kind=MedicineOrdered),
    Reads(kind=DangerSign),
    Reads(kind=Review),
    Reads(kind=Zone),
)
OF_THE_BODY: Final = tuple(
    reads.kind for reads in READING if reads.kind not in (Zone, Meal, Review)
)

# What makes an illness a bug, and which answers about runny poops point to one.
BUG_SYMPTOMS: Final = {Symptom.VOMITING, Symptom.WATERY_POOP}
A_BUG: Final = {Told.SUDDEN_AND_WATERY, Told.FEVER_OR_VOMITING, Told.OTHERS_ILL}
OVERFLOW: Final = (
    Told.DAYS_WITHOUT_OR_HARD_BEFORE,
    Told.SMALL_LEAKS_UNNOTICED,
    Told.WELL_OTHERWISE,
)
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


class Once(Generic[T]):
    """A value of an object, made when it is first asked for, and kept.

    As functools.cached_property, which before Python 3.12 takes a lock each time.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, holder: object, _: type | None = None) -> T:
        value = holder.__dict__[self._name] = self._make(holder)
        return value


class Series(Generic[T]):
    """Things in the order of their moments. A stretch is after `since`, up to `until`."""

    __slots__ = ("items", "moments")

    def __init__(self, dated: Iterable[tuple[datetime, T]]) -> None:
        pairs = list(dated)
        self.moments = [moment for moment, _ in pairs]
        self.items = [item for _, item in pairs]

    @classmethod
    def at(cls, moments: list[datetime], items: list[T]) -> "Series[T]":
        """Make a series of things whose moments are at hand."""
        made = cls(())
        made.moments, made.items = moments, items
        return made

    def count(self, since: datetime, until: datetime) -> int:
        """How many lie in the stretch."""
        if not self.moments or self.moments[-1] <= since:
            return 0
        return bisect_right(self.moments, until) - bisect_right(self.moments, since)

    def within(self, since: datetime, until: datetime) -> Sequence[T]:
        """Those that lie in the stretch."""
        if not self.moments or self.moments[-1] <= since:
            return ()
        first = bisect_right(self.moments, since)
        return self.items[first : bisect_right(self.moments, until)]

    def moments_within(self, since: datetime, until: datetime) -> list[datetime]:
        """The moments that lie in the stretch."""
        if not self.moments or self.moments[-1] <= since:
            return []
        first = bisect_right(self.moments, since)
        return self.moments[first : bisect_right(self.moments, until)]

    def until(self, until: datetime) -> Sequence[T]:
        """All up to a moment."""
        return self.items[: bisect_right(self.moments, until)]

    def first_after(self, since: datetime, until: datetime) -> T | None:
        """The first one in the stretch."""
        place = bisect_right(self.moments, since)
        is_there = place < len(self.moments) and self.moments[place] <= until
        return self.items[place] if is_there else None

    def last(self, until: datetime) -> T | None:
        """The latest one up to a moment."""
        place = bisect_right(self.moments, until)
        return self.items[place - 1] if place else None

    def moment_of_last(self, until: datetime) -> datetime | None:
        """When the latest one was."""
        place = bisect_right(self.moments, until)
        return self.moments[place - 1] if place else None


# No answers, no things; never changed.
EMPTY: Final[Series[Interview]] = Series(())


@dataclass(frozen=True, kw_only=True)
class Ill:
    """One illness."""

    since: datetime
    until: datetime
    # Whether it is of the tummy.
    is_bug: bool
    # From here on a gap is judged again.
    gaps_from: datetime


def illnesses(
    entries: Iterable[Illness], answers: Iterable[Interview], bouts: Sequence[Bout]
) -> list[Ill]:
    """Give the illnesses, stretched by watery poops and told vomiting."""
    runny = [bout.at for bout in bouts if bout.is_runny]
    vomited = [illness.at for illness in entries if has_bug(illness)]
    spells = [
        (illness.at, illness.until or illness.at, _is_called_one(illness))
        for illness in entries
    ]
    spells += [
        (*spell, True) for answer in answers for spell in _answered(answer, runny)
    ]
    signs = sorted(runny + vomited)
    return [_ill(since, until, signs, is_bug=bug) for since, until, bug in spells]


def _is_called_one(illness: Illness) -> bool:
    return illness.illness is IllnessKind.TUMMY_BUG


def has_bug(illness: Illness) -> bool:
    """Whether vomiting or watery poop was written of it."""
    return not BUG_SYMPTOMS.isdisjoint(symptoms_of(illness))


def eats_not(illness: Illness) -> bool:
    """Whether it was written that the child does not eat."""
    return Symptom.NOT_EATING in symptoms_of(illness)


def symptoms_of(illness: Illness) -> frozenset[Symptom]:
    """What was written of it; nothing if nothing was."""
    symptoms = illness.symptoms
    return frozenset() if symptoms is UNKNOWN else frozenset(symptoms)


def says_bug(answer: Interview) -> bool:
    """Whether the three questions about runny poops point to a bug."""
    return not says_overflow(answer) and not A_BUG.isdisjoint(answers_of(answer))


def says_overflow(answer: Interview) -> bool:
    """Whether two of the three questions about runny poops point to overflow."""
    return (
        sum(problem in answers_of(answer) for problem in OVERFLOW)
        >= N.count.runny_answers
    )


def answers_of(answer: Interview | None) -> tuple[Told, ...]:
    """What was ticked; nothing if nothing was."""
    return () if answer is None or answer.answers is UNKNOWN else answer.answers


def _answered(
    answer: Interview, runny: Sequence[datetime]
) -> Iterable[tuple[datetime, datetime]]:
    """A bug that was recognised by its questions began with its first runny poop."""
    if says_bug(answer):
        lately = [
            at for at in runny if answer.at - N.span.runny_window < at <= answer.at
        ]
        yield min(lately, default=answer.at), answer.at


def _ill(
    since: datetime, until: datetime, signs: Sequence[datetime], *, is_bug: bool
) -> Ill:
    """Stretch a spell by each sign that comes while it lasts, but not for ever."""
    end, last = until + N.span.ill_after, None
    for sign in signs:
        if since <= sign <= min(end, since + N.span.ill_longest):
            end, last = max(end, sign + N.span.ill_after), sign
    gaps_from = max(end, last + N.span.gaps_off_after_bug) if last else end
    bug = is_bug or last is not None
    return Ill(
        since=since, until=end, is_bug=bug, gaps_from=gaps_from if bug else since
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
        self.bouts = [bout for bout in record.bouts if bout.at >= self.start]
        self.full = by_moment([bout for bout in self.bouts if bout.is_full])
        unread = [entry for entry in record.unread if entry.at <= record.at]
        self.unread_days = {self.days.index(entry.at) for entry in unread}
        answers = self.of(NoneCame), record.of(Interview)
        learn(self.days, self.full.moments, answers, unread)

    def of(self, kind: type[E]) -> Sequence[E]:
        """Entries of a kind within the horizon."""
        return self.record.within(kind, self.start, self.at)

    def local(self, moment: datetime) -> datetime:
        """The moment on the child's wall clock, to be shown."""
        return self.record.clock.local(moment)

    def when(self, moment: datetime) -> datetime | Saying:
        """The moment of an entry, to be shown: "this morning" has no clock time."""
        part, local = self._parts.get(moment), self.local(moment)
        return part.on(local.date()) if part else local

    @Once
    def _parts(self) -> dict[datetime, PartOfDay]:
        """The moments of which only a part of the day is known."""
        clock, about = self.record.clock, self.record.entries
        parts = ((entry.at, clock.part_of_day(entry)) for entry in about)
        return {at: part for at, part in parts if part}

    def day(self, moment: datetime) -> date:
        """The child's day of a moment within the horizon."""
        return self.days.dates[max(self.days.index(moment), 0)]

    def answers(self, topic: Topic) -> Series[Interview]:
        """The family's answers to one question, by their moments."""
        return self._answers.get(topic, EMPTY)

    @Once
    def _answers(self) -> dict[Topic, Series[Interview]]:
        interviews = self.record.of(Interview)
        topics = {
            interview.topic
            for interview in interviews
            if interview.topic is not UNKNOWN
        }
        return {
            topic: Series(
                (interview.at, interview)
                for interview in interviews
                if interview.topic is topic
            )
            for topic in topics
        }

    @Once
    def ill(self) -> list[Ill]:
        """The illnesses."""
        spells = self.of(Illness)
        answers = self.answers(Topic.RUNNY).items
        return illnesses(spells, answers, self.bouts) if spells or answers else []

    def ill_at(self, moment: datetime) -> Ill | None:
        """The illness the child has at a moment, if any."""
        if not self.ill:
            return None
        now = (spell for spell in self.ill if spell.since <= moment < spell.until)
        return next(now, None)

    def has_bug(self, moment: datetime) -> bool:
        """Whether the child has a tummy bug at a moment, whose poops count nowhere."""
        ill = (spell for spell in self.ill if spell.since <= moment < spell.until)
        return any(spell.is_bug for spell in ill)

    def gaps_count(self, moment: datetime) -> bool:
        """Whether a gap is judged at this moment: not during a bug, nor just after one."""
        off = [spell for spell in self.ill if spell.since <= moment < spell.gaps_from]
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

    @Once
    def _ill_days(self) -> set[int]:
        """The days on which the child was ill, even for a part of them."""
        spells = [
            (self.days.index(spell.since), self.days.index(spell.until))
            for spell in self.ill
        ]
        return {day for first, last in spells for day in range(first, last + 1)}

    def last_entry(self, moment: datetime) -> datetime:
        """When something was last said about the child's body; at least the horizon."""
        place = bisect_right(self._said, moment)
        return self._said[place - 1] if place else self.start

    @Once
    def clean_outs(self) -> list[tuple[datetime, datetime]]:
        """The times in which a clean-out ran, by order or by a clinician's words."""
        orders = self.record.treatment.ordered
        ran = [
            (order.since, order.until)
            for order in orders
            if order.medicine is MedicineKind.CLEAN_OUT
        ]
        telling = [word for word in self.words if word.word in SAID_HOW]
        ends = [word.at for word in telling[1:]] + [NEVER]
        ran += [
            (word.at, end)
            for word, end in zip(telling, ends, strict=False)
            if word.word is Word.CLEAN_OUT_RUNNING
        ]
        over = [word.at for word in telling if word.word in SAID_OVER]
        return [
            (since, min([until, *(moment for moment in over if moment > since)]))
            for since, until in ran
        ]

    def cleaning_out(self, moment: datetime) -> bool:
        """Whether a clean-out runs at a moment."""
        return any(since <= moment < until for since, until in self.clean_outs)

    @Once
    def cleared(self) -> Series[datetime]:
        """When clinicians said that it is no constipation."""
        moments = [e.at for e in self.words if e.word is Word.NOT_CONSTIPATED]
        return Series.at(moments, moments)

    @Once
    def heard(self) -> Series[datetime]:
        """When something was heard of how it is: a poop, none came, or an answer."""
        others = (
            *(answer.at for answer in self.of(NoneCame)),
            *(answer.at for topic in HEARD for answer in self.told_of(topic)),
            *(e.at for e in self.words if e.word in SAID_HOW and e.at > self.start),
        )
        moments = sorted((*self.full.moments, *others))
        return Series.at(moments, moments)

    def told_of(self, topic: Topic) -> list[Interview]:
        """Answers to a question that say something; no answer and "don't know" do not."""
        mute = {Told.DONT_KNOW, Told.YES} if topic is Topic.GAP else {Told.DONT_KNOW}
        return [
            answer
            for answer in self.answers(topic).items
            if answer.at > self.start
            and answer.answers is not UNKNOWN
            and not mute.issuperset(answer.answers)
        ]

    @Once
    def writes_all(self) -> Series[bool]:
        """From when on the family says that it writes every poop down, or no longer does.

        After a pause in writing the answer holds no longer.
        """
        answers = (
            (e.at, e.answers == (Told.YES,)) for e in self.told_of(Topic.ALL_WRITTEN)
        )
        paused = (
            (later, False)
            for before, later in pairwise(self.heard.moments)
            if later - before >= N.span.writing_pause
        )
        return Series(sorted([*answers, *paused]))

    @Once
    def first_day(self) -> int:
        """The first day of which anything is known or written; before it nothing is so.

        Days are known backwards too: "none came since Tuesday". -1 for what is older than the
        horizon, today where nothing was ever written.
        """
        entries = (entry for kind in OF_THE_BODY for entry in self.record.of(kind)[:1])
        written = self.days.index(min((entry.at for entry in entries), default=self.at))
        known = self.days.known
        return min(written, known.index(True)) if True in known else written

    @property
    def was_written(self) -> bool:
        """Whether anything was ever said about the child's body."""
        return bool(self._said)

    @Once
    def _said(self) -> list[datetime]:
        return sorted(entry.at for kind in OF_THE_BODY for entry in self.of(kind))

    @Once
    def words(self) -> Sequence[ClinicianWord]:
        """What clinicians said."""
        return self.record.of(ClinicianWord)

    def by_day(self, moments: Iterable[datetime]) -> Series[int]:
        """Give the days of moments, each once, dated by its last moment."""
        last = {self.days.index(moment): moment for moment in moments}
        return Series((moment, day) for day, moment in last.items())


def by_moment(bouts: list[Bout]) -> Series[Bout]:
    """Make a series of bouts."""
    return Series.at([bout.at for bout in bouts], bouts)
