"""What to expect of an ordered treatment on this day, what not, and whom to tell.

A clean-out has its days, what belongs to it and what never does; then comes the everyday
medicine, which works while it is given. Nothing here names a medicine, how much, or an end of
its own: what is harder or softer than wished goes back to the prescriber (M18, rule 4 of the
method). That soiling, ache and runny poops belong to a clean-out: `DEVON`, `READING-CLEAR`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from stepstool.method import comfort
from stepstool.method.comfort import Comfort, TreatmentReview, Urgency, allowed
from stepstool.method.evidence import topic
from stepstool.method.record import Record, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerKey,
    Given,
    MedicineGiven,
    Word,
)
from stepstool.method.record.treatment import OrderStretch

N: Final = topic("treatment")
READING: Final = comfort.READING
A_DAY: Final = timedelta(days=1)


class TreatmentStage(StrEnum):
    """Where a treatment stands."""

    CLEAN_OUT = "clean_out"
    # Its last day is over, and nobody said that it did its work.
    ENDED = "ended"
    # A clinician said that it is over, and no everyday medicine is written down.
    WHAT_NEXT = "what_next"
    MAINTENANCE = "maintenance"
    NONE = "none"


class Doses(StrEnum):
    """What was written of one kind of medicine on a day."""

    GIVEN = "given"
    SOME = "some"
    MISSED = "missed"
    UNWRITTEN = "unwritten"


class DoseDay(NamedTuple):
    """A day on which a medicine was ordered, and what was written of it."""

    day: date
    doses: Doses


@dataclass(frozen=True, kw_only=True)
class TreatmentDay:
    """The treatment on the day of a record."""

    stage: TreatmentStage
    # Of a clean-out, counted from 1; 0 otherwise.
    day: int = 0
    # What to know today, the most important first.
    says: tuple[Saying, ...] = ()
    # Of a clean-out: what belongs to it, and the signs that never do and mean a call.
    expected: tuple[Saying, ...] = ()
    not_expected: tuple[DangerKey, ...] = ()
    # By when something must have come, as the prescriber named it; None once it came.
    call_by: datetime | None = None
    # Whether to ask if the clean-out is over.
    asks_whether_over: bool = False
    # Of everyday medicine: the last days, today last.
    week: tuple[DoseDay, ...] = ()
    # Whether the prescriber wants to hear of this.
    is_for_prescriber: bool = False
    reviews: tuple[TreatmentReview, ...] = ()
    sources: tuple[str, ...] = ()


# A clean-out.

EXPECTED: Final = ("soiling", "ache", "several")
# *Now* first; each stands on the list of danger signs, and is answered there.
NOT_EXPECTED: Final = (
    DangerKey.GREEN_OR_BLOODY_VOMIT,
    DangerKey.SWOLLEN_HARD_TUMMY,
    DangerKey.KEEPS_VOMITING,
    DangerKey.PAIN_WITHOUT_STOP,
    DangerKey.RED_JELLY_OR_BLACK,
    DangerKey.CLEAN_OUT_UNWELL,
    DangerKey.CLEAN_OUT_NOTHING,
    DangerKey.BLOOD_MIXED_IN,
    DangerKey.CANNOT_DRINK,
    DangerKey.TUMMY_PAIN_A_DAY,
)


class CleanOut(NamedTuple):
    """A clean-out as its days are judged."""

    day: int
    # Whether a full poop has come since it began.
    came: bool
    # Whether a sign of *now* or *today* is open.
    calls: bool


@dataclass(frozen=True, kw_only=True)
class DayRow(Row[CleanOut]):
    """What is said of a day of a clean-out: `treatment.day.<key>`."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its sentence."""
        return (f"treatment.day.{self.key}",)


def _calls(felt: Comfort) -> bool:
    return felt.urgency in (Urgency.NOW, Urgency.TODAY)


