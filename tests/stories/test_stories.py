"""Stories: days in a child's life and what must come out of them.

They are the specification of the method. A story is a few lines of TOML in a folder
beside this file; the words of a diary stand in `days.py`. Expectations say only what the
story is about; every key of `LOOKS` may be asked.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from stepstool import method
from stepstool.method import SpokenAdvice
from stepstool.method.comfort import Comfort, assess
from stepstool.method.record import UNKNOWN, Child, Entry, Record, month
from tests.spoken import advise
from tests.stories.days import entries, moment

HERE = Path(__file__).parent
FOLDERS = ("comfort", "today", "action_plan")
ZONE = "Europe/London"
BORN = "2022-09"


def idea_of(record: Record) -> str:
    proposal = method.advise(record).proposal
    return str(proposal.idea) if proposal else "none"


def card_of(advice: SpokenAdvice) -> str:
    """Give the card of today by its row, and how it may be answered."""
    card = advice.card
    return ": ".join((card.of.key, ", ".join(card.of.replies))) if card else "none"


def zone_of(advice: SpokenAdvice) -> str:
    """Give the zone of the doctor's plan that holds, and what it rests on."""
    zone = advice.zone
    if zone is None:
        return "none"
    saw = (reason.saw.key.rpartition(".")[2] for reason in zone.of.because)
    return f"{zone.of.zone}: {', '.join(saw)}"


@dataclass(frozen=True)
class Story:
    name: str
    told: Mapping[str, Any]

    @property
    def zone(self) -> str:
        return str(self.told.get("zone", ZONE))

    @cached_property
    def entries(self) -> list[Entry]:
        return entries(self.told["diary"], self.zone)

    def record(self, at: str) -> Record:
        born = self.told.get("born", BORN)
        known = UNKNOWN if born == "unknown" else month(born)
        child = Child(born=known, name="Mia", id="mia")
        return Record(child, self.entries, moment(at, self.zone))


def stories() -> Iterator[Story]:
    for folder in FOLDERS:
        for path in sorted((HERE / folder).glob("*.toml")):
            for told in tomllib.loads(path.read_text("utf-8"))["story"]:
                yield Story(f"{path.stem}: {told['title']}", told)


STORIES = {story.name: story for story in stories()}


class Told:
    """What came out of a story at a moment. Further parts of the method join here."""

    def __init__(self, record: Record) -> None:
        self.record = record

    @cached_property
    def comfort(self) -> Comfort:
        return assess(self.record)

    @cached_property
    def advice(self) -> SpokenAdvice:
        return advise(self.record)


def rules(comfort: Comfort) -> set[str]:
    return {str(each.rule) for each in comfort.because}


def _of_comfort(look: Callable[[Comfort], Any]) -> Callable[[Told], Any]:
    return lambda told: look(told.comfort)


# What may be asked of a verdict. Lists are parts: more may be there.
COMFORT: Mapping[str, Callable[[Comfort], Any]] = {
    "state": lambda comfort: comfort.state,
    "body": lambda comfort: comfort.body,
    "urgency": lambda comfort: comfort.urgency or "none",
    "variant": lambda comfort: comfort.variant,
    "rules": rules,
    "alerts": lambda comfort: {each.key for each in comfort.alerts},
    "questions": lambda comfort: {each.asks for each in comfort.questions},
    "signs_asked": lambda comfort: {
        sign for each in comfort.questions for sign in each.signs
    },
    "saw": lambda comfort: {each.saw.key for each in comfort.because},
    "notes": lambda comfort: {each.saw.key for each in comfort.notes},
    "tell": lambda comfort: {each.saw.key for each in comfort.tell},
    "progress": lambda comfort: (
        comfort.progress and f"{comfort.progress.done}/{comfort.progress.of}"
    ),
    "stools": lambda comfort: {
        f"{each.days} days: {each.in_all} in all, {each.in_toilet} in the toilet, "
        f"{each.known_days} known"
        for each in comfort.stools
    },
}
LOOKS: Mapping[str, Callable[[Told], Any]] = {
    **{name: _of_comfort(look) for name, look in COMFORT.items()},
    "words": lambda told: set(told.advice.today),
    "todo": lambda told: told.advice.todo.key,
    "ending": lambda told: told.advice.of.ending,
    "card": lambda told: card_of(told.advice).removesuffix(": "),
    "tells": lambda told: told.advice.card.tells if told.advice.card else "",
    "step": lambda told: told.advice.card.of.step if told.advice.card else 0,
    "half": lambda told: bool(told.advice.card and told.advice.card.half),
    "ready": lambda told: set(told.advice.card.ready if told.advice.card else ()),
    "since": lambda told: told.advice.since,
    "why": lambda told: {reason.rule for reason in told.advice.why},
    "calm": lambda told: told.advice.calm.level,
    "move": lambda told: told.advice.plan.move,
    "plan": lambda told: {
        reason.saw.key for reason in method.advise(told.record).plan.because
    },
    "zone": lambda told: zone_of(told.advice),
    "zone_says": lambda told: told.advice.zone.says if told.advice.zone else "",
    "zone_text": lambda told: told.advice.zone.text if told.advice.zone else "",
    "moments": lambda told: set(map(str, told.advice.moments)),
    "idea": lambda told: idea_of(told.record),
    "ideas_of_two_rounds": lambda told: {
        idea_of(told.record.until(told.record.at - timedelta(days=back)))
        for back in range(12)
    },
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_the_story_comes_out_as_told(story: Story) -> None:
    assert story.told["why"]
    for expected in story.told["expect"]:
        told = Told(story.record(expected["at"]))
        wanted = {key: value for key, value in expected.items() if key != "at"}
        assert {key: seen(told, key, wanted[key]) for key in wanted} == wanted, (
            f"at {expected['at']}: {told.comfort.state} {sorted(rules(told.comfort))}"
        )


def seen(told: Told, key: str, wanted: Any) -> Any:
    """Give what came, in the form of what was wanted; `not_x` must not contain it."""
    if key.startswith("not_"):
        came = LOOKS[key.removeprefix("not_")](told)
        return [each for each in wanted if each not in came]
    came = LOOKS[key](told)
    if isinstance(wanted, list):
        return [each for each in wanted if each in came] if wanted else sorted(came)
    return came
