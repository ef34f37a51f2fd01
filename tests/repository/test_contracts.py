"""The contracts know every room, and a class name means one thing."""

import ast
import tomllib
from collections import defaultdict

from tests.repository import tree

SETTINGS = tomllib.loads(tree.read("pyproject.toml"))["tool"]
# The child that a family stores is the child that the method reads; a connection is called
# so by Django, for each database.
RIGHTLY_TWICE = {"Child", "DatabaseWrapper"}


def test_every_room_of_the_method_is_behind_the_front_door() -> None:
    banned = SETTINGS["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    rooms = {path.parent for path in tree.files("src/stepstool/method/*/__init__.py")}
    names = {
        f"stepstool.method.{room.name}"
        for room in rooms
        if room.parent.name == "method"
    }
    assert sorted(names - banned.keys()) == []


def test_a_class_name_means_one_thing() -> None:
    places = defaultdict(list)
    for path in tree.files("src/*.py"):
        if "migrations" in path.parts:
            continue
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef):
                places[node.name].append(f"{tree.name(path)}:{node.lineno}")
    twice = {name: where for name, where in places.items() if len(where) > 1}
    assert {name: twice[name] for name in sorted(twice.keys() - RIGHTLY_TWICE)} == {}
    assert twice.keys() >= RIGHTLY_TWICE  # no name stands there for nothing