DAYS_SAY: Final = decision_table(
    DayRow(
        key="call", when="a sign of now or today is open", fits=lambda case: case.calls
    ),
    DayRow(
        key="long",
        when="after {long_clean_out} days",
        fits=lambda case: case.day > N.count.long_clean_out,
    ),
    DayRow(
        key="first",
        when="the first day, and nothing has come",
        fits=lambda case: case.day == 1 and not case.came,
    ),
    DayRow(
        key="waiting",
        when="a later day, and nothing has come",
        fits=lambda case: not case.came,
    ),
    DayRow(
        key="softening",
        when="it has begun, before day {empties_from}",
        fits=lambda case: case.day < N.count.empties_from,
    ),
    DayRow(key="emptying", when="it has begun, from then on", fits=always),
)


def treatment_of(record: Record, felt: Comfort) -> TreatmentDay:
    """Say what to expect of the treatment at the moment of a record; it reads `READING`."""
    if began := _clean_out_began(record, felt):
        return _clean_out(record, felt, began)
    word = _last_word(record)
    if _is_unanswered(record, word):
        return _after(TreatmentStage.ENDED, felt, asks_whether_over=True)
    order = record.treatment.ordered_at(MedicineKind.SOFTENER, record.at)
    if order is not None:
        return _maintenance(record, felt, order)
    if _is_over_lately(record, word):
        return _after(TreatmentStage.WHAT_NEXT, felt)
    return TreatmentDay(stage=TreatmentStage.NONE, reviews=felt.reviews)


def _clean_out_began(record: Record, felt: Comfort) -> datetime | None:
    """Give when the clean-out of now began, with its first dose where that is written."""
    running = [a for a, b in felt.past.clean_outs if a <= record.at < b]
    order = record.treatment.ordered_at(MedicineKind.CLEAN_OUT, record.at)
    if order is None or order.since not in running:
        return max(running, default=None)
    return record.treatment.first_dose(order)


def _clean_out(record: Record, felt: Comfort, began: datetime) -> TreatmentDay:
    came = any(bout.is_full and bout.at > began for bout in record.bouts)
    day = (record.today - record.clock.day(began)) // A_DAY + 1
    order = record.treatment.ordered_at(MedicineKind.CLEAN_OUT, record.at)
    row = first_that_fits(DAYS_SAY, CleanOut(day, came, calls=_calls(felt)))
    last_day = order and order.until - record.at <= A_DAY
    return TreatmentDay(
        stage=TreatmentStage.CLEAN_OUT,
        day=day,
        says=(*_say(row.sentences[0]), *_say("treatment.drink", "treatment.near")),
        expected=_say(*(f"treatment.expected.{key}" for key in EXPECTED)),
        not_expected=NOT_EXPECTED,
        call_by=record.treatment.call_by(order) if order and not came else None,
        asks_whether_over=bool(came or last_day),
        is_for_prescriber=day > N.count.long_clean_out,
        reviews=felt.reviews,
        sources=("DEVON", "READING-CLEAR", "I"),
    )


def _last_word(record: Record) -> ClinicianWord | None:
    """Give the newest word of a clinician on how far a treatment is."""
    words = [e for e in record.of(ClinicianWord) if e.word in comfort.SAID_HOW]
    return words[-1] if words else None


def _is_unanswered(record: Record, word: ClinicianWord | None) -> bool:
    """Whether the last day of a clean-out is over, and nobody said how it went."""
    since = record.at - N.span.asks_after
    ended = [
        order.since
        for order in record.treatment.ordered
        if order.medicine is MedicineKind.CLEAN_OUT and since < order.until <= record.at
    ]
    return bool(ended) and (word is None or word.at <= ended[-1])


def _is_over_lately(record: Record, word: ClinicianWord | None) -> bool:
    """Whether the newest word, of the last weeks, is that a clean-out is over."""
    if word is None or word.word is not Word.CLEAN_OUT_OVER:
        return False
    return record.at - word.at < N.span.asks_after


def _after(
    stage: TreatmentStage, felt: Comfort, *, asks_whether_over: bool = False
) -> TreatmentDay:
    return TreatmentDay(
        stage=stage,
        says=_say(f"treatment.after.{stage}"),
        asks_whether_over=asks_whether_over,
        is_for_prescriber=True,
        reviews=felt.reviews,
        sources=("EMEDI", "GIP-2015"),
    )


