"""A story of the ladder: a child's days in lines, and what is advised at some moments.

A line is `day hour:minute kind answer=value …`; `2-5` is every day from 2 to 5. Day 1 is
Sunday, 1 March 2026. Several answers are joined by commas. Mia is four and a half, unless the
story says when she was born; `own` are the steps of a ladder that the family made.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from stepstool.method import comfort, ladder
from stepstool.method.calm import Calm
from stepstool.method.record import Child, Entry, Month, Record, read_entry

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
FOLDER = Path(__file__).parent / "ladder"
MIA = Child(born=Month(2021, 9), name="Mia", id="mia")
LINE = re.compile(r"(?P<days>[\d-]+) (?P<time>\d\d:\d\d) (?P<kind>\w+) ?(?P<said>.*)")
MANY = {"began", "answers", "signs", "symptoms"}
ENVELOPE = {"by", "until"}


@dataclass(frozen=True)
class Story:
    name: str
    child: Child
    entries: tuple[Entry, ...]
    expect: tuple[Mapping[str, Any], ...]


def stories() -> Iterator[Story]:
    for path in sorted(FOLDER.glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["story"]:
            yield read(f"{path.stem}: {told['title']}", told)


def read(name: str, told: Mapping[str, Any]) -> Story:
    lines = [line for line in told["diary"].splitlines() if line.strip()]
    entries = tuple(each for n, line in enumerate(lines) for each in _entries(n, line))
    entries += _own_ladder(told.get("own", []))
    return Story(name, _child(told.get("born", "")), entries, tuple(told["expect"]))


def _own_ladder(steps: list[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Return the ladder that a story's family made itself, kept on its first morning."""
    if not steps:
        return ()
    data = {
        "ladder": "own-ladder",
        "ladder_version": 1,
        "title": "Ours",
        "steps": steps,
    }
    at = moment("1 06:00").isoformat()
    raw = {"id": "own", "kind": "own_ladder", "at": at, "data": data}
    return (read_entry(raw),)


def _child(born: str) -> Child:
    """Return Mia, born in the month that the story tells, if it tells one."""
    if not born:
        return MIA
    year, month = map(int, born.split("-"))
    return replace(MIA, born=Month(year, month))


def _entries(number: int, line: str) -> Iterator[Entry]:
    found = LINE.fullmatch(line.strip())
    assert found, f"no line of a diary: {line}"
    said = dict(word.split("=") for word in found["said"].split())
    first, _, last = found["days"].partition("-")
    for day in range(int(first), int(last or first) + 1):
        yield _entry(f"{number:03}-{day:03}", found["kind"], day, found["time"], said)


def _entry(name: str, kind: str, day: int, time: str, said: Mapping[str, str]) -> Entry:
    data = {key: _answer(key, said[key]) for key in said if key not in ENVELOPE}
    raw = {"id": name, "kind": kind, "at": moment(f"{day} {time}").isoformat()}
    if "until" in said:
        raw["until"] = moment(said["until"].replace("@", " ")).isoformat()
    return read_entry({**raw, "by": said.get("by", ""), "data": data})


def _answer(key: str, value: str) -> Any:
    if key in MANY:
        return value.split(",")
    if key.endswith("_day") or key == "since":
        return moment(f"{value} 00:00").date().isoformat()
    return int(value) if value.isdigit() else value


def moment(text: str) -> datetime:
    day, time = text.split()
    hours, minutes = time.split(":")
    since = timedelta(days=int(day) - 1, hours=int(hours), minutes=int(minutes))
    return FIRST + since


@dataclass(frozen=True)
class Told:
    comfort: comfort.Comfort
    calm: Calm
    plan: ladder.PlanAdvice


def tell(entries: tuple[Entry, ...], asked: datetime, child: Child = MIA) -> Told:
    record = Record(child, entries, asked)
    felt = comfort.assess(record)
    calm = ladder.calm_of(record, felt)
    return Told(felt, calm, ladder.advise(record, felt, calm))
