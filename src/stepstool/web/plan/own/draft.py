"""A draft: a ladder as it stands in the form, before it is kept. Nothing of it is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, Final

from django.http import QueryDict

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.plan.own.choices import (
    ANY,
    HOWS,
    ROOMS,
    TABLES,
    nearest,
    nearest_landing,
)

MOST: Final = method.own_ladder.STEPS.most
FIELDS: Final = ("says", "lands", "room", "how", "days", "thing", "half")


@dataclass(frozen=True, kw_only=True)
class DraftStep:
    """One step as typed and tapped."""

    says: str = ""
    lands: str = "diaper"
    room: str = ANY
    how: str = ANY
    days: str = ""
    thing: str = "sticker"
    half: str = ""

    def own_step(self) -> method.own_ladder.OwnStep:
        """Give the step that it tells; what is empty or none of ours stays open."""
        typed = {"says": self.says, "half": self.half, "thing": self.thing}
        told: dict[str, Any] = {name: text for name, text in typed.items() if text}
        if self.days.isdecimal():
            told["days"] = int(self.days)
        for name, table in TABLES.items():
            told |= table.get(getattr(self, name), {})
        return method.own_ladder.OwnStep(**told)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A ladder as it stands in the form. ladder: the key of the one it is a change of."""

    title: str = ""
    ladder: str = ""
    steps: tuple[DraftStep, ...] = field(default=(DraftStep(),))

    def after(self, action: str) -> "Draft":
        """Give the draft after a button: add, or up, down, remove with a step's number."""
        what, _, which = action.partition("-")
        move = MOVES.get(what)
        if what == "add" and len(self.steps) < MOST:
            return replace(self, steps=(*self.steps, DraftStep()))
        if move is None or not which.isdecimal() or not self._has(int(which)):
            return self
        return replace(self, steps=move(self.steps, int(which) - 1))

    def _has(self, number: int) -> bool:
        return 1 <= number <= len(self.steps)


Steps = tuple[DraftStep, ...]


def _remove(steps: Steps, place: int) -> Steps:
    return (*steps[:place], *steps[place + 1 :]) or (DraftStep(),)


def _up(steps: Steps, place: int) -> Steps:
    if place == 0:
        return steps
    return (*steps[: place - 1], steps[place], steps[place - 1], *steps[place + 1 :])


def _down(steps: Steps, place: int) -> Steps:
    return _up(steps, place + 1) if place + 1 < len(steps) else steps


MOVES: Final[Mapping[str, Callable[[Steps, int], Steps]]] = {
    "remove": _remove,
    "up": _up,
    "down": _down,
}


def draft_in(posted: QueryDict) -> Draft:
    """Read the form as it was sent."""
    steps = []
    for number in count(1):
        if f"says-{number}" not in posted or number > MOST:
            break
        told = {name: posted.get(f"{name}-{number}", "").strip() for name in FIELDS}
        steps.append(DraftStep(**told))
    return Draft(
        title=posted.get("title", "").strip(),
        ladder=posted.get("ladder", ""),
        steps=tuple(steps) or (DraftStep(),),
    )


def draft_of(visit: Visit, ladder: method.Ladder) -> Draft:
    """Begin with the steps of a ladder; a change, if it is the family's own."""
    say = visit.speaker.spoken
    own = ladder.key if ladder.key.startswith(method.OWN_LADDER) else ""
    steps = tuple(
        DraftStep(
            says=say(ladder.says(number)),
            lands=nearest_landing(step.success[0]),
            room=nearest(ROOMS, step.success[0]),
            how=nearest(HOWS, step.success[0]),
            days=str(step.at_least_days),
            thing=step.earns.first.thing,
            half=say(ladder.says_half(number)),
        )
        for number, step in enumerate(ladder.steps, 1)
    )
    return Draft(title=say(ladder.title) if own else "", ladder=own, steps=steps)
