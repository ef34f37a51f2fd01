"""Facts: what the diary holds, sorted once, and what is to be seen of it from a moment.

A day that is not known breaks a gap: what is counted begins behind it, so that unknown days
never count against the child (rule 9 of the method). What is tender closes again by soft
painless poops in a row (W1): untyped painless ones are passed over; a hard, runny or
hurting one starts the row anew.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from stepstool.method.comfort.ground import (
    Ground,
    Once,
    Series,
    answers_of,
    by_moment,
    eats_not,
)
from stepstool.method.evidence import topic
from stepstool.method.record import LATEST, UNKNOWN
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.health import (
    Given,
    Illness,
    MedicineGiven,
    TummyAche,
)
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.poop import Blood, Sleeping
from stepstool.method.record.kinds.toileting import Meaning, Sign, Signal
from stepstool.method.record.treatment import LAXATIVES

N: Final = topic("comfort")
HOLDING: Final = {
    Sign.STIFF_LEGS,
    Sign.CROSSED_LEGS,
    Sign.TIPTOES,
    Sign.ARCHED_BACK,
    Sign.CLENCHED,
}
MISSED: Final = {Given.MISSED, Given.REFUSED}
# The signs of trouble among the answers to how it was these four weeks.
PROBLEMS: Final = (Told.HARD, Told.HURTS, Told.HUGE, Told.LEAKS, Told.BLOOD)
TROUBLE: Final = {*PROBLEMS, Told.HOLDS_3_DAYS}


class Facts(Ground):
    """What the diary of one child holds up to a moment, in the words of the rules.

    judged: the full poops that count; a bug's poops do not.
    """

    @Once
    def judged(self) -> list[Bout]:
        """The full poops that count."""
        full = self.full.items
        return (
            [bout for bout in full if not self.has_bug(bout.at)] if self.ill else full
        )

    @Once
    def typed(self) -> Series[Bout]:
        """Those whose form was written down."""
        return by_moment([b for b in self.judged if b.texture is not None])

    @Once
    def hard(self) -> Series[Bout]:
        """The hard ones."""
        return by_moment([bout for bout in self.typed.items if bout.is_hard])

    @Once
    def hard_pairs(self) -> Series[Bout]:
        """The second of two hard ones in a row."""
        pairs = pairwise(self.typed.items)
        return by_moment([b for a, b in pairs if a.is_hard and b.is_hard])

    @Once
    def trouble(self) -> Series[Bout]:
        """Those that were hard or hurt."""
        telling = self.telling.items
        return by_moment([b for b in telling if b.is_hard or self.really_hurt(b)])

    @Once
    def soft(self) -> Series[Bout]:
        """The soft ones that did not hurt."""
        soft = (bout for bout in self.typed.items if bout.is_soft)
        return by_moment([bout for bout in soft if not self.really_hurt(bout)])

    @Once
    def runny(self) -> Series[Bout]:
        """The runny ones."""
        return by_moment([bout for bout in self.typed.items if bout.is_runny])

    @Once
    def hurt(self) -> Series[Bout]:
        """Those that hurt."""
        return by_moment([b for b in self.judged if b.hurt and self.really_hurt(b)])

    @Once
    def telling(self) -> Series[Bout]:
        """Those that tell whether it is soft and painless: typed, or known to hurt."""
        return by_moment([b for b in self.judged if b.texture is not None or b.hurt])

    def really_hurt(self, bout: Bout) -> bool:
        """Whether it hurt, and that was no straining of the first months."""
        return bout.hurt and not self._is_straining(bout)

    def _is_straining(self, bout: Bout) -> bool:
        """Crying before a soft poop is normal in the first months (N5)."""
        if not bout.is_soft:
            return False
        return self.is_under(N.count.straining_is_normal, self.days.index(bout.at))

    @Once
    def pain_known(self) -> Series[Bout]:
        """Those of which it was written whether they hurt."""
        return by_moment([b for b in self.judged if b.pain is not None])

    @Once
    def screamed(self) -> list[Bout]:
        """All that hurt most, also while ill."""
        return [bout for bout in self.bouts if (bout.pain or 0) >= N.count.scream]

    @Once
    def little_pains(self) -> Series[Bout]:
        """Those that hurt at all, a little too."""
        little = (bout for bout in self.judged if bout.hurt_a_little)
        return by_moment([bout for bout in little if not self._is_straining(bout)])

    @Once
    def big(self) -> Series[Bout]:
        """The large ones, and those that blocked the toilet."""
        return by_moment([b for b in self.judged if b.is_big])

    @Once
    def blocking(self) -> Series[Bout]:
        """Those that blocked the toilet."""
        return by_moment([b for b in self.big.items if b.blocked_the_toilet])

    @Once
    def streaked(self) -> Series[Bout]:
        """Those with blood on the surface."""
        bloody = (bout for bout in self.bloody if not self.has_bug(bout.at))
        surface = (bout for bout in bloody if bout.blood is Blood.ON_THE_SURFACE)
        return by_moment([bout for bout in surface if bout.is_full])

    @Once
    def bloody(self) -> list[Bout]:
        """All with blood, also while ill."""
        return [bout for bout in self.bouts if bout.blood]

    @Once
    def asleep(self) -> Series[Bout]:
        """Those in sleep."""
        return by_moment([b for b in self.judged if b.sleeping is Sleeping.ASLEEP])

    @Once
    def awake(self) -> Series[Bout]:
        """Those awake."""
        return by_moment([b for b in self.judged if b.sleeping is Sleeping.AWAKE])

    @Once
    def leaks(self) -> Series[Bout]:
        """Leaks that are not a bug's, nor a clean-out's, during which they are expected."""
        leaks = (bout for bout in self.bouts if bout.is_leak)
        well = (bout for bout in leaks if not self.has_bug(bout.at))
        return by_moment([bout for bout in well if not self.cleaning_out(bout.at)])

    @Once
    def holding(self) -> Series[datetime]:
        """The moments of holding."""
        held = (signal for signal in self.of(Signal) if is_holding(signal))
        return Series((signal.at, signal.at) for signal in held)

    @Once
    def holding_days(self) -> Series[int]:
        """The days of holding, each at the last moment of it."""
        return self.by_day(self.holding.moments)

    @Once
    def leak_days(self) -> Series[int]:
        """The days with leaks."""
        return self.by_day(self.leaks.moments)

    @Once
    def aches(self) -> Series[TummyAche]:
        """Tummy aches."""
        return Series((ache.at, ache) for ache in self.of(TummyAche))

    @Once
    def ache_days(self) -> Series[int]:
        """Days with a tummy ache or without appetite, each at the last moment of it."""
        unwell = (*self.aches.moments, *(e.at for e in self.of(Illness) if eats_not(e)))
        return self.by_day(sorted(unwell))

    @Once
    def eased_ache_days(self) -> Series[int]:
        """Days with a tummy ache that a poop ended."""
        aches = self.aches.items
        yes = (ache for ache in aches if ache.better_after_poop is YesNo.YES)
        return self.by_day(ache.at for ache in yes)

    @Once
    def given_days(self) -> Series[int]:
        """Days on which a laxative was given."""
        doses = (e for e in self._laxatives if e.outcome is Given.GIVEN)
        return self.by_day(dose.at for dose in doses)

    @Once
    def missed_days(self) -> Series[int]:
        """Days on which a laxative was missed or refused, and none was given."""
        done = set(self.given_days.items)
        missed = self.by_day(e.at for e in self._laxatives if e.outcome in MISSED)
        pairs = zip(missed.moments, missed.items, strict=True)
        return Series((at, day) for at, day in pairs if day not in done)

    @Once
    def _laxatives(self) -> list[MedicineGiven]:
        """What became of laxatives."""
        return [dose for dose in self.of(MedicineGiven) if dose.medicine in LAXATIVES]

    @Once
    def many_runny_days(self) -> Series[int]:
        """Days with many runny poops, not ill."""
        times = Counter(map(self.days.index, self.runny.moments))
        many = {day for day, count in times.items() if count > N.count.runny_most}
        days = map(self.days.index, self.runny.moments)
        pairs = zip(self.runny.moments, days, strict=True)
        return self.by_day(at for at, day in pairs if day in many)


def is_holding(signal: Signal) -> bool:
    """Whether a signal is holding: by its signs, or because the grown-up says so.

    Hiding, asking for a diaper and refusing are not holding (HIDE-2003).
    """
    if signal.meaning is Meaning.HOLDING:
        return True
    return signal.signs is not UNKNOWN and not HOLDING.isdisjoint(signal.signs)


class Gap(NamedTuple):
    """One gap. whole: it reaches from one full poop to the next, all days known."""

    since: datetime
    until: datetime
    whole: bool

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.until - self.since


class GapSeries:
    """The gaps of a child."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.ended = Series.at(facts.full.moments, list(self._ended()))

    def at(self, moment: datetime, day: int) -> Gap:
        """The gap that is going on at a moment of a day."""
        return self._gap(self._facts.full.moment_of_last(moment), moment, day)

    def own(self, moment: datetime) -> timedelta | None:
        """The child's own gap: the median of the last weeks, of enough gaps."""
        lengths = [
            gap.length.total_seconds()
            for gap in self.ended.within(moment - N.span.own_gap_window, moment)
            if gap.whole
        ]
        if len(lengths) < N.count.own_gap_gaps:
            return None
        return timedelta(seconds=median(lengths))

    def _ended(self) -> Iterator[Gap]:
        full = self._facts.full.moments
        for before, moment in zip([None, *full], full, strict=False):
            yield self._gap(before, moment, self._facts.days.index(moment))

    def _gap(self, last: datetime | None, moment: datetime, day: int) -> Gap:
        if day in self._facts.unread_days:
            return Gap(moment, moment, whole=False)
        days = self._facts.days
        known_since = days.starts[days.last_unknown(day) + 1]
        if last is None or last < known_since:
            return Gap(known_since, moment, whole=False)
        return Gap(last, moment, whole=True)


