"""What opens *constipated*: C1 to C7, each by what is to be seen at a moment.

Source: clinical_rules.md §3.2 and §3.4; rows and closings in `table`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import Final

from stepstool.method.comfort.danger_table import SIGN_OF
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.findings import hours
from stepstool.method.comfort.found import Found, days_of, found, poops
from stepstool.method.comfort.ground import SAID_OVER, SAID_STUCK
from stepstool.method.comfort.illness import says_overflow
from stepstool.method.comfort.looking import by_age, look
from stepstool.method.comfort.numbers import (
    GOOD_DAYS,
    HELD_DAYS_SINCE,
    HELD_GAP,
    HURT_RECENTLY,
    OVERFLOW_AFTER,
    OVERFLOW_DAYS,
    OVERFLOW_WINDOW,
    STUCK_EVENTS,
    STUCK_EVENTS_AGAIN,
    STUCK_FINDINGS,
    TOLD_TYPED,
    WINDOW,
)
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.table import STUCK_RULES
from stepstool.method.comfort.told import (
    answers_of,
    is_a_problem,
    lately,
    signs_of,
)
from stepstool.method.record import UNKNOWN, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerAnswer,
    DangerSign,
    Word,
)
from stepstool.method.record.kinds.interview import Told, Topic

LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


def two_findings(seen: Sequence[Found], *, again: bool) -> Found | None:
    """C1: different findings that rest on enough different events."""
    if len(seen) < STUCK_FINDINGS:
        return None
    events = frozenset(chain.from_iterable(each.events for each in seen))
    if len(events) < (STUCK_EVENTS_AGAIN if again else STUCK_EVENTS):
        return None
    return Found(
        rule="C1",
        events=events,
        saw="two_signs",
        values={"count": len(seen), "events": len(events)},
        parts=tuple(seen),
        slips=frozenset(chain.from_iterable(each.slips for each in seen)),
    )


def long_gap(sight: Sight) -> Found | None:
    """C2: a long gap over known days."""
    if sight.gap.length < sight.long_gap:
        return None
    values: dict[str, Value] = {
        "hours": hours(sight.gap.length),
        "since": sight.facts.local(sight.gap.since),
    }
    saw = "gap" if sight.gap.whole else "gap_at_least"
    return found("C2", [(sight.at, "gap")], saw, **values)


def held_gap(sight: Sight) -> Found | None:
    """C3: a gap with holding, and a hard or sore one, an ache, or holding on several days.

    Holding since the last poop weighs more with time, never less.
    """
    if sight.gap.length < HELD_GAP:
        return None
    held = sight.facts.holding.count(sight.gap.since, sight.at)
    if not held or not _worse(sight):
        return None
    events = [(sight.at, "gap")]
    return found("C3", events, "held_gap", hours=hours(sight.gap.length))


def _worse(sight: Sight) -> bool:
    facts, since = sight.facts, sight.gap.since
    days = facts.holding_days.count(since, sight.at)
    return bool(
        days >= HELD_DAYS_SINCE
        or facts.trouble.count(sight.back(HURT_RECENTLY), sight.at)
        or facts.aches.count(since, sight.at)
    )


def overflow(sight: Sight) -> Found | None:
    """C4: many leaks, or a leak after a gap, or after a big or hard poop."""
    return _many_leaks(sight) or _leak_after(sight) or _answered_overflow(sight)


def _many_leaks(sight: Sight) -> Found | None:
    since = sight.back(OVERFLOW_WINDOW)
    days = sight.facts.leak_days.moments_within(since, sight.at)
    if len(days) < OVERFLOW_DAYS:
        return None
    return found("C4", days_of(days, "leak"), "leaks", count=len(days))


def _leak_after(sight: Sight) -> Found | None:
    """Look at what came before the newest leak."""
    leak = sight.facts.leaks.last(sight.at)
    if leak is None or leak.at <= sight.back(WINDOW):
        return None
    if not _after_big_or_hard(sight, leak) and not _after_gap(sight, leak):
        return None
    return found("C4", poops([leak]), "leak_after", at=sight.facts.local(leak.at))


def _after_big_or_hard(sight: Sight, leak: Bout) -> bool:
    facts, since = sight.facts, max(leak.at - OVERFLOW_AFTER, sight.cleared)
    return bool(facts.big.count(since, leak.at) or facts.hard.count(since, leak.at))


def _after_gap(sight: Sight, leak: Bout) -> bool:
    day = sight.facts.days.index(leak.at)
    gap = sight.gaps.at(leak.at, day).length
    return gap >= sight.few_gap and sight.facts.gaps_count(leak.at)


def _answered_overflow(sight: Sight) -> Found | None:
    answer = sight.facts.answers(Topic.RUNNY).last(sight.at)
    lately = answer is not None and answer.at > sight.back(WINDOW)
    if answer is None or not lately or not says_overflow(answer):
        return None
    return found("C4", [(answer.at, "told")], "overflow_told")


def told_problem(sight: Sight) -> Found | None:
    """C5: told of the last four weeks, until the log decides."""
    answer = lately(sight)
    if answer is None or not is_a_problem(answer) or _log_decides(sight, answer.at):
        return None
    if answer.at <= sight.cleared:
        return None
    count, values = len(signs_of(answer)), {"told": answer.at.date()}
    held = Told.HOLDS_3_DAYS in answers_of(answer)
    saw = "told_holding" if held and not count else "told_signs"
    return found("C5", [(answer.at, "told")], saw, count=count, **values)


def _log_decides(sight: Sight, told: datetime) -> bool:
    facts = sight.facts
    known = facts.days.count_known(facts.days.index(told) + 1, sight.day)
    return known >= GOOD_DAYS and facts.typed.count(told, sight.at) >= TOLD_TYPED


def clinician(sight: Sight) -> Found | None:
    """C6: a clinician says so, or a clean-out runs; the newest word holds."""
    ran = [e for e in sight.facts.clean_outs if e[0] <= sight.at < e[1]]
    word = last_word(sight)
    if word is not None and word.word in SAID_STUCK:
        name = "" if word.name is UNKNOWN else word.name
        saw = "clean_out" if word.word is Word.CLEAN_OUT_RUNNING else "clinician"
        saw += "_named" if name else ""
        told = sight.facts.local(word.at).date()
        values: dict[str, Value] = {"clinician": name, "told": told}
        return found("C6", [(word.at, "word")], saw, **values)
    if ran:
        return found("C6", [(ran[0][0], "word")], "clean_out_ordered")
    return None


def is_cleaning_out(sight: Sight) -> bool:
    """Whether a clean-out runs, by order or by a clinician's word."""
    return sight.facts.cleaning_out(sight.at)


