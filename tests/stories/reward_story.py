"""A story of rewards: a child's days in lines, and what is due at some moments.

A line is as in `ladder_story`, and may be one of these:
`6 18:30 given` taps "Given" on all that is due, `given what=kisses` on one of them,
`given what=kisses instead=nail_polish` gives something else;
`correct evening place=pants` and `remove evening` change the entry of a line with
`as=evening`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from stepstool.method import SpokenAdvice
from stepstool.method.record import Child, Entry, Month, Record, Version, read_entry
from stepstool.method.record.entry_json import write_entry
from stepstool.method.rewards import Due
from tests.spoken import advise
from tests.stories.ladder_story import LINE, _answer, moment

FOLDER = Path(__file__).parent / "rewards"
BORN = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True)
class Story:
    name: str
    told: Mapping[str, Any]

    @property
    def child(self) -> Child:
        born = BORN.fullmatch(self.told.get("born", "2021-09"))
        assert born
        return Child(born=Month(int(born[1]), int(born[2])), name="Mia", id="mia")

    def entries(self) -> list[Entry]:
        """Live through the days."""
        diary: dict[str, Entry] = {}
        for at, kind, number, said in sorted(self._lines(), key=lambda line: line[:3]):
            for each in self._written(diary, at, kind, f"{number:03}-{at:%j}", said):
                diary[each.id] = each
        return list(diary.values())

    def _lines(self) -> Iterator[tuple[datetime, str, int, dict[str, str]]]:
        lines = [line for line in self.told["diary"].splitlines() if line.strip()]
        for number, line in enumerate(lines):
            found = LINE.fullmatch(line.strip())
            assert found, f"no line of a diary: {line}"
            words = found["said"].split()
            said = dict(word.split("=") for word in words)
            first, _, last = found["days"].partition("-")
            for day in range(int(first), int(last or first) + 1):
                yield moment(f"{day} {found['time']}"), found["kind"], number, said

    def _written(
        self,
        diary: Mapping[str, Entry],
        at: datetime,
        kind: str,
        name: str,
        said: Mapping[str, str],
    ) -> Iterator[Entry]:
        if kind == "given":
            yield from self._given(diary, at, said)
        elif kind in ("correct", "remove"):
            yield _changed(diary[said["what"]], kind, said)
        else:
            yield _entry(said.get("as", name), kind, at, said)

    def _given(
        self, diary: Mapping[str, Entry], at: datetime, said: Mapping[str, str]
    ) -> Iterator[Entry]:
        due = [each.due for each in self.advice(list(diary.values()), at).rewards.due]
        taken = [each for each in due if said.get("what") in (None, each.thing)]
        assert taken, f"nothing of this is due at {at}: {said}, {due}"
        for each in taken:
            yield replace(
                each.given(at, said.get("instead", "")), by=said.get("by", "")
            )

    def advice(self, entries: list[Entry], at: datetime) -> SpokenAdvice:
        return advise(Record(self.child, entries, at))


def stories() -> Iterator[Story]:
    for path in sorted(FOLDER.glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["story"]:
            yield Story(f"{path.stem}: {told['title']}", told)


def _entry(name: str, kind: str, at: datetime, said: Mapping[str, str]) -> Entry:
    data = {
        key: _answer(key, value)
        for key, value in said.items()
        if key not in ("as", "by")
    }
    raw = {"id": name, "kind": kind, "at": at.isoformat(), "by": said.get("by", "")}
    return read_entry({**raw, "data": data})


def _changed(entry: Entry, kind: str, said: Mapping[str, str]) -> Entry:
    version = Version(counter=entry.version.counter + 1, device="house")
    if kind == "remove":
        return replace(entry, removed=True, version=version)
    raw = write_entry(replace(entry, version=version))
    corrected = {key: _answer(key, said[key]) for key in said if key != "what"}
    return read_entry({**raw, "data": raw["data"] | corrected})


def said(due: Due) -> str:
    """Write a due in a few words: `10 kisses step 4 first`, `special_sticker`."""
    words = [str(due.amount)] if due.amount and due.step else []
    words.append(due.thing)
    words += [f"step {due.step}"] if due.step else []
    words += ["first"] if due.first else []
    return " ".join(words)
