"""A treatment as ordered, day by day; see `treatment/days.toml`."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from stepstool import method
from stepstool.method.treatment import Doses, TreatmentDay
from tests.stories.days import entries, moment

FILE = Path(__file__).parent / "treatment" / "days.toml"
STORIES = {
    story["title"]: story for story in tomllib.loads(FILE.read_text("utf-8"))["story"]
}
ZONE = "Europe/London"
SIGN: Mapping[Doses, str] = {
    Doses.GIVEN: "g",
    Doses.SOME: "s",
    Doses.MISSED: "m",
    Doses.UNWRITTEN: "-",
}


def treated(diary: str, at: str) -> TreatmentDay:
    child = method.Child(born=method.month("2022-09"), name="Mia", id="mia")
    record = method.Record(child, entries(diary, ZONE), moment(at, ZONE))
    return method.treatment_of(record, method.assess(record))


def keys(sayings: tuple[method.Saying, ...], room: str = "treatment.") -> list[str]:
    return [saying.key.removeprefix(room) for saying in sayings]


def includes(look: Callable[[TreatmentDay], list[str]]) -> Callable[..., bool]:
    """Ask for a part; for nothing, if nothing is expected."""
    return lambda day, want: set(want) <= set(look(day)) if want else not look(day)


def is_called_by(day: TreatmentDay, want: str) -> bool:
    return day.call_by == (None if want == "none" else moment(want, ZONE))


HOLDS: Mapping[str, Callable[[TreatmentDay, Any], bool]] = {
    "stage": lambda day, want: day.stage == want,
    "day": lambda day, want: day.day == want,
    "says": includes(lambda day: keys(day.says)),
    "not_says": lambda day, want: not set(want) & set(keys(day.says)),
    "expected": includes(lambda day: keys(day.expected, "treatment.expected.")),
    "call_by": is_called_by,
    "asks_whether_over": lambda day, want: day.asks_whether_over is want,
    "prescriber": lambda day, want: day.is_for_prescriber is want,
    "week": lambda day, want: "".join(SIGN[one.doses] for one in day.week) == want,
}


@pytest.mark.parametrize("title", STORIES)
def test_the_treatment_is_as_told(title: str) -> None:
    story = STORIES[title]
    for expected in story["expect"]:
        day = treated(story["diary"], expected["at"])
        wants = {name: want for name, want in expected.items() if name != "at"}
        missed = {name for name, want in wants.items() if not HOLDS[name](day, want)}
        assert not missed, (story["why"], expected["at"], day)
