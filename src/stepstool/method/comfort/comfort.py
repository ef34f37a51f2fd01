"""Comfort as a verdict: the states, what each allows, and what is known with it.

The gate limits what grown-ups ask, never what the child chooses: a diaper is always given
when asked for, and a child that goes further by itself is always welcome
(`GATE`). A medicine from below is never proposed, nor how much of it; where one is known to be
dangerous that is said (M18; FDA-2014, DAILYMED, WONG-2018).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Because, Record, Saying, Value
from stepstool.method.record.clock import Days
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.kinds.health import (
    DangerAnswer,
    DangerKey,
    Given,
    MedicineGiven,
)
from stepstool.method.record.kinds.interview import Topic
from stepstool.method.record.kinds.visit import ReviewKey

N: Final = topic("comfort")
Values = Mapping[str, Value]
Span = tuple[datetime, datetime]
NONE: Final = 0


class State(StrEnum):
    """How the child's body feels, read from the diary. On the page: see GLOSSARY.md."""

    UNKNOWN = "unknown"
    COMFORTABLE = "comfortable"
    WATCH = "watch"
    CONSTIPATED = "constipated"
    SEE_A_DOCTOR = "see_a_doctor"

    @property
    def is_shut(self) -> bool:
        """Whether the gate is shut: nothing is asked of the child (rule 1)."""
        return self in (State.CONSTIPATED, State.SEE_A_DOCTOR)


