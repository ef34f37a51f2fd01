"""The sentence of how it is: for each state the first row that fits, with the values of its gaps.

What stands for weeks is said with its days, so that no family reads one text for ever; what the
medicine does is said as its doing, and what nobody heard as not known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, NamedTuple

from stepstool.method.comfort.comfort import (
    State,
    Values,
    Variant,
)
from stepstool.method.comfort.facts import Sight
from stepstool.method.comfort.ground import SAID_STUCK
from stepstool.method.comfort.opening import (
    is_cleaning_out,
    last_word,
    medicine,
    overflow,
    runny,
)
from stepstool.method.comfort.reviews import is_due
from stepstool.method.comfort.rules import hours, hurt, leak
from stepstool.method.comfort.walk import (
    JUST,
    Body,
    WalkStep,
    good_days,
    ill,
    is_back,
    quiet_since,
    soft_run_since,
    told_soft,
)
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.interview import Topic
from stepstool.method.record.treatment import Treatment

N: Final = topic("comfort")
A_WEEK: Final = timedelta(weeks=1)


class ChosenVariant(NamedTuple):
    """A variant and the values of its gaps."""

    variant: Variant
    values: Values


class SentenceCase(NamedTuple):
    """What a sentence is chosen by."""

    step: WalkStep
    body: Body

    @property
    def good_days(self) -> int:
        """The good days of a child that is stuck."""
        return good_days(self.step.sight, self.step.course.restarted)

    @property
    def treatment(self) -> Treatment:
        """What was ordered and given."""
        return self.step.sight.facts.record.treatment


@dataclass(frozen=True, kw_only=True)
class SentenceRow(Row[SentenceCase]):
    """One sentence of a state: `today.<state>.<key>`; the key is its variant."""

    state: State
    values: Callable[[SentenceCase], Values] = lambda _: {}
    # Where the rules that hold choose it.
    say: Callable[[SentenceCase], ChosenVariant] | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its sentence; those of the rules stand in their rows."""
        return (f"today.{self.state}.{self.key}",)

    def sentence(self, case: SentenceCase) -> ChosenVariant:
        """Give the sentence with its values."""
        if self.say:
            return self.say(case)
        return ChosenVariant(Variant(self.key), self.values(case))


def sentence_of(step: WalkStep, body: Body) -> ChosenVariant:
    """Give the sentence for the body's state."""
    case = SentenceCase(step, body)
    return first_that_fits(SENTENCES[body.state], case).sentence(case)


def _is_back(case: SentenceCase) -> bool:
    return is_back(case.step)


def _is_ordered(case: SentenceCase) -> bool:
    return case.treatment.laxative_ordered(case.step.sight.at)


def _is_on_laxative(case: SentenceCase) -> bool:
    return case.treatment.on_laxative(case.step.sight.at)


def _leaks_on_medicine(case: SentenceCase) -> bool:
    """Loose or leaking on a laxative: the first words are not to stop it on one's own."""
    return _is_on_laxative(case) and not LOOSE.isdisjoint(case.body.rules)


LOOSE: Final = {overflow, leak, runny}


def _is_missed(case: SentenceCase) -> bool:
    missed = medicine in case.body.rules and _is_ordered(case)
    return missed and not _is_given_again(case.step.sight)


def _is_given_again(sight: Sight) -> bool:
    """Whether it was given on as many days since it was last missed as make it missed."""
    return _days_given_again(sight) >= N.count.missed_days


def _days_given_again(sight: Sight) -> int:
    """On how many days it was given since it was last missed."""
    last = sight.facts.missed_days.moment_of_last(sight.at) or sight.at
    return sight.facts.given_days.count(last, sight.at)


def _is_slow(sight: Sight) -> bool:
    """Whether it was given again for a week, and one was hard or hurt in that time."""
    last = sight.facts.missed_days.moment_of_last(sight.at) or sight.at
    given = _days_given_again(sight) >= N.span.week.days
    return given and bool(sight.facts.trouble.count(last, sight.at))