# Everyday medicine.


class WeekOfForms(NamedTuple):
    """How the poops of the last days looked on everyday medicine, by their count."""

    hard: int
    runny: int
    soft: int
    # Whether a sign of *now* or *today* is open.
    calls: bool


def _is_hard(week: WeekOfForms) -> bool:
    return week.hard >= N.count.hard


def _is_runny(week: WeekOfForms) -> bool:
    return week.runny >= N.count.runny


@dataclass(frozen=True, kw_only=True)
class FormRow(Row[WeekOfForms]):
    """What is said of the form: `treatment.form.<key>`."""

    # Whether the prescriber wants to hear of it.
    tell: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its sentence."""
        return (f"treatment.form.{self.key}",)


FORM_SAYS: Final = decision_table(
    FormRow(key="call", when="a sign of now or today is open", fits=lambda week: week.calls),
    FormRow(
        key="both",
        tell=True,
        when="harder as well as softer than wished",
        fits=lambda week: _is_hard(week) and _is_runny(week),
    ),
    FormRow(key="harder", tell=True, when="{hard} or more hard ones", fits=_is_hard),
    FormRow(key="softer", tell=True, when="{runny} or more runny ones", fits=_is_runny),
    FormRow(key="fits", when="{soft} or more soft ones", fits=lambda week: week.soft >= N.count.soft),
    FormRow(key="unknown", when="otherwise", fits=always),
)  # fmt: skip


def _maintenance(record: Record, felt: Comfort, order: OrderStretch) -> TreatmentDay:
    row = first_that_fits(FORM_SAYS, _week_of(record, felt, order.since))
    days = tuple(_dose_days(record, order))
    missed = any(day.doses in (Doses.MISSED, Doses.SOME) for day in days)
    keys = [*row.sentences, *(["treatment.missed"] if missed else ())]
    sits = "sits" if allowed(felt.state).sits_a_day else "no_sits"
    return TreatmentDay(
        stage=TreatmentStage.MAINTENANCE,
        says=_say(*keys, "treatment.taper", f"treatment.{sits}"),
        week=days,
        is_for_prescriber=row.tell,
        reviews=felt.reviews,
        sources=("READING", "GIP-2015", "I"),
    )


def _week_of(record: Record, felt: Comfort, ordered: datetime) -> WeekOfForms:
    """Count the full poops of the last days by their form, none from before the order."""
    since = max(ordered, record.at - N.span.judged)
    full = [bout for bout in record.bouts if bout.is_full and bout.at > since]
    return WeekOfForms(
        hard=sum(bout.is_hard for bout in full),
        runny=sum(bout.is_runny for bout in full),
        soft=sum(bout.is_soft for bout in full),
        calls=_calls(felt),
    )


def _dose_days(record: Record, order: OrderStretch) -> Iterator[DoseDay]:
    by_day = _outcomes(record, order)
    first = record.clock.day(order.since)
    for back in reversed(range(N.span.judged.days)):
        day = record.today - timedelta(days=back)
        if day >= first:
            yield DoseDay(day, _doses(by_day[day]))


def _outcomes(record: Record, order: OrderStretch) -> Mapping[date, list[Given]]:
    """Give what became of each dose of an ordered kind, by day."""
    by_day: dict[date, list[Given]] = defaultdict(list)
    for dose in record.of(MedicineGiven):
        if dose.medicine is order.medicine and isinstance(dose.outcome, Given):
            by_day[record.clock.day(dose.at)].append(dose.outcome)
    return by_day


def _doses(outcomes: Sequence[Given]) -> Doses:
    if not outcomes:
        return Doses.UNWRITTEN
    given = outcomes.count(Given.GIVEN)
    if not given:
        return Doses.MISSED
    return Doses.GIVEN if given == len(outcomes) else Doses.SOME


def _say(*keys: str) -> tuple[Saying, ...]:
    return tuple(Saying(key=key) for key in keys)