class Urgency(StrEnum):
    """How soon to call; ordered: soon < today < now."""

    SOON = "soon"
    TODAY = "today"
    NOW = "now"

    @property
    def rank(self) -> int:
        """Its place in the order, from 0."""
        return list(Urgency).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < Urgency(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Urgency(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Urgency(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Urgency(other).rank


class Variant(StrEnum):
    """Which sentence of a state fits: `today.<state>.<variant>` of the catalogue."""

    PLAIN = "plain"
    NO_FORM = "no_form"
    NEW = "new"
    SILENT = "silent"
    SILENT_DAYS = "silent_days"
    WAITING = "waiting"
    WAITING_DAYS = "waiting_days"
    ILL = "ill"
    BUG = "bug"
    BACK_AFTER_WEEKS = "back_after_weeks"
    TOO_YOUNG = "too_young"
    AS_TOLD = "as_told"
    WITH_MEDICINE = "with_medicine"
    OWN_MEDICINE = "own_medicine"
    HURT_ONCE = "hurt_once"
    TWO_HARD = "two_hard"
    LONG_GAP = "long_gap"
    HOLDING = "holding"
    LEAKING = "leaking"
    COUNTING = "counting"
    LITTLE_PAINS = "little_pains"
    SAID_NOT_SOFT = "said_not_soft"
    ACHING = "aching"
    A_LITTLE_HARD = "a_little_hard"
    A_LITTLE_RUNNY = "a_little_runny"
    ONLY_ASLEEP = "only_asleep"
    DAYS_TENDER = "days_tender"
    DAYS_NOT_SOFT = "days_not_soft"
    DAYS_HOLDING = "days_holding"
    DAYS_ACHING = "days_aching"
    DAYS_ASLEEP = "days_asleep"
    LONG_TENDER = "long_tender"
    MEDICINE_MISSED = "medicine_missed"
    DAYS_MISSED = "days_missed"
    MEDICINE_OVER = "medicine_over"
    DAYS_OVER = "days_over"
    MEDICINE_AGAIN = "medicine_again"
    MEDICINE_SLOW = "medicine_slow"
    LEAKING_ON_MEDICINE = "leaking_on_medicine"
    CLEAN_OUT = "clean_out"
    RUNNY = "runny"
    DAYS_RUNNY = "days_runny"
    TOLD_ONE = "told_one"
    DOCTOR_KNOWS = "doctor_knows"
    COUNTED_ANEW = "counted_anew"
    UP_AND_DOWN = "up_and_down"
    REVIEW = "review"
    REVIEW_ANEW = "review_anew"
    SOON = "soon"
    TODAY = "today"
    NOW = "now"


class HarderStep(StrEnum):
    """Whether a harder step may be asked for."""

    YES = "yes"
    AFTER_ONE_TAP = "after_one_tap"
    NO = "no"


class Fibre(StrEnum):
    """Whether more fibre may be suggested."""

    GENTLY = "gently"
    WITH_A_CLINICIAN = "with_a_clinician"
    NO = "no"


class Break(StrEnum):
    """What a break from asking means."""

    NOT_NEEDED = "not_needed"
    IN_A_FIGHT = "in_a_fight"
    TREAT_FIRST = "treat_first"


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """What a state allows grown-ups to ask."""

    diaper_when_asked: bool = True
    goes_further_by_itself: bool = True
    # Of the step that the child does.
    reward: bool = True
    harder_step: HarderStep = HarderStep.NO
    # Offers at most.
    sits_a_day: int = NONE
    # So long after a poop that hurt no sit is offered.
    no_sit_after_hurt: timedelta = timedelta(0)
    # Whether more may be promised.
    new_promises: bool = False
    fibre: Fibre = Fibre.GENTLY
    # A listening session (M10).
    listening: bool = False
    break_: Break = Break.NOT_NEEDED


ALLOWED: Final[Mapping[State, Allowed]] = {
    State.UNKNOWN: Allowed(
        harder_step=HarderStep.AFTER_ONE_TAP,
        sits_a_day=N.count.sits_a_day,
        new_promises=True,
    ),
    State.COMFORTABLE: Allowed(
        harder_step=HarderStep.YES,
        sits_a_day=N.count.sits_a_day,
        new_promises=True,
        listening=True,
        break_=Break.IN_A_FIGHT,
    ),
    State.WATCH: Allowed(
        sits_a_day=N.count.sits_a_day,
        no_sit_after_hurt=N.span.no_sit_after_hurt,
        new_promises=True,
        break_=Break.IN_A_FIGHT,
    ),
    State.CONSTIPATED: Allowed(fibre=Fibre.WITH_A_CLINICIAN, break_=Break.TREAT_FIRST),
    State.SEE_A_DOCTOR: Allowed(fibre=Fibre.NO, break_=Break.TREAT_FIRST),
}


def allowed(state: State) -> Allowed:
    """Give what this state allows."""
    return ALLOWED[state]


# How danger signs are asked and answered.


class Asked(StrEnum):
    """When a family is asked about a sign."""

    WHENEVER = "with the others, whenever signs are asked"
    BABY = "with the others, of a baby"
    AFTER_ENEMA = "after a medicine from below"
    ONCE = "once, if never checked"
    NEVER = "never: the diary shows it"


A = DangerAnswer
# The answers that close a sign by how soon to call; and one that comes and goes, so that
# "it has stopped" says little.
CLOSED_BY: Final = {
    Urgency.NOW: frozenset({A.CALLED, A.SEEN, A.STOPPED, A.DOCTOR_KNOWS}),
    Urgency.TODAY: frozenset({A.CALLED, A.SEEN, A.STOPPED, A.DOCTOR_KNOWS}),
    Urgency.SOON: frozenset({A.VISIT_BOOKED, A.DOCTOR_KNOWS, A.SEEN, A.CALLED}),
}
COMES_BACK_CLOSED_BY: Final = frozenset({A.CALLED, A.SEEN})


# Before a medicine from below: hard stops, whom to ask, when to call. What was given in spite
# of them opens the danger signs of `signs`.


def _row(key: str, *sources: str) -> Because:
    return Because(rule=key, saw=Saying(key=f"medicine.{key}"), sources=sources)


STOP_AND_CALL: Final = (
    _row("call.nothing_out", "DAILYMED"),
    _row("call.bleeding", "DAILYMED"),
    _row("call.dry", "DAILYMED"),
    _row("call.sleepy", "WONG-2018"),
    _row("call.stiff", "WONG-2018"),
)
ASK_FIRST: Final = (
    _row("ask.unwell", "DAILYMED"),
    _row("ask.kidney_or_heart", "DAILYMED", "FDA-2014"),
    _row("ask.dry", "DAILYMED", "FDA-2014"),
    _row("ask.change", "DAILYMED"),
    _row("ask.laxative", "DAILYMED"),
    _row("ask.amount", "FDA-2014", "DAILYMED"),
)


def hard_stops(record: Record) -> tuple[Because, ...]:
    """Say why no phosphate enema may be given to this child now; empty if nothing does.

    Under two years (by the youngest possible age, or an unknown one), or within 24 hours
    of another; one of which nobody said what it was counts (FDA-2014).
    """
    stops = []
    months = record.child.youngest_months(record.today)
    if months is UNKNOWN or months < N.count.enema_age:
        stops.append(_stop("under_two"))
    last = _last(record)
    if last and record.at - last.at < N.span.enema_again:
        stops.append(_stop("within_a_day", at=record.clock.local(last.at)))
    return tuple(stops)


def _stop(key: str, **values: Value) -> Because:
    saw = Saying(key=f"medicine.stop.{key}", values=values)
    return Because(rule=f"stop.{key}", saw=saw, sources=("FDA-2014",))


def _last(record: Record) -> MedicineGiven | None:
    doses = (dose for dose in record.of(MedicineGiven) if _may_be_phosphate(dose))
    return max(doses, key=lambda dose: dose.at, default=None)


def _may_be_phosphate(dose: MedicineGiven) -> bool:
    from_below = dose.medicine is MedicineKind.RECTAL and dose.phosphate is UNKNOWN
    was_given = dose.outcome is not Given.MISSED
    return was_given and (from_below or dose.phosphate is YesNo.YES)


# The verdict.


class Counted(StrEnum):
    """What is being counted until the gate opens again."""

    GOOD_DAYS = "good_days"
    SOFT_RUN = "soft_run"


@dataclass(frozen=True, kw_only=True)
class GateProgress:
    """How far it is: `done` of `of`."""

    counted: Counted
    done: int
    of: int


class Asks(StrEnum):
    """What comfort asks before it alarms."""

    GAP = "gap"
    IS_IT_OVER = "is_it_over"
    DANGER_SIGNS = "danger_signs"
    PHOSPHATE = "phosphate"
    RUNNY = "runny"
    FOUR_WEEKS = "four_weeks"
    ALWAYS_SO = "always_so"
    SOFT_AND_PAINLESS = "soft_and_painless"
    ALL_WRITTEN = "all_written"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One question to the family."""

    asks: Asks
    text: Saying
    # The question of the interview that its answer is written to.
    topic: Topic | None = None
    # Danger signs, each answered by an entry of its own.
    signs: tuple[DangerKey, ...] = ()
    # For a gap, the day of the last poop.
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class Alert:
    """A danger sign that is open."""

    key: DangerKey
    urgency: Urgency
    # When it was first there, unanswered, and when last.
    since: datetime
    latest: datetime
    # A family said so; else the diary shows it.
    reported: bool
    because: tuple[Because, ...]
    # Which of its sentences fits, by key.
    says: str


@dataclass(frozen=True, kw_only=True)
class Past:
    """What rooms above need to know of the weeks before the moment.

    Times from when to when, in order; what lasts now ends at the moment asked for.
    """

    # Without a full poop, over known days.
    gaps: Sequence[Span] = ()
    # When holding was seen.
    holding: Sequence[datetime] = ()
    # Times of illness, which may end later.
    ill: Sequence[Span] = ()
    # Times in which a clean-out ran, by order or by a clinician's words.
    clean_outs: Sequence[Span] = ()
    # Times in which the log alone said *constipated*.
    stuck: Sequence[Span] = ()
    # Times in which a danger sign was open.
    called: Sequence[Span] = ()
    # When it hurt, if only a little.
    hurt: Sequence[datetime] = ()
    # The child's own gap, if the family confirmed it.
    own_gap: timedelta | None = None


@dataclass(frozen=True, kw_only=True)
class Stools:
    """Full poops of the last `days` days, in all and in the potty or toilet apart."""

    days: int
    known_days: int
    in_all: int
    in_toilet: int


@dataclass(frozen=True, kw_only=True)
class TreatmentReview:
    """A review of a treatment: its day, as usual or as the family moved it."""

    look: ReviewKey
    at: datetime
    day: date
    is_moved: bool
    # The family said so, or a clinician had a word about that day.
    is_kept: bool


@dataclass(frozen=True, kw_only=True)
class Comfort:
    """The verdict at a moment: how the child's body feels, and all that it rests on."""

    state: State
    urgency: Urgency | None
    # What was seen; never empty.
    because: tuple[Because, ...]
    # What the log alone says, when *see a doctor* lies above it.
    body: State
    # The sentence of the page and the values of its gaps.
    variant: Variant
    values: Values = field(default_factory=dict)
    # What else to know: pain not written down, an age under which rules keep still, …
    notes: tuple[Because, ...] = ()
    # Open danger signs, *now* first.
    alerts: tuple[Alert, ...] = ()
    # For the next visit.
    tell: tuple[Because, ...] = ()
    progress: GateProgress | None = None
    questions: tuple[Asking, ...] = ()
    # Of the last 7 and 28 days.
    stools: tuple[Stools, ...] = ()
    # Which of the last weeks' days are known.
    days: Days = field(repr=False, compare=False)
    past: Past = field(default=Past(), repr=False)
    # The day of the last word, where so long nothing was heard that it is asked before
    # anything else.
    quiet_since: date | None = None
    # The same, also after weeks: then no move and no sit is offered.
    is_quiet: bool = False
    # A doctor was called or saw the child about *now* or *today* within a day: then neither.
    called_lately: bool = False
    # Since when it is tender without a day between.
    tender_since: datetime | None = None
    # The day of the next review of a treatment, and all of them.
    review: date | None = None
    reviews: tuple[TreatmentReview, ...] = ()
    # Whole known days since the last poop that was hard or hurt at all, as far as is read; of a
    # child on a laxative none before it began.
    soft_days: int = 0
    # When the family last said "soft and easy", while that holds.
    said_soft: datetime | None = None
    # When the last poop came of which the form is known.
    typed_at: datetime | None = None

    @property
    def sentence(self) -> Saying:
        """The sentence of the page."""
        key = f"today.{self.state}.{self.variant}"
        return Saying(key=key, values=self.values)
