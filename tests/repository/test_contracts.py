"""The contracts know every room."""

import tomllib

from tests.repository import tree

SETTINGS = tomllib.loads(tree.read("pyproject.toml"))["tool"]


def test_every_room_of_the_method_is_behind_the_front_door() -> None:
    banned = SETTINGS["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    rooms = {path.parent for path in tree.files("src/stepstool/method/*/__init__.py")}
    names = {
        f"stepstool.method.{room.name}"
        for room in rooms
        if room.parent.name == "method"
    }
    assert sorted(names - banned.keys()) == []
