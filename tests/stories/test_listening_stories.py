"""Each story of listening, and of medicine from below, comes out as it is told."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from stepstool.method import SpokenAdvice, hard_stops
from stepstool.method.record import Child, Record, month
from tests.spoken import advise
from tests.stories.ladder_story import MIA, moment, read

FOLDER = Path(__file__).parent / "listening"


def told() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path in sorted(FOLDER.glob("*.toml")):
        for each in tomllib.loads(path.read_text(encoding="utf-8"))["story"]:
            yield f"{path.stem}: {each['title']}", each


STORIES = dict(told())


@pytest.mark.parametrize("name", STORIES)
def test_the_story_comes_out_as_told(name: str) -> None:
    story = STORIES[name]
    assert story["why"]
    entries = read(name, story).entries
    for expected in story["expect"]:
        record = Record(child(story), entries, moment(expected["at"]))
        advice = advise(record)
        wanted = {key: expected[key] for key in expected if key != "at"}
        came = {key: seen(record, advice, key) for key in wanted}
        assert came == wanted, f"at {expected['at']}"


def child(story: Mapping[str, Any]) -> Child:
    if "born" not in story:
        return MIA
    return Child(born=month(story["born"]), name="Mia", id="mia")


def seen(record: Record, advice: SpokenAdvice, key: str) -> Any:
    found = advice.listening
    rules = [each.rule for each in found.because]
    looks = {
        "may": lambda: found.is_now,
        "against": lambda: [] if found.is_now else rules,
        "because": lambda: rules,
        "not_now": lambda: next((rule for rule in rules if rule == "ill"), ""),
        "trend": lambda: found.trend,
        "calm": lambda: advice.calm.level,
        "stops": lambda: [each.rule for each in hard_stops(record)],
        "alerts": lambda: [each.urgency for each in advice.alerts],
    }
    return looks[key]()
