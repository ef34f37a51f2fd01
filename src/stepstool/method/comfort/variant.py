"""Which sentence of a state fits, with its values, and what is being counted.

Source: the table of sentences in the product's design; rules in `table`.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from stepstool.method.comfort.body import Body
from stepstool.method.comfort.closing import good_days
from stepstool.method.comfort.comfort import Counted, Progress, Values
from stepstool.method.comfort.easing import soft_run
from stepstool.method.comfort.findings import hours
from stepstool.method.comfort.numbers import ASK_GAP, GOOD_DAYS, SILENCE
from stepstool.method.comfort.openings import SAID_STUCK, last_word
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
}
STUCK: Final[Mapping[str, Variant]] = {
    "C2": Variant.LONG_GAP,
    "C3": Variant.HOLDING,
    "C4": Variant.LEAKING,
    "C5": Variant.AS_TOLD,
}
SEVERAL_HURT: Final = "F3"


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
    done = good_days(step.sight, step.course.restarted)
    word = last_word(step.sight)
    if word is not None and word.word in SAID_STUCK and word.name is not UNKNOWN:
        return Sentence(Variant.DOCTOR_KNOWS, {"clinician": word.name, "count": done})
    if done:
        return Sentence(Variant.COUNTING, {"count": done, "of": GOOD_DAYS})
    now = (each.rule for each in step.opened if each.rule in body.rules)
    variant = next((STUCK[rule] for rule in now if rule in STUCK), Variant.PLAIN)
    return _with_hours(step.sight, variant)


def _watch(step: Step, body: Body) -> Sentence:
    variant = WATCH.get(body.rules[0], Variant.PLAIN)
    if variant is Variant.HURT_ONCE and SEVERAL_HURT in body.rules:
        variant = Variant.PLAIN
    if variant in (Variant.HURT_ONCE, Variant.COUNTING):
        return _with_progress(step, body, variant)
    return _with_hours(step.sight, variant)


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
    if is_silent(step):
        return _silent(step)
    if "told" in body.rules:
        return Sentence(Variant.AS_TOLD, {})
    helped = step.sight.facts.record.treatment.on_laxative(step.sight.at)
    return Sentence(Variant.WITH_MEDICINE if helped else Variant.PLAIN, {})


def _unknown(step: Step, body: Body) -> Sentence:
    if "ill" in body.rules:
        return Sentence(Variant.ILL, {})
    fits = (variant for variant, is_so in UNKNOWNS if is_so(step))
    variant = next(fits, Variant.PLAIN)
    return _silent(step) if variant is Variant.SILENT else Sentence(variant, {})


def _silent(step: Step) -> Sentence:
    """Ask about the days since the last one that was written down."""
    last = step.sight.facts.full.moments[-1]
    return Sentence(Variant.SILENT, {"since": step.sight.facts.day(last)})


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
    return not step.sight.facts.full.items


def is_silent(step: Step) -> bool:
    """Whether it is worth asking about days that nobody wrote about.

    The last one was long ago, days since are not known, nobody said so today, and no bug
    keeps gaps still.
    """
    sight = step.sight
    last = sight.facts.full.moment_of_last(sight.at)
    if last is None or sight.at - last < ASK_GAP or is_back(step):
        return False
    if not sight.facts.gaps_count(sight.at) or _answered_today(sight):
        return False
    return sight.gap.since > last


def _answered_today(sight: Sight) -> bool:
    answer = sight.facts.answers(Topic.GAP).last(sight.at)
    return answer is not None and answer.at >= sight.facts.days.starts[sight.day]


UNKNOWNS: Final[tuple[tuple[Variant, Callable[[Step], bool]], ...]] = (
    (Variant.BACK_AFTER_WEEKS, is_back),
    (Variant.TOO_YOUNG, _is_baby),
    (Variant.NEW, _is_new),
    (Variant.SILENT, is_silent),
)

SENTENCES: Final[Mapping[State, Callable[[Step, Body], Sentence]]] = {
    State.CONSTIPATED: _stuck,
    State.WATCH: _watch,
    State.COMFORTABLE: _comfortable,
    State.UNKNOWN: _unknown,
}