def _is_named(case: SentenceCase) -> bool:
    """Whether a clinician's word stands, and it is known whose."""
    word = last_word(case.step.sight)
    return word is not None and word.word in SAID_STUCK and word.name is not UNKNOWN


def _whose(case: SentenceCase) -> Values:
    word = last_word(case.step.sight)
    name = "" if word is None or word.name is UNKNOWN else word.name
    return {"clinician": name, "count": case.good_days}


def _is_reviewed(case: SentenceCase) -> bool:
    return _is_named(case) and is_due(case.step)


def _is_reviewed_anew(case: SentenceCase) -> bool:
    return _is_reviewed(case) and not case.good_days


def _is_named_anew(case: SentenceCase) -> bool:
    """Whether no good day is counted: then none is said, least of all as a nought."""
    return _is_named(case) and not case.good_days


def _goes_up_and_down(case: SentenceCase) -> bool:
    """The same in every second week of it, so that no words stand for long."""
    at = case.step.sight.at
    weeks = (at - (case.step.course.stuck_since or at)) // A_WEEK
    return _is_named_anew(case) and weeks % 2 == 1


def _counted(case: SentenceCase) -> Values:
    return {"count": case.good_days, "of": N.count.good_days}


def _as_opened(case: SentenceCase) -> ChosenVariant:
    """As the first rule says that opens it now and has words of its own."""
    step, body = case
    now = (finding.rule for finding in step.opened if finding.rule in body.rules)
    own = (rule.variant for rule in now if rule.variant is not Variant.PLAIN)
    return _with_hours(step.sight, next(own, Variant.PLAIN))


def _is_long_tender(case: SentenceCase) -> bool:
    since = case.body.since
    return since is not None and case.step.sight.at - since >= N.span.tender_long


