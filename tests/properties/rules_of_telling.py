"""Rules 3, 4 and 6 to 9: what is said, what it rests on, and what is kept."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from stepstool.method.comfort import SIGN_OF, Asks, State, Urgency, Variant
from stepstool.method.ladder import Advised
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerAnswer,
    DangerKey,
    DangerSign,
    Illness,
    MedicineOrdered,
)
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Reward
from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.rewards import Due
from tests.method.words.tone import faults_of
from tests.properties.said import Said, reasons, sentences

GIVEN_BACK, ILL_BACK = timedelta(days=28), timedelta(days=21)
NAMES_MEDICINE = ("medicine", "dose")
GIVES_ENEMA = re.compile(
    r"\b(give|use|try|repeat) (an|another|the) enema\b", re.IGNORECASE
)
# A long trial says more sentences than fit in memory.
remembered = lru_cache(maxsize=100_000)
faults = remembered(faults_of)


# Rule 3.


def nothing_hurts(told: Said) -> bool:
    return not any(map(faults, sentences(told)))


# Rule 4.


def something_is_dangerous(told: Said) -> bool:
    return bool(told.advice.alerts or open_by_word(told))


def calls_first(told: Said) -> bool:
    """The most urgent stands first; the one thing to do is a call, at night if it must be."""
    advice = told.advice
    ranks = [Urgency(each.urgency).rank for each in advice.alerts]
    waits = {"soon"} if advice.night else set()
    texts = tuple(each.text for each in advice.alerts if each.urgency not in waits)
    calls = advice.todo.key.startswith("call_")
    return (
        bool(ranks)
        and ranks == sorted(ranks, reverse=True)
        and advice.today[: len(texts)] == texts
        and [each.key for each in advice.alerts]
        == [each.key for each in advice.comfort.alerts]
        and advice.comfort.state is State.SEE_A_DOCTOR
        and (calls or (not texts and advice.todo.key == "soon_waits"))
    )


# A sharper sign says the milder one too.
SHARPER = {"peeing_hurts": "peeing_hurts_and_ill"}


def what_was_told_is_open(told: Said) -> bool:
    still = {each.key for each in told.advice.alerts}
    return all({key, SHARPER.get(key)} & still for key in open_by_word(told))


def open_by_word(told: Said) -> set[str]:
    """Give the signs that were said to be here, and of which nothing was said since."""
    if told.record.of(ClinicianWord) or told.record.of(MedicineOrdered):
        return set()
    said: dict[DangerKey, set[DangerAnswer]] = {}
    for each in told.record.of(DangerSign):
        if each.sign is not UNKNOWN and each.answer is not UNKNOWN:
            said.setdefault(each.sign, set()).add(each.answer)
    here = {DangerAnswer.HERE}
    return {str(key) for key, answers in said.items() if answers == here}


def what_comes_back_stays_open(told: Said) -> bool:
    """Of what comes and goes only "called" or "seen" is an answer."""
    if told.record.of(ClinicianWord):
        return True
    said = [e for e in told.record.of(DangerSign) if e.sign is not UNKNOWN]
    coming = [each for each in said if SIGN_OF[each.sign].comes_back]
    here = {e.sign: e.at for e in coming if e.answer is DangerAnswer.HERE}
    for each in coming:
        done = each.answer in (DangerAnswer.CALLED, DangerAnswer.SEEN)
        if done and each.sign in here and each.at >= here[each.sign]:
            del here[each.sign]
    return set(here) <= {each.key for each in told.advice.alerts}


def no_time_closes_it(told: Said) -> bool:
    if told.later is None:
        return True
    still = {each.key for each in told.later.alerts}
    return {each.key for each in told.advice.alerts} <= still


def names_no_medicine(told: Said) -> bool:
    return not any(map(_names_medicine, sentences(told)))


@remembered
def _names_medicine(sentence: str) -> bool:
    found = {*faults(sentence)} & {*NAMES_MEDICINE}
    return bool(found or GIVES_ENEMA.search(sentence))


# Rule 6.


def an_accident_costs_nothing(told: Said) -> bool:
    if told.harmed is None:
        return True
    before, after = told.advice.rewards.unspoken, told.harmed.rewards.unspoken
    return _what(before.due) <= _what(after.due) and before.given == after.given


def what_was_given_stays(told: Said) -> bool:
    since = told.record.at - GIVEN_BACK
    gifts = {each.id for each in told.record.of(Reward) if each.at > since}
    return gifts == {each.id for each in told.advice.rewards.given}


def _what(due: Sequence[Due]) -> set[tuple[str, str, int | None]]:
    return {(each.id, each.thing, each.amount) for each in due}


# Rule 7.


def has_reasons(told: Said) -> bool:
    advice = told.advice
    planned = bool(advice.plan.because) or not advice.plan.ladder
    return bool(advice.because) and planned and all(e.because for e in advice.alerts)


def reasons_have_sources(told: Said) -> bool:
    return all(each.rule and each.saw and each.sources for each in reasons(told))


# Rule 8.


def is_the_same_again(told: Said) -> bool:
    return told.again is None or told.again == told.advice


# Rule 9.


def a_day_is_silent(told: Said) -> bool:
    return bool(silent_days(told) or told.silent)


def silent_days(told: Said) -> set[date]:
    """Give the days of the last seven of which nothing at all was said."""
    record = told.record
    days = {each.day for each in told.advice.dots}
    written = {record.clock.day(each.at) for each in record.entries}
    return days - written - {day for day in days if any(_said_none(told, day))}


def _said_none(told: Said, day: date) -> Iterator[bool]:
    """Whether somebody said later that none came on this day."""
    clock = told.record.clock
    for none in told.record.of(NoneCame):
        yield none.since is not UNKNOWN and none.since <= day <= clock.day(none.at)
    for answer in told.record.of(Interview):
        said_no = answer.topic is Topic.GAP and answer.answers == (Told.NO,)
        yield said_no and clock.day(answer.at) > day


def silent_days_stay_unknown(told: Said) -> bool:
    silent = silent_days(told)
    dots = [each.mark for each in told.advice.dots if each.day in silent]
    return all(mark == "not_written" for mark in dots)


HARDER = {Advised.START, Advised.MOVE_ON, Advised.GO_ON}
GRAVE = (State.WATCH, State.CONSTIPATED)
# What a long time says by itself, once it was stuck.
BY_TIME = {
    DangerKey.STUCK_14_DAYS,
    DangerKey.SIGNS_4_WEEKS,
    DangerKey.TREATMENT_NOT_HELPING,
    DangerKey.STUCK_UNDER_1_YEAR,
    DangerKey.STUCK_UNDER_2_MONTHS,
}


def silence_lifts_nothing(told: Said) -> bool:
    """Tender, stuck and please call stay; silence alone never raises stuck or today."""
    if not told.silent:
        return True
    begun, later = told.silent
    before, after = begun.comfort.body, later.comfort.body
    keys = [{each.key for each in advice.alerts} for advice in told.silent]
    lifted = before in GRAVE and after not in GRAVE[GRAVE.index(before) :]
    overruled = any(
        e.topic is Topic.SEE_IT_DIFFERENTLY for e in told.record.of(Interview)
    )
    raised = after is State.CONSTIPATED and before is not after and not overruled
    return not lifted and not raised and keys[0] <= keys[1] <= keys[0] | BY_TIME


def silence_is_not_health(told: Said) -> bool:
    """Nobody is comfortable on silence, no step is asked for, and it is asked first."""
    for advice in told.silent[1:]:
        asked = {each.asking.asks for each in advice.questions}
        waits = advice.comfort.variant in WAITS or _was_ill(told, advice.at)
        first = asked & {Asks.GAP, Asks.FOUR_WEEKS} or waits
        quiet = advice.plan.move not in HARDER and advice.comfort.state is not EASY
        if not quiet or (_was_easy(told) and not first):
            return False
    return True


EASY = State.COMFORTABLE
WAITS = {Variant.ILL, Variant.BUG, Variant.WAITING, Variant.WAITING_DAYS}


def _was_ill(told: Said, at: datetime) -> bool:
    """Whether an illness of these weeks keeps gaps still (part 1)."""
    return any(at - ILL_BACK <= each.at <= at for each in told.record.of(Illness))


def _was_easy(told: Said) -> bool:
    return told.silent[0].last_at is not None


def asks_about_silence(told: Said) -> bool:
    """After five silent days it asks, unless an illness keeps gaps still."""
    advice = told.advice
    lately = [each.day for each in advice.dots[-5:]]
    ill = _was_ill(told, told.record.at)
    if advice.last_at is None or ill or not silent_days(told).issuperset(lately):
        return True
    asked = {each.asking.asks for each in advice.questions}
    return bool(asked & {Asks.GAP, Asks.FOUR_WEEKS})
