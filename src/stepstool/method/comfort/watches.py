"""What opens *watch* besides a single finding: W1 to W10.

Each looks for its latest sign and whether that is closed again; nothing is stored.
Source: clinical_rules.md §3.2.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from stepstool.method.comfort.easing import is_soft_and_painless, is_tender
from stepstool.method.comfort.findings import hours
from stepstool.method.comfort.found import Found, days_of, found, poops
from stepstool.method.comfort.illness import says_bug, says_overflow
from stepstool.method.comfort.looking import by_age, look
from stepstool.method.comfort.numbers import (
    ACHE_DAYS,
    ACHE_WINDOW,
    HELD_GAP,
    LITTLE_PAINS,
    MEDICINE_GOOD_DAYS,
    MISSED_DAYS,
    MISSED_WINDOW,
    RELAPSE,
    RUNNY_DAYS,
    RUNNY_WINDOW,
    TENDER_MOST,
    WINDOW,
)
from stepstool.method.comfort.openings import is_cleaning_out
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.table import WATCH_RULES
from stepstool.method.comfort.told import is_a_problem, lately, signs_of
from stepstool.method.record import Value
from stepstool.method.record.kinds.interview import Interview, Told, Topic


def hurt(sight: Sight) -> Found | None:
    """W1: one poop hurt."""
    bout = sight.facts.hurt.last(sight.at)
    if bout is None or not is_tender(sight, bout.at):
        return None
    return found("W1", poops([bout]), "hurt_once", at=sight.facts.local(bout.at))


def two_hard(sight: Sight) -> Found | None:
    """W2: the last two typed poops were hard; lately, if not by now."""
    second = sight.facts.hard_pairs.last(sight.at)
    if second is None or second.at <= sight.cleared or not is_tender(sight, second.at):
        return None
    return found("W2", poops([second]), "two_hard")


def held_gap(sight: Sight) -> Found | None:
    """W3: a gap with holding, going on or ended lately."""
    return _held_now(sight) or _held_lately(sight)


def _held_now(sight: Sight) -> Found | None:
    gap = sight.gap
    if gap.length < HELD_GAP or not sight.facts.holding.count(gap.since, sight.at):
        return None
    values: dict[str, Value] = {"hours": hours(gap.length)}
    return found("W3", [(sight.at, "gap")], "held_gap", **values)


def _held_lately(sight: Sight) -> Found | None:
    for gap in reversed(sight.gaps.ended.within(sight.back(TENDER_MOST), sight.at)):
        held = sight.facts.holding.count(gap.since, gap.until)
        if held and gap.length >= HELD_GAP and sight.facts.gaps_count(gap.until):
            tender = is_tender(sight, gap.until)
            values: dict[str, Value] = {"hours": hours(gap.length)}
            events = [(gap.until, "gap")]
            return found("W3", events, "held_gap_over", **values) if tender else None
    return None


def medicine(sight: Sight) -> Found | None:
    """W4: a laxative missed again and again, or trouble soon after one ended."""
    seen = [*_missed(sight), *_relapse(sight)]
    latest = max(seen, key=lambda each: each.latest, default=None)
    if latest is None or _good_days(sight, latest.latest) >= MEDICINE_GOOD_DAYS:
        return None
    return latest


def _missed(sight: Sight) -> Iterator[Found]:
    ordered = sight.facts.record.treatment.laxative_ordered
    last = sight.facts.missed_days.moment_of_last(sight.at)
    if last is not None and ordered(sight.at):
        some = sight.facts.missed_days.moments_within(last - MISSED_WINDOW, last)
        days = [each for each in some if ordered(each)]
        if len(days) >= MISSED_DAYS:
            yield found("W4", days_of(days, "medicine"), "missed", count=len(days))


def _relapse(sight: Sight) -> Iterator[Found]:
    facts = sight.facts
    last = facts.trouble.last(sight.at)
    if last is not None and last.at > sight.cleared:
        ended = facts.record.treatment.ended_before(last.at)
        if ended is not None and last.at - ended < RELAPSE:
            yield found("W4", poops([last]), "relapse", ended=facts.local(ended).date())


def _good_days(sight: Sight, since: datetime) -> int:
    """Known days without a hard or hurting poop or a missed medicine, since then."""
    facts = sight.facts
    bad = [
        facts.trouble.moment_of_last(sight.at),
        facts.missed_days.moment_of_last(sight.at),
    ]
    latest = max(filter(None, [since, *bad]))
    return facts.days.count_known(facts.days.index(latest) + 1, sight.day)


def runny(sight: Sight) -> Found | None:
    """W5: many runny poops on several days, and nobody is ill."""
    facts = sight.facts
    days = facts.many_runny_days.moments_within(sight.back(RUNNY_WINDOW), sight.at)
    answer = facts.answers(Topic.RUNNY).last(sight.at)
    if len(days) < RUNNY_DAYS or (
        answer and answer.at >= days[0] and (says_bug(answer) or says_overflow(answer))
    ):
        return None
    events = [(moment, "runny") for moment in days]
    return found("W5", events, "runny", count=len(days))


def told_one(sight: Sight) -> Found | None:
    """W6: one sign told of the last four weeks."""
    answer = lately(sight)
    if answer is None or is_a_problem(answer) or not signs_of(answer):
        return None
    if answer.at <= sight.cleared or not is_tender(sight, answer.at):
        return None
    return found("W6", [(answer.at, "told")], "told_one", told=answer.at.date())


def little_pains(sight: Sight) -> Found | None:
    """W8: some that hurt, if only a little; judged together."""
    bouts = sight.facts.little_pains.within(sight.back(WINDOW), sight.at)
    if len(bouts) < LITTLE_PAINS:
        return None
    return found("W8", poops(bouts), "little_pains", count=len(bouts))


def said_not_soft(sight: Sight) -> Found | None:
    """W9: the family said "not soft and painless", until a soft painless one comes."""
    answer = last_of(sight.facts.told_of(Topic.SOFT_AND_PAINLESS), sight.at)
    if answer is None or answer.answers != (Told.NO,) or answer.at <= sight.cleared:
        return None
    if any(
        is_soft_and_painless(sight.facts, bout) and bout.pain == NO_PAIN
        for bout in sight.facts.telling.within(answer.at, sight.at)
    ):
        return None
    return found("W9", [(answer.at, "told")], "said_not_soft", told=answer.at.date())


NO_PAIN: Final = 0


def last_of(answers: Iterable[Interview], at: datetime) -> Interview | None:
    """Give the latest answer up to a moment."""
    return max((e for e in answers if e.at <= at), key=lambda e: e.at, default=None)


def aching(sight: Sight) -> Found | None:
    """W10: a tummy ache or no appetite on several days; a clean-out may bring them."""
    days = sight.facts.ache_days.moments_within(sight.back(ACHE_WINDOW), sight.at)
    if len(days) < ACHE_DAYS or is_cleaning_out(sight):
        return None
    return found("W10", days_of(days, "ache"), "aching", count=len(days))


OPENS: Final = by_age(
    WATCH_RULES,
    {
        "W1": hurt,
        "W2": two_hard,
        "W3": held_gap,
        "W4": medicine,
        "W5": runny,
        "W6": told_one,
        "W8": little_pains,
        "W9": said_not_soft,
        "W10": aching,
    },
)


def watches(sight: Sight) -> list[Found]:
    """Give the W rules that hold at a moment."""
    return look(sight, OPENS)