def _weeks_tender(case: SentenceCase) -> Values:
    """Whole weeks of it, as far back as rules look: at least so many."""
    since = case.body.since or case.step.sight.at
    return {"count": (case.step.sight.at - since) // A_WEEK}


def _as_it_leads(case: SentenceCase) -> ChosenVariant:
    """As the rule says that leads; none of its words stand for more than a week."""
    step, body = case
    variant = _leading(case)
    if variant in (Variant.HURT_ONCE, Variant.COUNTING):
        progress = soft_run_since(step, body)
        return ChosenVariant(variant, {"count": progress.done, "of": progress.of})
    if variant in (Variant.MEDICINE_AGAIN, Variant.MEDICINE_SLOW):
        return ChosenVariant(variant, {"count": _days_given_again(step.sight)})
    days = _days_tender(case)
    if variant in WITH_DAYS and days >= N.span.week.days:
        return ChosenVariant(WITH_DAYS[variant], {"count": days})
    return _with_hours(step.sight, variant)


def _leading(case: SentenceCase) -> Variant:
    """Give the words of the rule that leads, where they fit."""
    body = case.body
    if body.rules[0].opens is not State.WATCH:
        # What a parent sees differently is *stuck* by its row, and its words do not fit.
        return Variant.PLAIN
    if body.variant is Variant.MEDICINE_MISSED:
        return _of_the_medicine(case)
    if body.variant is Variant.HURT_ONCE and hurt in body.rules:
        return Variant.PLAIN
    return body.variant


def _of_the_medicine(case: SentenceCase) -> Variant:
    """Say that it is over, given again, if in vain so far, or left out."""
    if not _is_ordered(case):
        return Variant.MEDICINE_OVER
    sight = case.step.sight
    if _is_slow(sight):
        return Variant.MEDICINE_SLOW
    again = _is_given_again(sight)
    return Variant.MEDICINE_AGAIN if again else Variant.MEDICINE_MISSED


# What is said with its days, once it has been tender for a week.
WITH_DAYS: Final[Mapping[Variant, Variant]] = {
    Variant.PLAIN: Variant.DAYS_TENDER,
    Variant.TWO_HARD: Variant.DAYS_TENDER,
    Variant.LITTLE_PAINS: Variant.DAYS_TENDER,
    Variant.SAID_NOT_SOFT: Variant.DAYS_NOT_SOFT,
    Variant.HOLDING: Variant.DAYS_HOLDING,
    Variant.ACHING: Variant.DAYS_ACHING,
    Variant.ONLY_ASLEEP: Variant.DAYS_ASLEEP,
    Variant.MEDICINE_MISSED: Variant.DAYS_MISSED,
    Variant.MEDICINE_OVER: Variant.DAYS_OVER,
    Variant.RUNNY: Variant.DAYS_RUNNY,
}


def _days_tender(case: SentenceCase) -> int:
    """The child's days since the first of it; a morning speaks of the day before."""
    sight = case.step.sight
    since = case.body.since or sight.at
    return sight.day - sight.facts.days.index(since - JUST)


def _with_hours(sight: Sight, variant: Variant) -> ChosenVariant:
    """A long gap is told in hours; a few poops in a week are not one."""
    if variant is not Variant.LONG_GAP:
        return ChosenVariant(variant, {})
    if sight.gap.length < N.span.ask_gap:
        return ChosenVariant(Variant.PLAIN, {})
    return ChosenVariant(variant, {"hours": hours(sight.gap.length)})


def _is_quiet(case: SentenceCase) -> bool:
    """Whether to ask about the days since the last word."""
    return quiet_since(case.step) is not None


def _is_answered(case: SentenceCase) -> bool:
    """Whether that was answered today; then only wait."""
    sight = case.step.sight
    answer = sight.facts.answers(Topic.GAP).last(sight.at)
    today = sight.facts.days.starts[sight.day]
    return _is_quiet(case) and answer is not None and answer.at >= today


def _since(case: SentenceCase) -> Values:
    since = quiet_since(case.step)
    return {"since": since} if since else {}


def _days_quiet(case: SentenceCase) -> int:
    """The child's days since the last one that was written."""
    sight = case.step.sight
    today = sight.facts.days.dates[sight.day]
    return (today - (quiet_since(case.step) or today)).days


def _count_quiet(case: SentenceCase) -> Values:
    return {"count": _days_quiet(case)}


def _is_new(case: SentenceCase) -> bool:
    sight = case.step.sight
    return not sight.facts.full.items and not sight.is_silent


def _fell_quiet(case: SentenceCase) -> bool:
    return _is_quiet(case) and not _is_new(case)


def _fell_quiet_and_answered(case: SentenceCase) -> bool:
    return _is_answered(case) and not _is_new(case)


def _days_written(case: SentenceCase) -> int:
    """The days on which a full poop was written, as far as is read."""
    facts = case.step.sight.facts
    return len({facts.days.index(bout.at) for bout in facts.full.items})


def _lacks_the_form(case: SentenceCase) -> bool:
    """Whether poops were written on a week's days, and lately, and too few with their form."""
    facts, at = case.step.sight.facts, case.step.sight.at
    lately = facts.full.count(at - N.span.window, at)
    few = facts.typed.count(at - N.span.window, at) < N.count.comfortable_typed
    return bool(lately) and few and _days_written(case) >= N.span.week.days


def _count_written(case: SentenceCase) -> Values:
    return {"count": _days_written(case)}


def _for_a_week(
    quiet: Callable[[SentenceCase], bool],
) -> Callable[[SentenceCase], bool]:
    """So for a week and more: then its days are said, since a weekday would mislead."""
    return lambda case: quiet(case) and _days_quiet(case) >= N.span.week.days


def _is_ill(case: SentenceCase) -> bool:
    return ill in case.body.rules


def _has_bug(case: SentenceCase) -> bool:
    return _is_ill(case) and case.step.sight.facts.has_bug(case.step.sight.at)


# What is said in each state, the first row that fits.
V, STUCK, TENDER = Variant, State.CONSTIPATED, State.WATCH
EASY, UNSURE = State.COMFORTABLE, State.UNKNOWN
# fmt: off
STUCK_SAYS: Final = decision_table(
    SentenceRow(state=STUCK, key=V.BACK_AFTER_WEEKS, fits=_is_back),
    SentenceRow(state=STUCK, key=V.CLEAN_OUT, fits=lambda case: is_cleaning_out(case.step.sight)),
    SentenceRow(state=STUCK, key=V.LEAKING_ON_MEDICINE, fits=_leaks_on_medicine),
    SentenceRow(state=STUCK, key=V.MEDICINE_MISSED, fits=_is_missed),
    SentenceRow(state=STUCK, key=V.REVIEW_ANEW, fits=_is_reviewed_anew, values=_whose),
    SentenceRow(state=STUCK, key=V.REVIEW, fits=_is_reviewed, values=_whose),
    SentenceRow(state=STUCK, key=V.UP_AND_DOWN, fits=_goes_up_and_down, values=_whose),
    SentenceRow(state=STUCK, key=V.COUNTED_ANEW, fits=_is_named_anew, values=_whose),
    SentenceRow(state=STUCK, key=V.DOCTOR_KNOWS, fits=_is_named, values=_whose),
    SentenceRow(state=STUCK, key=V.COUNTING, fits=lambda case: case.good_days, values=_counted),
    SentenceRow(state=STUCK, key=V.PLAIN, fits=always, say=_as_opened),
)
TENDER_SAYS: Final = decision_table(
    SentenceRow(state=TENDER, key=V.BACK_AFTER_WEEKS, fits=_is_back),
    SentenceRow(state=TENDER, key=V.LEAKING_ON_MEDICINE, fits=_leaks_on_medicine),
    SentenceRow(state=TENDER, key=V.LONG_TENDER, fits=_is_long_tender, values=_weeks_tender),
    SentenceRow(state=TENDER, key=V.PLAIN, fits=always, say=_as_it_leads),
)
EASY_SAYS: Final = decision_table(
    SentenceRow(state=EASY, key=V.WAITING, fits=_is_answered, values=_since),
    SentenceRow(state=EASY, key=V.SILENT, fits=_is_quiet, values=_since),
    SentenceRow(state=EASY, key=V.AS_TOLD, fits=lambda case: told_soft in case.body.rules),
    SentenceRow(state=EASY, key=V.WITH_MEDICINE, fits=_is_ordered),
    SentenceRow(state=EASY, key=V.OWN_MEDICINE, fits=_is_on_laxative),
    SentenceRow(state=EASY, key=V.PLAIN, fits=always),
)
UNSURE_SAYS: Final = decision_table(
    SentenceRow(state=UNSURE, key=V.BUG, fits=_has_bug),
    SentenceRow(state=UNSURE, key=V.ILL, fits=_is_ill),
    SentenceRow(state=UNSURE, key=V.WAITING_DAYS, fits=_for_a_week(_fell_quiet_and_answered), values=_count_quiet),
    SentenceRow(state=UNSURE, key=V.WAITING, fits=_fell_quiet_and_answered, values=_since),
    SentenceRow(state=UNSURE, key=V.SILENT_DAYS, fits=_for_a_week(_fell_quiet), values=_count_quiet),
    SentenceRow(state=UNSURE, key=V.SILENT, fits=_fell_quiet, values=_since),
    SentenceRow(state=UNSURE, key=V.BACK_AFTER_WEEKS, fits=_is_back),
    SentenceRow(state=UNSURE, key=V.TOO_YOUNG, fits=lambda case: case.step.sight.is_baby),
    SentenceRow(state=UNSURE, key=V.NEW, fits=_is_new),
    SentenceRow(state=UNSURE, key=V.A_LITTLE_HARD, fits=lambda case: case.body.variant is V.A_LITTLE_HARD),
    SentenceRow(state=UNSURE, key=V.A_LITTLE_RUNNY, fits=lambda case: case.body.variant is V.A_LITTLE_RUNNY),
    SentenceRow(state=UNSURE, key=V.NO_FORM, fits=_lacks_the_form, values=_count_written),
    SentenceRow(state=UNSURE, key=V.PLAIN, fits=always),
)
# fmt: on
SENTENCES: Final[Mapping[State, tuple[SentenceRow, ...]]] = {
    STUCK: STUCK_SAYS,
    TENDER: TENDER_SAYS,
    EASY: EASY_SAYS,
    UNSURE: UNSURE_SAYS,
}


# Notes beside a verdict, and what is told at the next visit.
