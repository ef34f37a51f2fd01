"""`stepstool advise` says what is due and what was given."""

import json
from pathlib import Path
from typing import Any

import pytest

from stepstool import cli

AT = "2026-03-04T20:00+00:00"


@pytest.fixture
def diary(tmp_path: Path) -> str:
    path = tmp_path / "mia.json"
    entries = [
        entry("s", 1, "settings", sweets="yes", treat="sweets"),
        entry("l", 1, "plan", move="start", ladder="b", step=5),
        entry("p", 3, "poop", place="potty", wearing="nothing", bristol=4, pain=0),
        entry("r", 3, "reward", reward="special_sticker", cause="p", amount=1),
        entry("q", 2, "reward", what="a hug"),
    ]
    raw = {"format": "stepstool-diary", "version": 1}
    child = {"born": "2021-09", "name": "Mia"}
    path.write_text(json.dumps({**raw, "child": child, "entries": entries}))
    return str(path)


def entry(name: str, day: int, kind: str, **data: Any) -> dict[str, Any]:
    at = f"2026-03-{day:02}T18:10:00+00:00"
    return {"id": name, "kind": kind, "at": at, "data": data}


def test_for_programs_it_says_what_is_due(
    diary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["advise", diary, "--at", AT, "--json"]) == 0
    (due,) = json.loads(capsys.readouterr().out)["rewards"]["due"]
    assert (due["what"], due["amount"], due["step"], due["first"]) == (
        "kisses",
        10,
        5,
        True,
    )
    assert due["because"][0]["source"]


def test_for_programs_it_says_all_that_was_given(
    diary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["advise", diary, "--at", AT, "--json"])
    given = json.loads(capsys.readouterr().out)["rewards"]["given"]
    assert [each["id"] for each in given] == ["q", "r"]
    assert given[0]["kind"] is None
    assert given[1]["cause"] == "p"


def test_for_people_it_says_what_is_due(
    diary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["advise", diary, "--at", AT])
    said = capsys.readouterr().out
    assert "Earned, and not given yet:\n  - 10 chocolate kisses" in said
