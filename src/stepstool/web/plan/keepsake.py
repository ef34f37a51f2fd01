"""The end of the way: a keepsake to print, of what the family chooses, and a happy goodbye.

All on the keepsake was decided, reached or given. It hangs where guests see it, so steps are pictures
with their numbers, and nobody reads of poop.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.first_times import FirstLine
from stepstool.web.diary.step_pictures import step_picture
from stepstool.web.diary.words.table import Word
from stepstool.web.plan.decided import ladder_named
from stepstool.web.plan.journey import Journey, Move
from stepstool.web.plan.steps import Path

UNKNOWN = method.UNKNOWN
# What may be on it, by the name in its form.
PARTS: Final[Mapping[str, Word]] = {
    "days": gettext_lazy("Days to remember"),
    "steps": gettext_lazy("The steps"),
    "stickers": gettext_lazy("Stickers and treats"),
}
CHOSEN: Final = "with"
# A page holds so many stickers; the rest are said as a number.
MOST_STICKERS: Final = 60
# The stones of a way without a ladder.
STONES: Final = 5


class Part(NamedTuple):
    """One thing that may be on the keepsake."""

    name: str
    words: Word
    chosen: bool


class Remembered(NamedTuple):
    """A day to remember: a first time, or that on which a step began."""

    day: date
    words: str
    picture: str


@dataclass(frozen=True, kw_only=True)
class Keepsake:
    """The keepsake; what was not chosen is empty."""

    parts: tuple[Part, ...]
    # The way, as far as the child has come.
    path: Path
    days: tuple[Remembered, ...]
    steps: tuple[Remembered, ...]
    # A picture for each that was given, and how many there were.
    stickers: tuple[str, ...]
    given: int


def keepsake_of(journey: Journey, chosen: frozenset[str]) -> Keepsake:
    """Give it. chosen: the parts that were ticked, of `PARTS`."""
    given = _given(journey) if "stickers" in chosen else ()
    return Keepsake(
        parts=tuple(Part(name, PARTS[name], name in chosen) for name in PARTS),
        path=_path(journey),
        days=tuple(_days(journey)) if "days" in chosen else (),
        steps=tuple(_steps(journey)) if "steps" in chosen else (),
        stickers=given[:MOST_STICKERS],
        given=len(given),
    )


def is_there(journey: Journey) -> bool:
    """Whether the way is behind the child: its last step is reached, or the last diaper gone."""
    ladder, step = journey.ladder, journey.plan.step
    if ladder is not None and step == len(ladder.steps):
        return True
    return journey.way.last_diaper is not None


def _path(journey: Journey) -> Path:
    """Draw how far the child has come: nowhere yet without a step."""
    ladder = journey.ladder
    steps = len(ladder.steps) if ladder else STONES
    here = steps if is_there(journey) else journey.plan.step or 0
    return Path(steps=steps, here=here, title="")


def _days(journey: Journey) -> Iterator[Remembered]:
    """Give the first times and the goodbye to the last diaper, in their order."""
    days = [
        Remembered(line.time.day, _first_time(line), "joy")
        for line in reversed(journey.way.firsts)
    ]
    last = journey.way.last_diaper
    if last is not None:
        days.append(Remembered(last, _("Goodbye, last diaper!"), "diaper"))
    yield from sorted(days)


def _first_time(line: FirstLine) -> str:
    """Say a first time so that it is understood years later."""
    if line.time.ladder is None:
        return line.title
    return _("The first time on step %(number)s") % {"number": line.time.step}


def _steps(journey: Journey) -> Iterator[Remembered]:
    """Give each step once, with the day on which it began for the first time."""
    begun: set[tuple[str, int]] = set()
    for decision in journey.decisions:
        ladder, step = ladder_named(journey, decision), decision.step
        if ladder is None or step is UNKNOWN or decision.move not in FORWARD:
            continue
        if (ladder.key, step) not in begun:
            begun.add((ladder.key, step))
            yield Remembered(
                day=journey.visit.clock.day(decision.at),
                words=_("Step %(number)s") % {"number": step},
                picture=step_picture(ladder, step),
            )


FORWARD: Final = {Move.START, Move.MOVE_ON, Move.GO_ON}


def _given(journey: Journey) -> tuple[str, ...]:
    """Give a picture for each thing that was given."""
    rewards = reading.lasting(journey.visit.child, method.lasting.Reward)
    special = method.lasting.RewardKind.SPECIAL_STICKER
    return tuple(
        "special_sticker" if each.reward is special else "sticker" for each in rewards
    )
