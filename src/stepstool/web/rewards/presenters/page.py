"""The page of rewards."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.rewards.forms import NOTHING
from stepstool.web.rewards.presenters.due import DueRow, new_rows, older_dues
from stepstool.web.rewards.presenters.given import GivenRow, lately
from stepstool.web.rewards.presenters.prize import PrizeCard, prize_of

FEW: Final = 5


@dataclass(frozen=True, kw_only=True)
class Page:
    """What is due, and what was given. older: texts of what is asked about together.

    words: for the last poop; earns: what the child's step pays; jar: pieces left.
    """

    due: tuple[DueRow, ...]
    older: tuple[str, ...]
    given: tuple[GivenRow, ...]
    words: method.Reason | None
    prize: PrizeCard | None
    earns: str
    jar: int | None
    allergies: str
    notes: tuple[method.Reason, ...]
    guard: tuple[method.Reason, ...]
    may_give: bool
    may_choose: bool


def present(visit: Visit, names: Mapping[str, str]) -> Page:
    """Give it."""
    rewards, speaker = visit.advice.rewards, visit.speaker
    return Page(
        due=new_rows(visit),
        older=tuple(each.text for each in older_dues(visit)),
        given=lately(visit, reversed(rewards.given[-FEW:]), names),
        words=rewards.words,
        prize=prize_of(visit),
        earns=visit.advice.plan.earns,
        jar=rewards.found.jar,
        allergies=allergies_of(visit),
        notes=speaker.reasons(rewards.found.notes),
        guard=speaker.reasons(rewards.found.guard),
        may_give=May.WRITE in visit.may(method.lasting.Reward.KIND),
        may_choose=May.WRITE in visit.may(method.lasting.Settings.KIND),
    )


def allergies_of(visit: Visit) -> str:
    """Give what must not be eaten, in the family's words."""
    told = visit.settings.allergies
    return "" if told in (method.UNKNOWN, NOTHING) else str(told)
