"""Each story of the ladder comes out as it is told."""

from typing import Any

import pytest

from stepstool.method.ladder import MOVES, VERDICTS, Judged, Treat
from tests.stories.ladder_story import Story, Told, moment, stories, tell

STORIES = {story.name: story for story in stories()}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_the_story_comes_out_as_told(story: Story) -> None:
    for expected in story.expect:
        told = tell(story.entries, moment(expected["at"]), story.child)
        wanted = {key: expected[key] for key in expected if key != "at"}
        came = {key: seen(told, key) for key in wanted}
        assert came == wanted, f"at {expected['at']}"


def test_every_row_of_both_tables_has_a_story() -> None:
    expected = [each for story in STORIES.values() for each in story.expect]
    rules, whys = {e.get("rule") for e in expected}, {e.get("why") for e in expected}
    assert [key for row in MOVES for key in row.reasons if key not in rules] == []
    assert [row.key for row in VERDICTS if row.key not in whys] == []


def seen(told: Told, key: str) -> Any:
    plan = told.plan
    poops = [each for each in plan.verdicts if each.judged is not Judged.TRY]
    looks = {
        "move": lambda: plan.move,
        "rule": lambda: plan.rule,
        "ladder": lambda: plan.ladder,
        "step": lambda: plan.step,
        "to": lambda: plan.to,
        "place": lambda: plan.place,
        "verdict": lambda: poops[-1].judged,
        "why": lambda: poops[-1].why,
        "tries": lambda: len(plan.verdicts) - len(poops),
        "progress": lambda: (
            plan.progress and f"{plan.progress.count}/{plan.progress.of}"
        ),
        "asks": lambda: [each.key.rpartition(".")[2] for each in plan.ask],
        "comfort": lambda: told.comfort.state,
        "rules": lambda: [each.rule for each in told.comfort.because],
        "alerts": lambda: [each.urgency for each in told.comfort.alerts],
        "calm": lambda: told.calm.level,
        "first": lambda: treat(plan.earns and plan.earns.first),
        "then": lambda: treat(plan.earns and plan.earns.then),
        "per": lambda: plan.earns and plan.earns.per,
        "instead": lambda: plan.earns and list(plan.earns.instead),
        "disagree": lambda: len(plan.disagreement),
    }
    return looks[key]()


def treat(found: Treat | None) -> list[str | int]:
    return [each for each in (found.thing, found.amount) if each] if found else []
