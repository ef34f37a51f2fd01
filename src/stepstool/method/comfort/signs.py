"""The danger signs: for each how soon to call, whether a family is asked, how the diary shows it.

A sign opens when it is told or shown by the diary, and is closed only by an answer; no
setting and no elapsed time closes it (rule 4 of the method). In parents' words it stands in
the catalogue, under `danger` and `alert`; what the diary saw, under `sign`. A clinician's own
limit of days without a poop replaces ours. Each row names its sources.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from stepstool.method.comfort.comfort import (
    CLOSED_BY,
    COMES_BACK_CLOSED_BY,
    Asked,
    Urgency,
)
from stepstool.method.comfort.facts import Facts, Gap, Sight
from stepstool.method.comfort.ground import (
    SAID_OVER,
    SAID_STUCK,
    symptoms_of,
)
from stepstool.method.comfort.opening import (
    Limit,
    is_cleaning_out,
    limits,
    overflow,
    own_limits,
)
from stepstool.method.comfort.rules import IncompleteError, check_sources, hard, hours
from stepstool.method.comfort.walk import LONG_AGO, WalkStep, good_days
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Dates, Saying, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.days import Meal, MealKind
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerAnswer,
    DangerKey,
    DangerSign,
    Given,
    Illness,
    MedicineGiven,
    Symptom,
    Word,
)
from stepstool.method.record.kinds.poop import Blood
from stepstool.method.record.treatment import OrderStretch

N: Final = topic("comfort")
AT_ONCE: Final = timedelta(0)
A_WEEK: Final = timedelta(weeks=1)
FEVER_OR_VOMITING: Final = {Symptom.FEVER, Symptom.VOMITING}


class Shown(NamedTuple):
    """One time that a sign was there."""

    at: datetime
    saw: Saying
    # Since when, where it goes on.
    since: datetime | None = None

    @property
    def begun(self) -> datetime:
        """When it came anew."""
        return self.since or self.at


Shows = Callable[[Facts, Sequence[WalkStep]], Iterator[Shown]]


@dataclass(frozen=True, kw_only=True, eq=False)
class DangerRow:
    """One row. Set above how the diary shows it, it is of both; `told` takes it alone."""

    key: DangerKey
    urgency: Urgency
    asked: Asked
    sources: tuple[str, ...]
    # What the diary saw: `sign.…` of the catalogue.
    says: tuple[str, ...] = ()
    # It says no more than that it is stuck; a doctor who knows closes it.
    stuck: bool = False
    # It comes and goes, so that "it has stopped" does not close it.
    comes_back: bool = False
    # A milder sign that it says already.
    milder: DangerKey | None = None
    # On a laxative its first words are not to stop that on one's own: `alert.…_on_medicine`.
    loose: bool = False
    # How long an answer keeps still what the diary goes on to show.
    quiet: timedelta = N.span.soon_again
    shows: Shows | None = field(default=None, repr=False)

    def __call__(self, shows: Shows) -> "DangerRow":
        """Put it on the list with how the diary shows it."""
        return listed(replace(self, shows=shows))

    def __post_init__(self) -> None:
        """Refuse a row that lacks something."""
        check_sources(f"danger sign {self.key}", self.sources)

    @property
    def closed_by(self) -> frozenset[DangerAnswer]:
        """The answers that close it; no setting and no elapsed time does."""
        return COMES_BACK_CLOSED_BY if self.comes_back else CLOSED_BY[self.urgency]

    @property
    def sentences(self) -> Iterator[str]:
        """The keys of all that may be said of it."""
        yield from (f"danger.{self.key}", f"alert.{self.key}")
        if self.loose:
            yield f"alert.{self.key}_on_medicine"
        yield from (f"sign.{key}" for key in self.says)


# All signs by their keys, in the order in which they are listed to families.
SIGN_OF: Final[dict[DangerKey, DangerRow]] = {}


def listed(sign: DangerRow) -> DangerRow:
    """Put a sign on the list."""
    if sign.key in SIGN_OF:
        raise IncompleteError(
            f"danger sign {sign.key} stands twice in comfort/signs.py."
        )
    SIGN_OF[sign.key] = sign
    return sign


K, NOW, TODAY, SOON = DangerKey, Urgency.NOW, Urgency.TODAY, Urgency.SOON

# Call at once.

# fmt: off
listed(DangerRow(key=K.GREEN_OR_BLOODY_VOMIT, urgency=NOW, asked=Asked.WHENEVER, sources=("MDCALC-FC", "N3"), comes_back=True))
listed(DangerRow(key=K.SWOLLEN_HARD_TUMMY, urgency=NOW, asked=Asked.WHENEVER, sources=("NICE-T2",)))
listed(DangerRow(key=K.KEEPS_VOMITING, urgency=NOW, asked=Asked.WHENEVER, sources=("N1",)))
listed(DangerRow(key=K.PAIN_WITHOUT_STOP, urgency=NOW, asked=Asked.WHENEVER, sources=("N1", "N8"), comes_back=True))
listed(DangerRow(key=K.PAIN_WITH_FEVER, urgency=NOW, asked=Asked.WHENEVER, sources=("GATE",)))
listed(DangerRow(key=K.RED_JELLY_OR_BLACK, urgency=NOW, asked=Asked.WHENEVER, sources=("N8", "I"), comes_back=True))
listed(DangerRow(key=K.WEAK_LEGS_OR_NO_PEE, urgency=NOW, asked=Asked.WHENEVER, sources=("NICE-T2", "MDCALC-FC"), comes_back=True))
listed(DangerRow(key=K.HARD_TO_WAKE, urgency=NOW, asked=Asked.WHENEVER, sources=("N3", "N4"), comes_back=True))
listed(DangerRow(key=K.AFTER_ENEMA, urgency=NOW, asked=Asked.AFTER_ENEMA, sources=("DAILYMED", "WONG-2018")))
# fmt: on


@DangerRow(key=K.PHOSPHATE_ENEMA, urgency=NOW, asked=Asked.AFTER_ENEMA, sources=("FDA-2014",),
      says=("phosphate_young", "phosphate_again"))  # fmt: skip
def phosphate(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """A phosphate enema under two years (or of unknown age), or two within a day."""
    enemas = [dose for dose in facts.of(MedicineGiven) if _is_phosphate(dose)]
    young = [(e, "phosphate_young") for e in enemas if _is_too_young(facts, e.at)]
    pairs = pairwise(enemas)
    again = [(b, "phosphate_again") for a, b in pairs if _is_soon_after(a, b)]
    for enema, key in (*young, *again):
        yield Shown(enema.at, _saw(key, at=facts.when(enema.at)))


def _is_phosphate(dose: MedicineGiven) -> bool:
    return dose.phosphate is YesNo.YES and dose.outcome is not Given.MISSED


def _is_too_young(facts: Facts, moment: datetime) -> bool:
    unknown = not facts.record.child.born
    return unknown or facts.is_under(N.count.enema_age, facts.days.index(moment))


def _is_soon_after(first: MedicineGiven, second: MedicineGiven) -> bool:
    return second.at - first.at < N.span.enema_again


listed(DangerRow(key=K.YOUNG_BABY, urgency=NOW, asked=Asked.BABY, sources=("N1",)))

# Call today.


@DangerRow(key=K.BLOOD_MIXED_IN, urgency=TODAY, asked=Asked.WHENEVER, sources=("GATE", "N3"),
      says=("blood_mixed_in",))  # fmt: skip
def blood_mixed_in(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """Blood mixed in, or any in a runny poop."""
    for bout in facts.bloody:
        if bout.blood is Blood.MIXED_IN or bout.is_runny:
            yield _bout(facts, bout, "blood_mixed_in")


@DangerRow(key=K.DAYS_WITHOUT, urgency=TODAY, asked=Asked.NEVER, sources=("GATE", "I"),
      says=("days_without", "days_without_over", "days_without_own",
            "days_without_own_named", "days_without_silent",
            "days_without_unwell"))  # fmt: skip
def days_without(facts: Facts, steps: Sequence[WalkStep]) -> Iterator[Shown]:
    """A gap that passed its limit, as long as it goes on.

    A limit that is passed between two steps counts as well: nobody need have looked.
    """
    breast_fed = _is_breast_fed(facts)
    for step, following in zip_longest(steps, steps[1:]):
        sight = step.sight
        until = _goes_on(sight, following.sight.at) if following else sight.at
        # A well breast-fed baby over one month may go for a week.
        goes_days = breast_fed and _may_go_days(sight)
        yield from _too_long(sight, until, goes_days=goes_days)


def _goes_on(sight: Sight, until: datetime) -> datetime:
    """Until when a gap goes on: just before the next sight, or the poop that ends it."""
    ended = sight.facts.full.first_after(sight.at, until)
    return (ended.at if ended else until) - timedelta.resolution


def _is_breast_fed(facts: Facts) -> bool:
    """Whether breast meals were written down lately."""
    meals = facts.record.within(Meal, facts.at - N.span.breast_fed, facts.at)
    return any(meal.meal is MealKind.BREAST for meal in meals)


def _may_go_days(sight: Sight) -> bool:
    return sight.is_baby and not sight.is_under(N.count.first_month)


def _too_long(sight: Sight, until: datetime, *, goes_days: bool) -> Iterator[Shown]:
    gap = sight.gaps.at(sight.at, sight.day)._replace(until=until)
    if gap.length < N.span.days_without_unwell and not own_limits(sight):
        return
    # Only our own limit waits for a breast-fed baby: a clinician's holds, and so does one
    # for a baby that is unwell.
    waits = goes_days and gap.length < N.span.breast_fed_gap
    passed = [
        limit
        for limit in limits(sight, gap)
        if limit.at <= until and not (waits and limit.key == "days_without")
    ]
    if passed:
        first = min(passed)
        yield Shown(until, _saw_gap(sight, gap, first), since=first.at)


def _saw_gap(sight: Sight, gap: Gap, limit: Limit) -> Saying:
    facts = sight.facts
    values: dict[str, Value] = {
        "hours": hours(gap.length),
        "since": facts.when(gap.since) if gap.whole else facts.day(gap.since),
        "until": facts.local(gap.until).date(),
    }
    if gap.until < facts.at - timedelta.resolution:
        came = facts.full.first_after(gap.until - timedelta.resolution, facts.at)
        return _saw("days_without_over" if came else "days_without_silent", **values)
    if limit.word is None:
        return _saw(limit.key, **values)
    name = "" if limit.word.name is UNKNOWN else limit.word.name
    days = 0 if limit.word.days is UNKNOWN else limit.word.days
    values |= {"clinician": name, "count": days, "told": limit.word.at.date()}
    return _saw(f"{limit.key}_named" if name else limit.key, **values)


# fmt: off
listed(DangerRow(key=K.NO_PEE_8_HOURS, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",)))
listed(DangerRow(key=K.CANNOT_DRINK, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",)))
# fmt: on


@DangerRow(key=K.TUMMY_PAIN_A_DAY, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3",),
      says=("long_ache",))  # fmt: skip
def long_ache(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """A tummy ache for longer than a day."""
    for ache in facts.aches.items:
        if ache.until and min(ache.until, facts.at) - ache.at > N.span.tummy_pain:
            yield Shown(ache.at + N.span.tummy_pain, _saw("long_ache"))


# fmt: off
listed(DangerRow(key=K.STUCK_IN_OPENING, urgency=TODAY, asked=Asked.WHENEVER, sources=("N11", "I")))
# fmt: on


@DangerRow(key=K.CLEAN_OUT_UNWELL, urgency=TODAY, asked=Asked.NEVER, sources=("DEVON", "I"),
      says=("clean_out_vomiting", "clean_out_pain", "clean_out_blood"))  # fmt: skip
def clean_out_unwell(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """Vomiting, the strongest pain, or a streak of blood during a clean-out: not expected."""
    for illness in facts.of(Illness):
        if Symptom.VOMITING in symptoms_of(illness) and facts.cleaning_out(illness.at):
            yield Shown(
                illness.at, _saw("clean_out_vomiting", at=facts.when(illness.at))
            )
    for bout, key in _sore_or_bloody(facts):
        if facts.cleaning_out(bout.at):
            yield _bout(facts, bout, key)


def _sore_or_bloody(facts: Facts) -> Iterator[tuple[Bout, str]]:
    yield from ((bout, "clean_out_pain") for bout in facts.screamed)
    for bout in facts.bloody:
        if bout.blood is Blood.ON_THE_SURFACE:
            yield bout, "clean_out_blood"


@DangerRow(key=K.CLEAN_OUT_NOTHING, urgency=TODAY, asked=Asked.NEVER, sources=("I",),
      says=("clean_out_nothing", "clean_out_came_late"))  # fmt: skip
def clean_out_nothing(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """Nothing has come by the time that the prescriber of a clean-out named.

    A full poop is something; leaks may be what runs past what is stuck.
    """
    for order in facts.record.treatment.ordered:
        due = facts.record.treatment.call_by(order)
        if due is not None and order.since >= facts.start:
            yield from _too_late(facts, order, due)


def _too_late(facts: Facts, order: OrderStretch, due: datetime) -> Iterator[Shown]:
    ends = (until for since, until in facts.clean_outs if since == order.since)
    until = min([*ends, facts.at])
    came = facts.full.first_after(order.since, until)
    if came is not None and came.at > due:
        saw = _saw("clean_out_came_late", at=facts.when(came.at))
        yield Shown(came.at, saw, since=due)
    elif came is None and until >= due:
        yield Shown(until, _saw("clean_out_nothing", at=facts.when(due)), since=due)


@DangerRow(key=K.PEEING_HURTS_AND_ILL, urgency=TODAY, asked=Asked.WHENEVER, sources=("N3", "I"),
      milder=K.PEEING_HURTS, says=("peeing_baby", "peeing_and_ill"))  # fmt: skip
def peeing_and_ill(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """Peeing hurts, and there is fever or vomiting, or the child is under one year."""
    for entry in facts.of(DangerSign):
        hurts = entry.sign is DangerKey.PEEING_HURTS
        if not hurts or entry.answer is not DangerAnswer.HERE:
            continue
        if facts.is_under(N.count.baby, facts.days.index(entry.at)):
            yield Shown(entry.at, _saw("peeing_baby"))
        for illness in facts.of(Illness):
            near = abs(illness.at - entry.at) <= N.span.peeing_and_ill
            if near and not symptoms_of(illness).isdisjoint(FEVER_OR_VOMITING):
                yield Shown(max(illness.at, entry.at), _saw("peeing_and_ill"))


def _stuck_under(months: int, saw: str) -> Shows:
    """Stuck or sore under an age."""

    def shows(_: Facts, steps: Sequence[WalkStep]) -> Iterator[Shown]:
        for step in steps:
            since = step.course.stuck_since if step.sight.is_under(months) else None
            if since and _lasts(step, since, AT_ONCE):
                yield Shown(step.sight.at, _saw(saw), since=since)

    return shows


DangerRow(key=K.STUCK_UNDER_2_MONTHS, urgency=TODAY, asked=Asked.NEVER, sources=("N1",),
     says=("stuck_newborn",))(_stuck_under(N.count.newborn, "stuck_newborn"))  # fmt: skip

# Book a visit.


@DangerRow(key=K.TREATMENT_NOT_HELPING, urgency=SOON, asked=Asked.NEVER,
      sources=("GIP-2015", "EMEDI", "I"), quiet=N.span.review_second,
      says=("treatment_long", "not_taken", "still_hard", "still_hard_unlogged"))  # fmt: skip
def not_helping(facts: Facts, steps: Sequence[WalkStep]) -> Iterator[Shown]:
    """A treatment that does not help goes back to whoever ordered it.

    Three months without success, or given as ordered for two weeks and still hard. A known
    diagnosis switches nothing off for good.
    """
    free = None
    for step in steps:
        at = step.sight.at
        free = free if step.course.open else at
        since = began(facts, at)
        if since is None or not step.course.open:
            continue
        if at - max(since, free or since) >= N.span.treatment_long:
            saw = _saw("treatment_long", since=facts.local(since).date())
            yield Shown(at, saw, since=since)
        elif key := _stays_hard(step):
            yield Shown(at, _saw(key), since=since)


def _stays_hard(step: WalkStep) -> str:
    """Say how a softener that was ordered two weeks ago does not soften; or nothing.

    Given as ordered, or nobody wrote whether; or not taken, again and again.
    """
    at, facts = step.sight.at, step.sight.facts
    orders = (e for e in facts.record.treatment.ordered if e.since <= at < e.until)
    newest = max((order.since for order in orders), default=at)
    is_hard = any(finding.rule is hard for finding in step.findings)
    if at - newest < N.span.softens_by or not is_hard:
        return ""
    days_given = facts.given_days.count(at - N.span.softens_by, at)
    missed = facts.missed_days.count(at - N.span.softens_by, at)
    if missed >= N.span.softens_by.days - N.count.given_days and missed > days_given:
        return "not_taken"
    if days_given >= N.count.given_days:
        return "still_hard"
    return "" if days_given or missed else "still_hard_unlogged"


@DangerRow(key=K.STRONG_PAIN_TWICE, urgency=SOON, asked=Asked.NEVER, sources=("NICE-T1", "I"),
      says=("strong_pain",))  # fmt: skip
def strong_pain(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """Two poops at the strongest pain in two weeks, however soft."""
    yield from _often(facts, facts.screamed, N.count.screams, "strong_pain")


@DangerRow(key=K.STREAK_ON_HARD, urgency=SOON, asked=Asked.NEVER, sources=("N1",),
      says=("streak", "streak_soft"))  # fmt: skip
def streak(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """Blood on the surface of a poop that is not runny."""
    for bout in facts.bloody:
        if bout.blood is Blood.ON_THE_SURFACE and not bout.is_runny:
            yield _bout(facts, bout, "streak_soft" if bout.is_soft else "streak")


@DangerRow(key=K.STREAKS_ON_SOFT, urgency=SOON, asked=Asked.NEVER, sources=("N1", "I"),
      says=("streaks_on_soft",))  # fmt: skip
def streaks_on_soft(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """Streaks on poops that were not hard, on several days in a row."""
    row = N.count.soft_streak_days
    soft = (e for e in facts.streaked.items if not e.is_hard and not e.is_runny)
    days = facts.by_day(bout.at for bout in soft)
    in_a_row = zip(days.items, days.items[row - 1 :], strict=False)
    for (first, last), at in zip(in_a_row, days.moments[row - 1 :], strict=True):
        if last - first == row - 1:
            yield Shown(at, _saw("streaks_on_soft", count=row))


@DangerRow(key=K.BLOCKED_THREE_TIMES, urgency=SOON, asked=Asked.NEVER,
      sources=("ROME-CM", "I"), stuck=True, says=("blocked_often",))  # fmt: skip
def blocked(facts: Facts, _: Sequence[WalkStep]) -> Iterator[Shown]:
    """Three that blocked the toilet in two weeks."""
    often = N.count.blocked_often
    yield from _often(facts, facts.blocking.items, often, "blocked_often")


def _often(
    facts: Facts, bouts: Sequence[Bout], times: int, key: str
) -> Iterator[Shown]:
    """Show each one that is the last of so many within two weeks."""
    for first, last in zip(bouts, bouts[times - 1 :], strict=False):
        if last.at - first.at < N.span.window:
            when = Dates(facts.day(first.at), facts.day(last.at))
            yield Shown(last.at, _saw(key, count=times, when=when))


@DangerRow(key=K.LEAKS, urgency=SOON, asked=Asked.NEVER, sources=("NICE-T1",), stuck=True,
      loose=True)  # fmt: skip
def leaks(_: Facts, steps: Sequence[WalkStep]) -> Iterator[Shown]:
    """Leaks as in C4, and as it says; a clean-out brings more of them (DEVON)."""
    for step in steps:
        leaking = [finding for finding in step.opened if finding.rule is overflow]
        fresh = any(step.sight.is_fresh(finding.latest) for finding in leaking)
        if fresh and not is_cleaning_out(step.sight):
            today = leaking[0].of_today(step.sight)
            saw = next(today.because).saw
            yield Shown(step.sight.at, saw, since=leaking[0].latest)


@DangerRow(key=K.RUNNY_14_DAYS, urgency=SOON, asked=Asked.NEVER, sources=("NHS-GHC", "N2"),
      loose=True, says=("runny_long",))  # fmt: skip
def runny_long(facts: Facts, steps: Sequence[WalkStep]) -> Iterator[Shown]:
    """Regularly runny for two weeks."""
    for step in steps:
        at = step.sight.at
        runny = facts.runny.moments_within(at - N.span.runny_long, at)
        if len(runny) < N.count.runny_often or at - runny[0] < N.span.runny_span:
            continue
        days = len(facts.by_day(runny).items)
        expected = step.sight.is_baby or is_cleaning_out(step.sight)
        if days >= N.count.runny_often and not expected:
            when = Dates(facts.day(runny[0]), facts.day(runny[-1]))
            saw = _saw("runny_long", count=days, when=when)
            yield Shown(at, saw, since=runny[0])


@DangerRow(key=K.STUCK_14_DAYS, urgency=SOON, asked=Asked.NEVER, sources=("GATE",), stuck=True,
      says=("stuck_long", "stuck_long_at_least"))  # fmt: skip
def stuck_long(_: Facts, steps: Sequence[WalkStep]) -> Iterator[Shown]:
    """Stuck or sore for two weeks, not getting better, and no clinician knows.

    Closing takes two good weeks by itself; who is well on the way needs no visit (`I`).
    """
    for step in steps:
        since, counted = step.course.stuck_since, step.course.restarted
        if since is None or good_days(step.sight, counted) >= N.count.stuck_long_good:
            continue
        if _lasts(step, since, N.span.stuck_long):
            yield _long(steps, step, since, ("stuck_long", "stuck_long_at_least"))


@DangerRow(key=K.SIGNS_4_WEEKS, urgency=SOON, asked=Asked.NEVER,
      sources=("ROME-CM", "FEDELE-2024", "GATE"), stuck=True,
      says=("signs_long", "signs_long_at_least"))  # fmt: skip
def signs_long(_: Facts, steps: Sequence[WalkStep]) -> Iterator[Shown]:
    """Two findings at a time for four weeks."""
    for step in steps:
        since = step.course.two_since
        if since and _lasts(step, since, N.span.signs_long):
            yield _long(steps, step, since, ("signs_long", "signs_long_at_least"))


def _long(
    steps: Sequence[WalkStep], step: WalkStep, since: datetime, keys: tuple[str, str]
) -> Shown:
    """Say since when; what began before the weeks that are read lasts longer than that."""
    at, (key, at_least) = step.sight.at, keys
    if since <= steps[0].sight.at:
        return Shown(at, _saw(at_least, count=(at - since) // A_WEEK), since=since)
    day = step.sight.facts.local(since).date()
    return Shown(at, _saw(key, since=day), since=since)


def _lasts(step: WalkStep, since: datetime, long: timedelta) -> bool:
    """Whether it has been so long, and no clinician knows."""
    sight = step.sight
    return sight.at - since >= long and not _is_known(sight.facts, since, sight.at)


# fmt: off
listed(DangerRow(key=K.RIBBON_THIN, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")))
listed(DangerRow(key=K.NOT_GROWING, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")))
listed(DangerRow(key=K.PEEING_HURTS, urgency=SOON, asked=Asked.WHENEVER, sources=("MDCALC-FC", "I")))
listed(DangerRow(key=K.NEW_WETTING, urgency=SOON, asked=Asked.ONCE, sources=("MDCALC-FC",)))
listed(DangerRow(key=K.SINCE_BIRTH, urgency=SOON, asked=Asked.ONCE, sources=("NICE-T2", "MDCALC-FC")))
listed(DangerRow(key=K.LOW_BACK_OR_BOTTOM, urgency=SOON, asked=Asked.ONCE, sources=("MDCALC-FC", "MEDALG")))
# fmt: on

DangerRow(key=K.STUCK_UNDER_1_YEAR, urgency=SOON, asked=Asked.NEVER, sources=("I",), stuck=True,
     says=("stuck_baby",))(_stuck_under(N.count.baby, "stuck_baby"))  # fmt: skip


def whole(rows: Mapping[DangerKey, DangerRow]) -> tuple[DangerRow, ...]:
    """Give the rows in their order. Raises IncompleteError where a sign has none."""
    if missing := [key for key in DangerKey if key not in rows]:
        raise IncompleteError(
            f"no danger sign {', '.join(missing)}: add its row to method/comfort/signs.py."
        )
    return tuple(rows.values())


SIGNS: Final = whole(SIGN_OF)


def _bout(facts: Facts, bout: Bout, key: str) -> Shown:
    return Shown(bout.at, _saw(key, at=facts.when(bout.at)))


def _saw(key: str, **values: Value) -> Saying:
    return Saying(key=f"sign.{key}", values=values)


# When clinicians came to know that it is stuck.


def began(facts: Facts, at: datetime) -> datetime | None:
    """Give when the treatment of now began: when a clinician first came to know of it."""
    since = facts.cleared.last(at) or LONG_AGO
    return min(
        (moment for moment in knowing(facts) if since < moment <= at), default=None
    )


def knowing(facts: Facts) -> list[datetime]:
    """When clinicians came to know that it is stuck. Ordering a laxative is knowing."""
    words = [word.at for word in facts.words if _knows(word)]
    answered = [e.at for e in facts.record.of(DangerSign) if _is_known_by(e)]
    return [*words, *answered, *(e.since for e in facts.record.treatment.ordered)]


def _is_known(facts: Facts, since: datetime, at: datetime) -> bool:
    """Whether a clinician knows of what began at `since`, unless it was over before."""
    over = [word.at for word in facts.words if word.word in SAID_OVER]
    before = max((moment for moment in over if moment <= since), default=LONG_AGO)
    return any(before < moment <= at for moment in knowing(facts))


def _is_known_by(answer: DangerSign) -> bool:
    """Whether a doctor knows of a sign that says that it is stuck."""
    if answer.sign is UNKNOWN or not SIGN_OF[answer.sign].stuck:
        return False
    return answer.answer in (DangerAnswer.SEEN, DangerAnswer.DOCTOR_KNOWS)


def _knows(word: ClinicianWord) -> bool:
    general = word.word is Word.KNOWS_ABOUT_IT and word.sign is UNKNOWN
    return general or word.word in SAID_STUCK
