"""Made-up families that reward: the weeks of `test_ladder`, and taps on "Given" in between."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from stepstool.method import comfort, ladder
from stepstool.method.record import Child, Entry, Month, Record, Version, read_entry
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.rewards import Rewards, rewards_of
from tests.properties.test_ladder import DAYS, FIRST, history

MIA = Child(born=Month(2021, 3), name="Mia", id="mia")
CHOICES: Sequence[tuple[str, dict[str, Sequence[Any]]]] = (
    (
        "settings",
        {
            "sweets": ["yes", "no", "unknown"],
            "things": ["yes", "yes", "yes", "no"],
            "treat": ["unknown", "sweets", "sweets", "stamp", "gummy bears", "pear"],
            "treat_chokes": ["unknown", "yes", "no"],
            "fading": ["unknown", "unknown", "every_second", "surprise", "words"],
        },
    ),
    (
        "price",
        {
            "ladder": ["b"],
            "step": [1, 2, 3, 4, 5],
            "thing": ["kisses", "raisins"],
            "first": [1, 10, "unknown"],
            "then": [1, 3],
            "jar": [1, 3, 12, "unknown"],
        },
    ),
    ("prize", {"what": ["kite"]}),
    ("medicine_given", {"outcome": ["given", "missed"]}),
)
TAPS = 3


def lived(seed: int) -> list[Entry]:
    """Make up a family's weeks, with what was given."""
    chance = random.Random(seed)
    entries = [*history(seed), *_chosen(chance)]
    for moment in sorted(_moment(chance) for _ in range(TAPS)):
        due = rewards(entries, moment).due
        entries += [each.given(moment) for each in due if chance.random() < 0.6]
    return entries


def _chosen(chance: random.Random) -> Iterator[Entry]:
    for number in range(chance.randrange(6)):
        kind, questions = chance.choice(CHOICES)
        data = {name: chance.choice(answers) for name, answers in questions.items()}
        at = _moment(chance).isoformat()
        yield read_entry(
            {"id": f"chosen-{number}", "kind": kind, "at": at, "data": data}
        )


def _moment(chance: random.Random) -> datetime:
    return FIRST + timedelta(minutes=chance.randrange(DAYS * 24 * 60))


def rewards(entries: Sequence[Entry], at: datetime, child: Child = MIA) -> Rewards:
    """Ask for the rewards at a moment."""
    record = Record(child, entries, at)
    felt = comfort.assess(record)
    plan = ladder.advise(record, felt, ladder.calm_of(record, felt))
    return rewards_of(record, felt, plan)


def changed(entry: Entry, **changes: Any) -> Entry:
    """Give the next version of an entry."""
    version = Version(counter=entry.version.counter + 1, device="house")
    return replace(entry, version=version, **changes)


def poops(entries: Sequence[Entry]) -> list[Poop]:
    """Give the poops."""
    return [each for each in entries if isinstance(each, Poop)]
