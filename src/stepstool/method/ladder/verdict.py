"""How a poop is judged against the child's step, as a table (clinical_rules.md, part 4).

The first row that fits. The page never says "miss".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from stepstool.method.ladder.case import Case
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)


class Judged(StrEnum):
    """What a poop, or a try, says about the step."""

    SUCCESS = "success"
    SORE = "sore"
    AHEAD = "ahead"
    EARLIER = "earlier"
    NEUTRAL = "neutral"
    TRY = "try"


@dataclass(frozen=True, kw_only=True)
class VerdictRow(Row[Case]):
    """One row; a success away from home is a gift."""

    judged: Judged


SHUT: Final = "gate_shut"
# fmt: off
VERDICTS: Final = decision_table(
    VerdictRow(judged=Judged.NEUTRAL, key="no_step",
        when="before the ladder began, on a break, or after its end", fits=lambda case: not case.step),
    VerdictRow(judged=Judged.NEUTRAL, key="aside",
        when="in no room that this ladder is about", fits=lambda case: case.aside),
    VerdictRow(judged=Judged.NEUTRAL, key="leak",
        when="a leak or a smear", fits=lambda case: not case.bout.is_full),
    VerdictRow(judged=Judged.NEUTRAL, key="asleep",
        when="asleep", fits=lambda case: case.asleep),
    VerdictRow(judged=Judged.NEUTRAL, key="ill",
        when="ill", fits=lambda case: case.ill),
    VerdictRow(judged=Judged.NEUTRAL, key="gate_shut",
        when="while the gate is shut", fits=lambda case: case.gate_shut),
    VerdictRow(judged=Judged.NEUTRAL, key="after_rectal",
        when="after a suppository or an enema", fits=lambda case: case.after_rectal),
    VerdictRow(judged=Judged.NEUTRAL, key="bath_or_garden",
        when="in the bath or the garden", fits=lambda case: case.outdoors),
    VerdictRow(judged=Judged.NEUTRAL, key="place_unknown",
        when="the place is unknown, or the room where it decides", fits=lambda case: not case.sure),
    VerdictRow(judged=Judged.SORE, key="hard_or_hurt",
        when="at the step or beyond it, but hard, or it hurt: the reward is given, comfort decides", fits=lambda case: case.sore),
    VerdictRow(judged=Judged.AHEAD, key="ahead",
        when="beyond the step", fits=lambda case: case.beyond > 0),
    VerdictRow(judged=Judged.NEUTRAL, key="unwilling",
        when="at the step, but upset or made to", fits=lambda case: case.unwilling),
    VerdictRow(judged=Judged.SUCCESS, key="gift",
        when="at the step, though away from home", fits=lambda case: case.gift),
    VerdictRow(judged=Judged.SUCCESS, key="reached",
        when="at the step, willing, soft or unknown, and it did not hurt", fits=lambda case: case.beyond == 0),
    VerdictRow(judged=Judged.NEUTRAL, key="away",
        when="at an earlier place, but at preschool, on a journey or in another home", fits=lambda case: case.away),
    VerdictRow(judged=Judged.EARLIER, key="earlier",
        when="at an earlier place, at home, awake, well", fits=always),
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """One poop or try, judged. step: the child's step then; reached: 0 below the first.

    entries: the ids it rests on. willing: neither upset, uneasy nor made to; asked: the
    child itself told; hurt: it hurt. ungated: what it would be if the gate were open,
    since a shut gate limits what is asked, never what is earned.
    """

    judged: Judged
    why: str
    at: datetime
    day: date
    entries: tuple[str, ...]
    step: int
    reached: int
    willing: bool = True
    asked: bool = False
    upset: bool = False
    hurt: bool = False
    ungated: Judged | None = None

    @property
    def deserved(self) -> Judged:
        """What the child did, whether or not the gate was shut."""
        return self.ungated or self.judged


def judge(case: Case) -> Verdict:
    """Judge a poop by the first row of the table that fits."""
    row = first_that_fits(VERDICTS, case)
    return Verdict(
        judged=row.judged,
        why=row.key,
        at=case.bout.at,
        day=case.day,
        entries=tuple(poop.id for poop in case.bout.poops),
        step=case.step,
        reached=case.reached.step,
        willing=case.willing,
        asked=case.asked,
        upset=case.upset,
        hurt=case.bout.hurt,
        ungated=_ungated(case) if row.key == SHUT else None,
    )


def _ungated(case: Case) -> Judged:
    """Give what the rows below the shut gate say."""
    keys = [row.key for row in VERDICTS]
    return first_that_fits(VERDICTS[keys.index(SHUT) + 1 :], case).judged


CHANCES: Final = {Judged.SUCCESS, Judged.AHEAD, Judged.EARLIER, Judged.SORE}


def chances(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Keep the poops that were a chance to succeed at the step."""
    return [each for each in verdicts if each.judged in CHANCES]


def counts(verdict: Verdict) -> bool:
    """Whether it counts to moving on: at the step or beyond it, willingly."""
    beyond = verdict.judged is Judged.AHEAD and verdict.willing
    return beyond or verdict.judged is Judged.SUCCESS


def tells(verdict: Verdict) -> bool:
    """Whether it tells how the child is with the step: a chance, or one unwillingly."""
    return verdict.judged in CHANCES or verdict.why == "unwilling"
