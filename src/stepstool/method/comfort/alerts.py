"""Alerts: which danger signs are open now, and what is only told at the next visit.

A sign opens when it is told or shown by the diary. It is closed only by an answer; no
setting and no elapsed time closes it (rule 4 of the method). Source: clinical_rules.md,
part 2, "How a sign ends".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from stepstool.method.comfort.danger_log import SHOWS, Shown, Shows
from stepstool.method.comfort.danger_table import CLOSED_BY, SIGNS, Sign
from stepstool.method.comfort.days_without import days_without
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.numbers import SOON_AGAIN
from stepstool.method.comfort.openings import knowing
from stepstool.method.comfort.state import Urgency
from stepstool.method.comfort.walk import Step
from stepstool.method.record import Because, Saying
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerAnswer,
    DangerKey,
    DangerSign,
    Word,
)
from stepstool.method.record.treatment import NEVER


@dataclass(frozen=True, kw_only=True)
class Alert:
    """A danger sign that is open. since: when it was first there, unanswered.

    told: a family said so; else the diary shows it.
    """

    key: DangerKey
    urgency: Urgency
    since: datetime
    latest: datetime
    told: bool
    because: tuple[Because, ...]


ALL_SHOWS: Final[Mapping[DangerKey, Shows]] = {
    **SHOWS,
    DangerKey.DAYS_WITHOUT: days_without,
}


def alerts_of(facts: Facts, steps: Sequence[Step]) -> tuple[Alert, ...]:
    """Give the open signs, *now* first."""
    told = facts.record.of(DangerSign)
    found = [
        alert
        for sign in SIGNS
        if (alert := _alert(sign, facts, steps, told)) is not None
    ]
    return tuple(sorted(found, key=lambda each: -each.urgency.rank))


def _alert(
    sign: Sign, facts: Facts, steps: Sequence[Step], told: Sequence[DangerSign]
) -> Alert | None:
    here = [each for each in told if each.sign is sign.key]
    shown = list(ALL_SHOWS[sign.key](facts, steps)) if sign.key in ALL_SHOWS else []
    said = [Shown(e.at, _said(sign)) for e in here if e.answer is DangerAnswer.HERE]
    if not shown and not said:
        return None
    after = closed_until(sign, here, facts)
    still = sorted(
        (each for each in [*shown, *said] if each.at > after), key=lambda each: each.at
    )
    if not still:
        return None
    reason = Because(rule=sign.key, saw=still[-1].saw, sources=sign.sources)
    return Alert(
        key=sign.key,
        urgency=sign.urgency,
        since=still[0].at,
        latest=still[-1].at,
        told=bool(said),
        because=(reason,),
    )


def closed_until(sign: Sign, told: Sequence[DangerSign], facts: Facts) -> datetime:
    """Up to when signs are answered. *Soon* opens again if it repeats two weeks later.

    A sign that the doctor explained does not open again, except *now* and *today*.
    """
    answers = [each.at for each in told if each.answer in CLOSED_BY[sign.urgency]]
    named = [each.at for each in facts.words if _names(sign, each)]
    known = knowing(facts) if sign.stuck else []
    latest = max([*answers, *named, *known], default=None)
    if latest is None:
        return datetime.min.replace(tzinfo=NEVER.tzinfo)
    if sign.urgency is not Urgency.SOON:
        return latest
    explained = any(
        each.word is Word.EXPLAINED_SIGN and each.sign is sign.key
        for each in facts.words
    )
    return NEVER if explained else latest + SOON_AGAIN


def _names(sign: Sign, word: ClinicianWord) -> bool:
    """Whether a clinician's word says that this very sign is known."""
    knows = word.word in (Word.KNOWS_ABOUT_IT, Word.EXPLAINED_SIGN)
    return knows and word.sign is sign.key


def _said(sign: Sign) -> Saying:
    return Saying(key=f"danger.{sign.key}")