def word_stands(sight: Sight) -> bool:
    """Whether C6 goes on whatever the log says.

    Once treated with a laxative, good days close a clinician's word as they close C1: soft is
    soft, with the medicine's help. A clean-out that runs stands.
    """
    word = last_word(sight)
    since = word.at if word else sight.cleared
    treated = sight.facts.record.treatment.was_on_laxative(since, sight.at)
    return is_cleaning_out(sight) or not treated


def last_word(sight: Sight) -> ClinicianWord | None:
    """The clinician's newest word on whether it is constipation."""
    words = [
        each
        for each in sight.facts.words
        if each.at <= sight.at and (each.word in SAID_STUCK or each.word in SAID_OVER)
    ]
    return words[-1] if words else None


def baby(sight: Sight) -> Found | None:
    """C7: under one year, a hard poop with distress or blood."""
    if not sight.is_baby:
        return None
    bouts = [
        each
        for each in sight.facts.hard.within(sight.back(WINDOW), sight.at)
        if each.hurt or each.blood
    ]
    if not bouts:
        return None
    return found("C7", poops(bouts), "baby_hard", count=len(bouts))


def began(facts: Facts, at: datetime) -> datetime | None:
    """Give when the treatment of now began: when a clinician first came to know of it."""
    since = facts.cleared.last(at) or LONG_AGO
    told = (each for each in knowing(facts) if since < each <= at)
    return min(told, default=None)


def knowing(facts: Facts) -> list[datetime]:
    """When clinicians came to know that it is stuck. Ordering a laxative is knowing."""
    told = [each.at for each in facts.words if _knows(each)]
    answered = [e.at for e in facts.record.of(DangerSign) if _is_known_by(e)]
    return [*told, *answered, *(e.since for e in facts.record.treatment.ordered)]


def is_known(facts: Facts, since: datetime, at: datetime) -> bool:
    """Whether a clinician knows of what began at `since`, unless it was over before."""
    over = [each.at for each in facts.words if each.word in SAID_OVER]
    before = max((each for each in over if each <= since), default=LONG_AGO)
    return any(before < each <= at for each in knowing(facts))


def _is_known_by(told: DangerSign) -> bool:
    """Whether a doctor knows of a sign that says that it is stuck."""
    if told.sign is UNKNOWN or not SIGN_OF[told.sign].stuck:
        return False
    return told.answer in (DangerAnswer.SEEN, DangerAnswer.DOCTOR_KNOWS)


def _knows(word: ClinicianWord) -> bool:
    general = word.word is Word.KNOWS_ABOUT_IT and word.sign is UNKNOWN
    return general or word.word in SAID_STUCK


OPENS: Final = by_age(
    STUCK_RULES,
    {
        "C2": long_gap,
        "C3": held_gap,
        "C4": overflow,
        "C5": told_problem,
        "C6": clinician,
        "C7": baby,
    },
)


def openings(sight: Sight, seen: Sequence[Found], *, again: bool) -> list[Found]:
    """Give what opens *constipated* at a moment.

    seen: the findings; again: whether it closed only lately, when less is enough.
    """
    both = None if sight.is_baby else two_findings(seen, again=again)
    others = look(sight, OPENS)
    return [both, *others] if both else others
