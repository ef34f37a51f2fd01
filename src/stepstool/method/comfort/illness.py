"""When a child is ill, and how long a bug's poops and gaps count nowhere.

Source: clinical_rules.md §1 (ill until 48 h after the last vomiting or watery poop) and
§3.4 (tummy bug). An illness is a bug only if it was called one, or if vomiting or watery
poop was seen; with a cold poops and gaps count as ever.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from stepstool.method.comfort.numbers import (
    GAPS_OFF_AFTER_BUG,
    ILL_AFTER,
    ILL_LONGEST,
    RUNNY_ANSWERS,
    RUNNY_WINDOW,
)
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.health import Illness, IllnessKind, Symptom
from stepstool.method.record.kinds.interview import Interview, Told
from stepstool.method.record.unknown import UNKNOWN

BUG_SYMPTOMS = {Symptom.VOMITING, Symptom.WATERY_POOP}
A_BUG = {Told.SUDDEN_AND_WATERY, Told.FEVER_OR_VOMITING, Told.OTHERS_ILL}
OVERFLOW = (
    Told.DAYS_WITHOUT_OR_HARD_BEFORE,
    Told.SMALL_LEAKS_UNNOTICED,
    Told.WELL_OTHERWISE,
)


@dataclass(frozen=True, kw_only=True)
class Ill:
    """One illness. is_bug: of the tummy; gaps_from: from here on a gap is judged again."""

    since: datetime
    until: datetime
    is_bug: bool
    gaps_from: datetime


def illnesses(
    told: Iterable[Illness], answers: Iterable[Interview], bouts: Sequence[Bout]
) -> list[Ill]:
    """Give the illnesses, stretched by watery poops and told vomiting."""
    runny = [bout.at for bout in bouts if bout.is_runny]
    vomited = [each.at for each in told if has_bug(each)]
    spells = [(each.at, each.until or each.at, _is_called_one(each)) for each in told]
    spells += [(*spell, True) for each in answers for spell in _answered(each, runny)]
    signs = sorted(runny + vomited)
    return [_ill(since, until, signs, is_bug=bug) for since, until, bug in spells]


def _is_called_one(illness: Illness) -> bool:
    return illness.illness is IllnessKind.TUMMY_BUG


def has_bug(illness: Illness) -> bool:
    """Whether vomiting or watery poop was written of it."""
    return not BUG_SYMPTOMS.isdisjoint(symptoms_of(illness))


def eats_not(illness: Illness) -> bool:
    """Whether it was written that the child does not eat."""
    return Symptom.NOT_EATING in symptoms_of(illness)


def symptoms_of(illness: Illness) -> frozenset[Symptom]:
    """What was written of it; nothing if nothing was."""
    symptoms = illness.symptoms
    return frozenset() if symptoms is UNKNOWN else frozenset(symptoms)


def says_bug(answer: Interview) -> bool:
    """Whether the three questions about runny poops point to a bug."""
    told = _told(answer)
    return not says_overflow(answer) and not A_BUG.isdisjoint(told)


def says_overflow(answer: Interview) -> bool:
    """Whether two of the three questions about runny poops point to overflow."""
    return sum(each in _told(answer) for each in OVERFLOW) >= RUNNY_ANSWERS


def _told(answer: Interview) -> tuple[Told, ...]:
    return () if answer.answers is UNKNOWN else answer.answers


def _answered(
    answer: Interview, runny: Sequence[datetime]
) -> Iterable[tuple[datetime, datetime]]:
    """A bug that was recognised by its questions began with its first runny poop."""
    if says_bug(answer):
        lately = [at for at in runny if answer.at - RUNNY_WINDOW < at <= answer.at]
        yield min(lately, default=answer.at), answer.at


def _ill(
    since: datetime, until: datetime, signs: Sequence[datetime], *, is_bug: bool
) -> Ill:
    """Stretch a spell by each sign that comes while it lasts, but not for ever."""
    end, last = until + ILL_AFTER, None
    for sign in signs:
        if since <= sign <= min(end, since + ILL_LONGEST):
            end, last = max(end, sign + ILL_AFTER), sign
    gaps_from = max(end, last + GAPS_OFF_AFTER_BUG) if last else end
    bug = is_bug or last is not None
    return Ill(
        since=since, until=end, is_bug=bug, gaps_from=gaps_from if bug else since
    )
