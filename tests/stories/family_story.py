"""A family's story: what they logged and told, and what must come out of it.

Each row of the table of situations is one story; the words of a diary stand in `days.py`.
`first` names the reasons that lead, in order; `help` the parts of the method the first one
leads to; `step` the first thing to do. A key of `LOOKS` may be asked; lists are parts.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from stepstool import method
from stepstool.method import ladder, reasons
from stepstool.method.calm import Calm
from stepstool.method.comfort import Comfort, assess
from stepstool.method.reasons import ReasonLevel, Reasons
from stepstool.method.record import Child, Entry, Record, month
from tests.spoken import advise
from tests.stories.days import entries, moment

FOLDER = Path(__file__).parent / "families"
ZONE = "Europe/London"
BORN = "2022-09"


@dataclass(frozen=True)
class Moment:
    """What comes out at one moment of a story."""

    record: Record

    @cached_property
    def comfort(self) -> Comfort:
        return assess(self.record)

    @cached_property
    def calm(self) -> Calm:
        return ladder.calm_of(self.record, self.comfort)

    @cached_property
    def reasons(self) -> Reasons:
        return reasons.find(self.record, self.comfort, self.calm)

    @cached_property
    def advice(self) -> method.SpokenAdvice:
        return advise(self.record)


@dataclass(frozen=True)
class Story:
    name: str
    told: Mapping[str, Any]

    @cached_property
    def entries(self) -> list[Entry]:
        return entries(self.told["diary"], ZONE)

    def at(self, moment_: str) -> Moment:
        child = Child(born=month(self.told.get("born", BORN)), name="Mia", id="mia")
        return Moment(Record(child, self.entries, moment(moment_, ZONE)))


def stories() -> Iterator[Story]:
    for path in sorted(FOLDER.glob("*.toml")):
        for told in tomllib.loads(path.read_text("utf-8"))["story"]:
            yield Story(f"{path.stem}: {told['title']}", told)


def _of_level(level: ReasonLevel) -> Callable[[Moment], set[str]]:
    return lambda now: {str(e.key) for e in now.reasons.reasons if e.level is level}


def _facts(now: Moment, side: str) -> set[str]:
    return {
        f"{each.key}: {because.rule}"
        for each in now.reasons.reasons
        for because in getattr(each, side)
    }


LOOKS: Mapping[str, Callable[[Moment], Any]] = {
    "likely": _of_level(ReasonLevel.LIKELY),
    "possible": _of_level(ReasonLevel.POSSIBLE),
    "unlikely": _of_level(ReasonLevel.UNLIKELY),
    "not_asked": _of_level(ReasonLevel.NOT_ASKED),
    "for": lambda now: _facts(now, "speaks_for"),
    "against": lambda now: _facts(now, "speaks_against"),
    "of": lambda now: {f"{e.key}: {of}" for e in now.reasons.reasons for of in e.of},
    "help": lambda now: set(now.reasons.leads[0].help),
    "ladders": lambda now: set(now.reasons.leads[0].ladders),
    "step": lambda now: now.reasons.leads[0].first.key.removeprefix("reasons.first."),
    "says": lambda now: {each.first.key for each in now.reasons.reasons},
    "waits": lambda now: {str(each.key) for each in now.reasons.reasons if each.waits},
    "tell": lambda now: {each.rule for each in now.reasons.tell},
    "clinician": lambda now: now.reasons.clinician is not None,
    "ready": lambda now: {str(e.item) for e in now.reasons.readiness if e.ticked},
    "again": lambda now: (
        now.reasons.again.rule.removeprefix("again_") if now.reasons.again else "none"
    ),
    "state": lambda now: now.comfort.state,
    "body": lambda now: now.comfort.body,
    "urgency": lambda now: now.comfort.urgency or "none",
    "alerts": lambda now: {str(each.key) for each in now.comfort.alerts},
    "calm": lambda now: now.calm.level,
    "todo": lambda now: now.advice.todo.key,
    "move": lambda now: now.advice.plan.move,
}


def seen(now: Moment, key: str, wanted: Any) -> Any:
    """Give what came, in the form of what was wanted; `not_x` must not contain it."""
    if key == "first":
        return [str(each.key) for each in now.reasons.leads][: len(wanted)]
    if key not in LOOKS:
        return [each for each in wanted if each not in LOOKS[key[4:]](now)]
    came = LOOKS[key](now)
    if isinstance(wanted, list):
        return [each for each in wanted if each in came] if wanted else sorted(came)
    return came
