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
from stepstool.method.comfort.danger_table import SIGNS, Sign
from stepstool.method.comfort.days_without import days_without
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.numbers import REVIEW_FIRST, STILL_OPEN
from stepstool.method.comfort.openings import LONG_AGO, began, knowing
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


@dataclass(frozen=True, kw_only=True)
class Alert:
    """A danger sign that is open. since: when it was first there, unanswered.

    told: a family said so; else the diary shows it. says: which of its sentences fits, by
    key.
    """

    key: DangerKey
    urgency: Urgency
    since: datetime
    latest: datetime
    told: bool
    because: tuple[Because, ...]
    says: str = ""


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
    sharper = {MILDER[each.key] for each in found if each.key in MILDER}
    still = (each for each in found if each.key not in sharper)
    return tuple(sorted(still, key=lambda each: -each.urgency.rank))


def _alert(
    sign: Sign, facts: Facts, steps: Sequence[Step], told: Sequence[DangerSign]
) -> Alert | None:
    here = [each for each in told if each.sign is sign.key]
    shown = list(ALL_SHOWS[sign.key](facts, steps)) if sign.key in ALL_SHOWS else []
    said = [Shown(e.at, _said(sign)) for e in here if e.answer is DangerAnswer.HERE]
    if not shown and not said:
        return None
    after = _answered(sign, here, facts)
    seen = any(e.at == after and e.answer is DangerAnswer.SEEN for e in here)
    still = [each for each in said if each.at > after]
    still += [e for e in shown if _is_open(sign, e, (after, seen), facts)]
    still.sort(key=lambda each: each.at)
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
        says=_says(sign, facts),
    )


def _says(sign: Sign, facts: Facts) -> str:
    """On a laxative the first words about leaks are not to stop it on one's own."""
    on_medicine = facts.record.treatment.on_laxative(facts.at)
    return f"{sign.key}_on_medicine" if on_medicine and sign.key in LOOSE else sign.key


# A sharper sign, and the milder one that it says already.
MILDER: Final = {DangerKey.PEEING_HURTS_AND_ILL: DangerKey.PEEING_HURTS}
LOOSE: Final = {DangerKey.LEAKS, DangerKey.RUNNY_14_DAYS}


def _answered(sign: Sign, told: Sequence[DangerSign], facts: Facts) -> datetime:
    """Give when the sign was last answered: by the family, or by a clinician's word."""
    answers = [each.at for each in told if each.answer in sign.closed_by]
    named = [each.at for each in facts.words if _names(sign, each)]
    return max([*answers, *named, *_known(sign, facts)], default=LONG_AGO)


def _known(sign: Sign, facts: Facts) -> Sequence[datetime]:
    """Give when a clinician came to know of what this sign says, or treated it anew."""
    if sign.key is DangerKey.TREATMENT_NOT_HELPING:
        first = began(facts, facts.at) or facts.at
        return [each for each in knowing(facts) if each >= first + REVIEW_FIRST]
    return knowing(facts) if sign.stuck else ()


def _is_open(
    sign: Sign, shown: Shown, answer: tuple[datetime, bool], facts: Facts
) -> bool:
    """Whether what the diary shows is open. answer: the last one, and whether it was seen.

    Quiet is counted from the answer: *soon* for some weeks, or for good if a doctor
    explained it; what goes on for two days; what comes anew opens at once, of *soon* once a
    doctor has seen it.
    """
    after, seen = answer
    if sign.urgency is Urgency.SOON:
        if seen and shown.since is None and not _is_explained(sign, facts):
            return shown.at > after
        return not _is_explained(sign, facts) and shown.at > after + sign.quiet
    return shown.begun > after or shown.at > after + STILL_OPEN


def _is_explained(sign: Sign, facts: Facts) -> bool:
    said = (e for e in facts.words if e.word is Word.EXPLAINED_SIGN)
    return any(each.sign is sign.key for each in said)


def _names(sign: Sign, word: ClinicianWord) -> bool:
    """Whether a clinician's word says that this very sign is known."""
    if word.word is Word.CALL_AFTER_DAYS:
        return sign.key is DangerKey.DAYS_WITHOUT
    knows = word.word in (Word.KNOWS_ABOUT_IT, Word.EXPLAINED_SIGN)
    return knows and word.sign is sign.key


def _said(sign: Sign) -> Saying:
    return Saying(key=f"danger.{sign.key}")
