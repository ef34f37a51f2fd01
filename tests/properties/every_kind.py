"""Months of one child in which every kind of entry comes, long ago and lately.

Everything comes from one seed; sense is asked for only so far that rules meet: most poops
are soft, most families began a ladder, and what is read lately is written lately.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from stepstool.method.record import UNKNOWN, Child, Entry, Month, Record, read_or_keep
from stepstool.method.record.entry import KINDS
from stepstool.method.record.kinds.interview import ANSWERS, Topic
from stepstool.method.record.question import Choice, Question, Several, Text, Whole

END: Final = datetime(2026, 6, 1, 17, tzinfo=UTC)
BORN: Final = (Month(2022, 6), Month(2021, 9), Month(2025, 1), UNKNOWN)
LATELY: Final = timedelta(days=12)
LONG_AGO: Final = timedelta(days=260)
SOFT_DAYS: Final = 45
LADDERS: Final = ("b", "b", "b", "diaper_fading", "three_phases", "own-1")
OUR_OWN: Final = {
    "ladder": "own-1",
    "ladder_version": 1,
    "title": "Ours",
    "steps": [
        {"says": "In the bathroom", "place": ["diaper"]},
        {"says": "On the potty"},
    ],
}


def _step(chance: Random) -> int:
    return chance.randint(1, 4)


def _interview(chance: Random) -> Mapping[str, Any]:
    topic = chance.choice([each for each in ANSWERS if each is not Topic.WHERE_NOW])
    return {"topic": topic, "answers": [chance.choice(ANSWERS[topic])]}


# Answers that the questions of a kind leave too wide to meet anything.
Answers = Callable[[Random], Mapping[str, Any]]
NARROW: Final[Mapping[str, Answers]] = {
    "zone": lambda chance: {"zone": chance.choice(["Asia/Tokyo", "America/New_York"])},
    "plan": lambda chance: {"ladder": chance.choice(LADDERS), "step": _step(chance)},
    "price": lambda chance: {"ladder": "b", "step": _step(chance), "thing": "grapes"},
    "own_ladder": lambda _: OUR_OWN,
    "interview": _interview,
    "none_came": lambda _: {"since": "unknown"},
    "medicine_ordered": lambda _: {"until_day": "unknown"},
    "reward": lambda chance: {"ladder": "b", "step": _step(chance), "cause": "poop-3"},
    "prize": lambda _: {"what": "a red car"},
}


def everything(seed: int) -> Record:
    """Give the record of one child at five in the afternoon of the last day."""
    chance = Random(f"every kind {seed}")
    rows = [_zone(), *_begins(chance), *_usual(chance), *_others(chance)]
    child = Child(born=chance.choice(BORN), name="Mia", id="mia")
    numbered = ({"id": f"{n:04}", **row} for n, row in enumerate(rows))
    return Record(child, [read_or_keep(row) for row in numbered], END)


def without(record: Record, kind: type[Entry]) -> Record:
    """Give the record as if nothing of a kind had been written."""
    kept = [each for each in record.entries if type(each) is not kind]
    return Record(record.child, [*kept, *record.unread], record.at)


def only(record: Record, reads: Mapping[type[Entry], timedelta | None]) -> Record:
    """Give the record as far as a reading reaches."""
    kept = [
        each
        for each in record.entries
        if type(each) in reads
        and ((back := reads[type(each)]) is None or each.at >= record.at - back)
    ]
    return Record(record.child, [*kept, *record.unread], record.at)


def _zone() -> dict[str, Any]:
    at = END - LONG_AGO - timedelta(days=30)
    return _row("zone", at, {"zone": "Europe/London"})


def _begins(chance: Random) -> Iterator[dict[str, Any]]:
    if chance.random() < 0.8:
        at = END - timedelta(days=chance.randint(3, 30))
        told = {
            "move": "start",
            "ladder": chance.choice(LADDERS),
            "step": _step(chance),
        }
        yield _row("own_ladder", at - timedelta(days=1), OUR_OWN)
        yield _row("plan", at, told)


def _usual(chance: Random) -> Iterator[dict[str, Any]]:
    """Most days one, around a usual hour; a few hurt, a few days are said to be without."""
    hour, trouble = chance.randint(7, 16), chance.choice([0, 0.02, 0.3])
    place = chance.choice(["diaper", "diaper", "potty"])
    for day in range(SOFT_DAYS, -1, -1):
        at = END.replace(hour=hour, minute=chance.randint(0, 59)) - timedelta(days=day)
        hurts = chance.random() < trouble
        told = {"place": place, "bristol": 2 if hurts else 4, "pain": 2 if hurts else 0}
        told |= {"where": "bathroom", "sleeping": "awake", "began": ["told"]}
        yield _row("none_came" if chance.random() < trouble else "poop", at, told)


def _others(chance: Random) -> Iterator[dict[str, Any]]:
    """Of each kind some lately and some long ago; each seed leaves most of them out.

    Each kind has a chance of its own, so that a new one changes no other's entries.
    """
    seed = chance.getrandbits(64)
    for name in sorted(KINDS):
        chance = Random(f"{seed} {name}")
        often = chance.choice([0, 0, 1, 3, 8])
        for span in (LATELY, LONG_AGO):
            for _ in range(often):
                at = END - chance.random() * span
                yield _row(name, at, _answered(chance, name), _until(chance, name, at))


def _answered(chance: Random, name: str) -> dict[str, Any]:
    asked = KINDS[name].QUESTIONS.items()
    told = {key: _answer(chance, q) for key, q in asked if chance.random() < 0.8}
    return told | dict(NARROW.get(name, lambda _: {})(chance))


def _answer(chance: Random, question: Question) -> Any:
    if isinstance(question, Choice):
        return chance.choice(list(question.answers))
    if isinstance(question, Several):
        return chance.sample(list(question.answers), k=1)
    if isinstance(question, Whole):
        return chance.randint(question.low, question.high)
    return "words" if isinstance(question, Text) else "unknown"


LASTS: Final[Sequence[str]] = ("sleep", "illness", "away", "tummy_ache")


def _until(chance: Random, name: str, at: datetime) -> datetime | None:
    lasts = name in LASTS and chance.random() < 0.7
    return at + timedelta(hours=chance.choice([1, 9, 60])) if lasts else None


def _row(
    kind: str, at: datetime, data: Mapping[str, Any], until: datetime | None = None
) -> dict[str, Any]:
    ends = {"until": until.isoformat()} if until else {}
    return {"kind": kind, "at": at.isoformat(), "data": dict(data), **ends}