class Sight:
    """The facts as they are to be seen at one moment of the walk."""

    def __init__(
        self, facts: Facts, gaps: GapSeries, at: datetime, since: datetime
    ) -> None:
        self.facts = facts
        self.gaps = gaps
        self.at = at
        # The number of its day.
        self.day = facts.days.index(at)
        # The sight before, after which things are fresh.
        self.since = since
        # Whether the child is under one year.
        self.is_baby = facts.is_under(N.count.baby, self.day)

    def is_fresh(self, moment: datetime) -> bool:
        """Whether something came since the sight before."""
        return self.since < moment <= self.at

    def is_under(self, months: int) -> bool:
        """Whether the child is under this age."""
        return self.facts.is_under(months, self.day)

    @Once
    def cleared(self) -> datetime:
        """When a clinician last said that it is no constipation; what was before is over."""
        return self.facts.cleared.last(self.at) or self.facts.start

    def back(self, window: timedelta) -> datetime:
        """Give how far a window reaches back: no further than a clinician's clearing."""
        return max(self.at - window, self.cleared)

    @Once
    def gap(self) -> Gap:
        """The gap that is going on; of no length while gaps do not count."""
        gap = self.gaps.at(self.at, self.day)
        since = self.cleared if self.facts.gaps_count(self.at) else self.at
        return gap if gap.since >= since else Gap(since, gap.until, gap.whole)

    @Once
    def heard(self) -> datetime | None:
        """When something was last heard of how it is: a poop, none came, an answer."""
        return self.facts.heard.last(self.at)

    @Once
    def lapses(self) -> datetime:
        """When the first whole day without a word is over: from then on silence may lift.

        What was found just before stays until the next word.
        """
        days = self.facts.days
        last = self.heard or self.facts.last_entry(self.at)
        first = days.index(last) + 1
        return days.starts[first + 1] if first + 1 < len(days) else LATEST

    @property
    def is_quiet(self) -> bool:
        """Whether it is to be asked, before anything else, whether one came.

        Nothing was heard for too long; or no poop came for as long, over days of which one
        is not known.
        """
        if self.heard is None:
            return False
        return self.at - self.heard >= self._patience or self._has_unknown_days()

    def _has_unknown_days(self) -> bool:
        last = self.facts.full.moment_of_last(self.at)
        if last is None or self.at - last < self._patience:
            return False
        if not self.facts.gaps_count(self.at):
            return False
        return self.gaps.at(self.at, self.day).since > last

    @property
    def is_silent(self) -> bool:
        """Whether nothing was heard for so long that it is no longer known how it is."""
        patience = N.span.silent_slow if self.is_slow else N.span.silent
        return self.heard is not None and self.at - self.heard >= patience

    @property
    def _patience(self) -> timedelta:
        """Holding, and a family that writes every poop down, bring the question forward."""
        heard = self.heard or self.at
        if self.facts.holding.count(heard, self.at):
            return N.span.ask_gap_held
        if self.is_slow:
            return N.span.silent_slow
        writes_all = self.facts.writes_all.last(self.at)
        return N.span.ask_gap_all_written if writes_all else N.span.ask_gap

    @Once
    def own_gap(self) -> timedelta | None:
        """The child's own gap, once the family confirmed that it was always so."""
        answer = self.facts.answers(Topic.ALWAYS_SO).last(self.at)
        if answer is None or answer.answers != (Told.YES,):
            return None
        return self.gaps.own(self.at)

    @property
    def is_slow(self) -> bool:
        """Whether this child has always gone rarely, soft and easy."""
        return self.own_gap is not None and self.own_gap > N.span.slow

    @property
    def few_gap(self) -> timedelta:
        """A gap from here on is few."""
        own = self.own_gap
        return (
            N.span.few_gap
            if own is None
            else max(N.span.few_gap, own + N.span.own_gap_grace)
        )

    @property
    def long_gap(self) -> timedelta:
        """A gap from here on is stuck."""
        return N.span.long_gap_slow if self.is_slow else N.span.long_gap

    @property
    def soft_run(self) -> int:
        """So many soft painless poops in a row end what is tender."""
        return N.count.soft_run_slow if self.is_slow else N.count.soft_run


