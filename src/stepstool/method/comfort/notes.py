"""Notes beside a verdict, and what is told at the next visit.

Source: clinical_rules.md, part 2 (*tell*, and the quiet line after a sign has stopped),
§1 (age), §3.4 (pain never recorded does not shut the gate).
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method.comfort.danger_table import SIGN_OF
from stepstool.method.comfort.numbers import (
    FOUR_YEARS,
    LEAK_DAYS,
    OWN_LAXATIVE,
    QUIET_LINE,
    SCREAMS,
    WINDOW,
)
from stepstool.method.comfort.review import notes_of_review
from stepstool.method.comfort.state import Urgency
from stepstool.method.comfort.walk import Step
from stepstool.method.record import UNKNOWN, Because, Dates, Saying, Value
from stepstool.method.record.bout import Smear
from stepstool.method.record.kinds.health import (
    DangerAnswer,
    DangerSign,
    Given,
    MedicineGiven,
)
from stepstool.method.record.kinds.interview import Told, Topic
from stepstool.method.record.treatment import LAXATIVES

NOT_A_CONDITION: Final = {Told.NOTHING_OF_THIS}


def notes_of(step: Step) -> tuple[Because, ...]:
    """Give what else to know about this verdict."""
    return (
        *_pain(step),
        *_age(step),
        *_stopped(step),
        *_called(step),
        *_wiping(step),
        *notes_of_review(step),
    )


def _pain(step: Step) -> Iterator[Because]:
    """Say that pain was not written down, where there was something to write."""
    facts, at = step.sight.facts, step.sight.at
    full = facts.full.count(at - WINDOW, at)
    if full and not facts.pain_known.count(at - WINDOW, at):
        yield _note("pain", "pain_not_written", ("I",))


def _age(step: Step) -> Iterator[Because]:
    if not step.sight.facts.record.child.born:
        yield _note("age", "age_unknown", ("I",))
    elif step.sight.is_baby:
        yield _note("age", "under_one", ("N5", "NICE-T1"))


def _stopped(step: Step) -> Iterator[Because]:
    """One quiet line for a day: if it comes back, call."""
    at = step.sight.at
    for each in step.sight.facts.record.of(DangerSign):
        lately = each.answer is DangerAnswer.STOPPED and at - each.at < QUIET_LINE
        if (
            lately
            and each.sign is not UNKNOWN
            and each.answer in SIGN_OF[each.sign].closed_by
        ):
            yield _note("stopped", "call_if_it_comes_back", ("I",))
            return


def was_called(step: Step) -> bool:
    """Whether a sign of now or today was answered within a day; the child rests then."""
    at = step.sight.at
    told = step.sight.facts.record.within(DangerSign, at - QUIET_LINE, at)
    return any(
        each.sign is not UNKNOWN
        and SIGN_OF[each.sign].urgency is not Urgency.SOON
        and each.answer in SIGN_OF[each.sign].closed_by
        for each in told
    )


def _called(step: Step) -> Iterator[Because]:
    """One line for a day after the call."""
    if was_called(step) and not list(_stopped(step)):
        yield _note("called", "call_if_it_comes_again", ("I",))


def _wiping(step: Step) -> Iterator[Because]:
    """Help to tell wiping from leaking, after a single smear that may be wiping."""
    facts, at = step.sight.facts, step.sight.at
    smears = (each for each in facts.bouts if each.smear is Smear.WIPING)
    if any(at - each.at < QUIET_LINE for each in smears):
        yield _note("wiping", "wiping", ("FEDELE-2024", "I"))


def tell_of(step: Step) -> tuple[Because, ...]:
    """Give what to tell a clinician at the next visit."""
    return (
        *_four_years(step),
        *_conditions(step),
        *_own_gap(step),
        *_laxative(step),
        *_strong_pain(step),
        *_soiling(step),
    )


def _strong_pain(step: Step) -> Iterator[Because]:
    """What a visit about strong pain may look for, however soft the poops are."""
    facts, at = step.sight.facts, step.sight.at
    screamed = [each for each in facts.screamed if at - each.at < WINDOW]
    if len(screamed) >= SCREAMS:
        yield _note("tell_strong_pain", "tell_strong_pain", ("NICE-T1", "I"))


def _soiling(step: Step) -> Iterator[Because]:
    """On how many days there was soiling; the doctor's page wants to know."""
    sight = step.sight
    days = sight.facts.leak_days.moments_within(sight.at - WINDOW, sight.at)
    if len(days) >= LEAK_DAYS:
        when = Dates(sight.facts.day(days[0]), sight.facts.day(days[-1]))
        values: dict[str, Value] = {"count": len(days), "when": when}
        saw = Saying(key="seen.tell_soiling", values=values)
        yield Because(rule="tell_soiling", saw=saw, sources=("FEDELE-2024", "NICE-T1"))


def _four_years(step: Step) -> Iterator[Because]:
    facts = step.sight.facts
    oldest = facts.record.child.oldest_months(facts.days.dates[step.sight.day])
    if oldest is not UNKNOWN and oldest >= FOUR_YEARS:
        yield _note("tell_age", "tell_age", ("FEDELE-2024", "GATE"))


def _conditions(step: Step) -> Iterator[Because]:
    told = step.sight.facts.answers(Topic.CONDITIONS).last(step.sight.at)
    answers = told.answers if told else UNKNOWN
    for each in () if answers is UNKNOWN else answers:
        if each not in NOT_A_CONDITION:
            yield _note("tell_condition", f"tell_{each}", ("MDCALC-FC", "MEDALG"))


def _own_gap(step: Step) -> Iterator[Because]:
    if step.sight.is_slow:
        yield _note("tell_own_gap", "tell_own_gap", ("GPN", "I"))


def _laxative(step: Step) -> Iterator[Because]:
    """A laxative for longer than a week that nobody ordered."""
    facts = step.sight.facts
    given = [each.at for each in facts.of(MedicineGiven) if _is_laxative(each)]
    if (
        given
        and not facts.record.treatment.ordered
        and given[-1] - given[0] > OWN_LAXATIVE
    ):
        yield _note("tell_laxative", "tell_laxative", ("DAILYMED",))


def _is_laxative(given: MedicineGiven) -> bool:
    return given.medicine in LAXATIVES and given.outcome is Given.GIVEN


def _note(rule: str, saw: str, sources: tuple[str, ...]) -> Because:
    return Because(rule=rule, saw=Saying(key=f"seen.{saw}"), sources=sources)
