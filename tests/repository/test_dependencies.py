"""What we stand on is named, explained and pinned."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.repository import tree

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)", re.MULTILINE)
LOCKS = {"serve": "requirements/serve.txt", "develop": "requirements/develop.txt"}


def asked(lock: str) -> list[Requirement]:
    project = tomllib.loads(tree.read("pyproject.toml"))["project"]
    wanted = list(project["dependencies"])
    if lock == "develop":
        wanted += project["optional-dependencies"]["develop"]
    return [Requirement(line) for line in wanted]


def pinned(lock: str) -> dict[str, Version]:
    found = PIN.finditer(tree.read(LOCKS[lock]))
    return {one["name"]: Version(one["version"]) for one in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_what_the_project_asks_for(lock: str) -> None:
    pins = pinned(lock)
    assert [
        str(wanted)
        for wanted in asked(lock)
        if pins.get(canonicalize_name(wanted.name)) not in wanted.specifier
    ] == []


def test_developers_run_the_versions_that_are_served() -> None:
    assert pinned("serve").items() <= pinned("develop").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", tree.read(LOCKS[lock]).strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    assert "://" not in tree.read(LOCKS[lock])


def test_every_dependency_says_what_it_is_for() -> None:
    text = tree.read("pyproject.toml")
    lists = re.findall(
        r"^(?:dependencies|develop) = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL
    )
    lines = "".join(lists).splitlines()
    assert lines
    assert [line for line in lines if "#" not in line and not _above(line, lines)] == []


def _above(line: str, lines: list[str]) -> bool:
    """Say whether the line before is a comment of its own."""
    before = lines[lines.index(line) - 1] if lines.index(line) else ""
    return before.strip().startswith("#")