def lately(sight: Sight) -> Interview | None:
    """The newest answer to how it was these four weeks."""
    return sight.facts.answers(Topic.FOUR_WEEKS).last(sight.at)


def problems_of(answer: Interview | None) -> list[Told]:
    """The signs of trouble in an answer, without holding."""
    answers = answers_of(answer)
    return [problem for problem in PROBLEMS if problem in answers]


def is_a_problem(answer: Interview | None) -> bool:
    """C5: two signs, or holding alone (few and holding at once)."""
    held = Told.HOLDS_3_DAYS in answers_of(answer)
    return held or len(problems_of(answer)) >= N.count.told_signs


def said_soft(sight: Sight) -> datetime | None:
    """When the family last said "soft and easy", if that still holds."""
    tap = sight.facts.answers(Topic.SOFT_AND_PAINLESS).last(sight.at)
    answer = lately(sight)
    moments = [tap.at] if tap and tap.answers == (Told.YES,) else []
    ticked = answers_of(answer)
    if answer and Told.SOFT_AND_EASY in ticked and TROUBLE.isdisjoint(ticked):
        moments.append(answer.at)
    latest = max(moments, default=None)
    return latest if latest and sight.at - latest < N.span.told_lasts else None


def sees_it_differently(sight: Sight) -> bool:
    """Whether a parent said so within the last days."""
    answer = sight.facts.answers(Topic.SEE_IT_DIFFERENTLY).last(sight.at)
    return answer is not None and sight.at - answer.at < N.span.different_view


def is_tender(sight: Sight, since: datetime) -> bool:
    """Whether what happened at `since` still makes it tender; silent days end nothing."""
    lasts = sight.at - since
    if lasts < N.span.tender_least:
        return True
    days = sight.facts.days
    known = days.count_known(days.index(since) + 1, sight.day + 1)
    over = lasts >= N.span.tender_most and known >= N.span.tender_most.days
    return not over and not _was_eased(sight, since)


def soft_run(sight: Sight, since: datetime) -> int:
    """How many soft painless poops in a row came since, up to now."""
    run = 0
    for bout in sight.facts.telling.within(since, sight.at):
        run = run + 1 if is_soft_and_painless(sight.facts, bout) else 0
    return run


def _was_eased(sight: Sight, since: datetime) -> bool:
    run = 0
    for bout in sight.facts.telling.within(since, sight.at):
        run = run + 1 if is_soft_and_painless(sight.facts, bout) else 0
        if run >= sight.soft_run:
            return True
    return False


def is_soft_and_painless(facts: Facts, bout: Bout) -> bool:
    """Whether a poop was soft and did not hurt; pain not written down is none."""
    return bout.is_soft and not facts.really_hurt(bout)
