"""Which sentence of a state fits, with its values, and what is being counted.

Source: the table of sentences in the product's design; rules in `table`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from stepstool.method.comfort.body import Body
from stepstool.method.comfort.closing import good_days
from stepstool.method.comfort.comfort import Counted, Progress, Values
from stepstool.method.comfort.easing import soft_run
from stepstool.method.comfort.findings import hours
from stepstool.method.comfort.ground import SAID_STUCK
from stepstool.method.comfort.numbers import ASK_GAP, GOOD_DAYS, SILENCE, TENDER_LONG
from stepstool.method.comfort.openings import is_cleaning_out, last_word
from stepstool.method.comfort.review import is_due
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.state import State, Variant
from stepstool.method.comfort.table import RULES, Closing
from stepstool.method.comfort.walk import Step
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.interview import Topic


class Sentence(NamedTuple):
    """A variant and the values of its gaps."""

    variant: Variant
    values: Values


# The rule that leads chooses the sentence.
WATCH: Final[Mapping[str, Variant]] = {
    "W1": Variant.HURT_ONCE,
    "W2": Variant.TWO_HARD,
    "F2": Variant.TWO_HARD,
    "W3": Variant.HOLDING,
    "F4": Variant.HOLDING,
    "F1": Variant.LONG_GAP,
    "W4": Variant.MEDICINE_MISSED,
    "W5": Variant.RUNNY,
    "W6": Variant.TOLD_ONE,
    "W7": Variant.COUNTING,
    "W8": Variant.LITTLE_PAINS,
    "W9": Variant.SAID_NOT_SOFT,
    "W10": Variant.ACHING,
}
STUCK: Final[Mapping[str, Variant]] = {
    "C2": Variant.LONG_GAP,
    "C3": Variant.HOLDING,
    "C4": Variant.LEAKING,
    "C5": Variant.AS_TOLD,
}
SEVERAL_HURT: Final = "F3"
MISSED: Final = "W4"
LOOSE: Final = {"C4", "F6", "W5"}


def sentence_of(step: Step, body: Body) -> Sentence:
    """Give the sentence for the body's state."""
    return SENTENCES[body.state](step, body)


def progress_of(step: Step, body: Body) -> Progress | None:
    """Give what is being counted until the gate opens again, if anything is."""
    if body.state is State.CONSTIPATED:
        done = min(good_days(step.sight, step.course.restarted), GOOD_DAYS)
        return Progress(counted=Counted.GOOD_DAYS, done=done, of=GOOD_DAYS)
    counts = RULES[body.rules[0]].closes is Closing.SOFT_RUN
    return _soft_run(step, body) if counts else None


def _soft_run(step: Step, body: Body) -> Progress:
    """Count the soft ones since; the one that ended the long gap (W7) counts too."""
    of, ended = step.sight.soft_run, body.rules[0] == "W7"
    done = min(soft_run(step.sight, body.latest) + ended, of)
    return Progress(counted=Counted.SOFT_RUN, done=done, of=of)


def _stuck(step: Step, body: Body) -> Sentence:
    special = next(
        (variant for variant, is_so in STUCK_FIRST if is_so(step, body)), None
    )
    if special is not None:
        return Sentence(special, {})
    done = good_days(step.sight, step.course.restarted)
    word = last_word(step.sight)
    if word is not None and word.word in SAID_STUCK and word.name is not UNKNOWN:
        variant = Variant.REVIEW if is_due(step) else Variant.DOCTOR_KNOWS
        return Sentence(variant, {"clinician": word.name, "count": done})
    if done:
        return Sentence(Variant.COUNTING, {"count": done, "of": GOOD_DAYS})
    now = (each.rule for each in step.opened if each.rule in body.rules)
    variant = next((STUCK[rule] for rule in now if rule in STUCK), Variant.PLAIN)
    return _with_hours(step.sight, variant)


def _watch(step: Step, body: Body) -> Sentence:
    special = next(
        (variant for variant, is_so in WATCH_FIRST if is_so(step, body)), None
    )
    if special is not None:
        return Sentence(special, {})
    variant = WATCH.get(body.rules[0], Variant.PLAIN)
    if variant is Variant.MEDICINE_MISSED and not _is_ordered(step):
        variant = Variant.MEDICINE_OVER
    if variant is Variant.HURT_ONCE and SEVERAL_HURT in body.rules:
        variant = Variant.PLAIN
    if variant in (Variant.HURT_ONCE, Variant.COUNTING):
        return _with_progress(step, body, variant)
    return _with_hours(step.sight, variant)


def _leaks_on_medicine(step: Step, body: Body) -> bool:
    """Loose or leaking on a laxative: the first words are not to stop it on one's own."""
    on_medicine = step.sight.facts.record.treatment.on_laxative(step.sight.at)
    return on_medicine and not LOOSE.isdisjoint(body.rules)


def _is_ordered(step: Step) -> bool:
    return step.sight.facts.record.treatment.laxative_ordered(step.sight.at)


def _is_long_tender(step: Step, body: Body) -> bool:
    return body.since is not None and step.sight.at - body.since >= TENDER_LONG


def _with_hours(sight: Sight, variant: Variant) -> Sentence:
    """A long gap is told in hours; a few poops in a week are not one."""
    if variant is not Variant.LONG_GAP:
        return Sentence(variant, {})
    if sight.gap.length < ASK_GAP:
        return Sentence(Variant.PLAIN, {})
    return Sentence(variant, {"hours": hours(sight.gap.length)})


def _with_progress(step: Step, body: Body, variant: Variant) -> Sentence:
    progress = _soft_run(step, body)
    return Sentence(variant, {"count": progress.done, "of": progress.of})


def _comfortable(step: Step, body: Body) -> Sentence:
    if since := quiet_since(step):
        return _silent(step, since)
    if "told" in body.rules:
        return Sentence(Variant.AS_TOLD, {})
    treatment, at = step.sight.facts.record.treatment, step.sight.at
    if treatment.laxative_ordered(at):
        return Sentence(Variant.WITH_MEDICINE, {})
    helped = treatment.on_laxative(at)
    return Sentence(Variant.OWN_MEDICINE if helped else Variant.PLAIN, {})


def _unknown(step: Step, body: Body) -> Sentence:
    if "ill" in body.rules:
        bug = step.sight.facts.has_bug(step.sight.at)
        return Sentence(Variant.BUG if bug else Variant.ILL, {})
    if (since := quiet_since(step)) and not _is_new(step):
        return _silent(step, since)
    fits = (variant for variant, is_so in UNKNOWNS if is_so(step))
    return Sentence(next(fits, Variant.PLAIN), {})


def _silent(step: Step, since: date) -> Sentence:
    """Ask about the days since the last word; once answered today, only wait."""
    sight = step.sight
    answer = sight.facts.answers(Topic.GAP).last(sight.at)
    answered = answer is not None and answer.at >= sight.facts.days.starts[sight.day]
    variant = Variant.WAITING if answered else Variant.SILENT
    return Sentence(variant, {"since": since})


def is_back(step: Step) -> bool:
    """Whether nothing was written for weeks, or it was stuck before that."""
    sight = step.sight
    return step.course.lost is not None or (
        sight.facts.was_written
        and sight.at - sight.facts.last_entry(sight.at) >= SILENCE
    )


def _is_baby(step: Step) -> bool:
    return step.sight.is_baby


def _is_new(step: Step) -> bool:
    return not step.sight.facts.full.items and not step.sight.is_silent


def quiet_since(step: Step) -> date | None:
    """Since when nothing was heard, where that is to be asked before anything else.

    The day of the last poop; before the first one, that of the family's word.
    """
    sight, facts = step.sight, step.sight.facts
    if not sight.is_quiet or is_back(step):
        return None
    last = facts.full.moment_of_last(sight.at) or sight.heard
    return facts.day(last) if last else None


UNKNOWNS: Final[tuple[tuple[Variant, Callable[[Step], bool]], ...]] = (
    (Variant.BACK_AFTER_WEEKS, is_back),
    (Variant.TOO_YOUNG, _is_baby),
    (Variant.NEW, _is_new),
)

# What goes before the rule that leads, the first that is so.
Special = tuple[tuple[Variant, Callable[[Step, Body], bool]], ...]
STUCK_FIRST: Final[Special] = (
    (Variant.BACK_AFTER_WEEKS, lambda step, _: is_back(step)),
    (Variant.CLEAN_OUT, lambda step, _: is_cleaning_out(step.sight)),
    (Variant.LEAKING_ON_MEDICINE, _leaks_on_medicine),
    (
        Variant.MEDICINE_MISSED,
        lambda step, body: MISSED in body.rules and _is_ordered(step),
    ),
)
WATCH_FIRST: Final[Special] = (
    (Variant.BACK_AFTER_WEEKS, lambda step, _: is_back(step)),
    (Variant.LEAKING_ON_MEDICINE, _leaks_on_medicine),
    (Variant.LONG_TENDER, _is_long_tender),
)

SENTENCES: Final[Mapping[State, Callable[[Step, Body], Sentence]]] = {
    State.CONSTIPATED: _stuck,
    State.WATCH: _watch,
    State.COMFORTABLE: _comfortable,
    State.UNKNOWN: _unknown,
}
