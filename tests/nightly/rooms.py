"""Measure the rooms: modules, lines, arrows between them, floors, and circles.

    .venv/bin/python -m tests.nightly.rooms [stepstool.method]

A room is a package; an arrow leads from a module to one it imports in the same room; floors
are the modules of the longest way down. A circle is a number of modules that import each
other.
"""

import argparse
import sys
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

import grimp

WIDTH: Final = 36


def floors_of(below: Mapping[str, set[str]]) -> int:
    """Count the floors; 0 where there is a circle."""
    floor: dict[str, int] = {}
    try:
        for module in TopologicalSorter(below).static_order():
            floor[module] = 1 + max((floor[each] for each in below[module]), default=0)
    except CycleError:
        return 0
    return max(floor.values(), default=0)


def main() -> None:
    """Print one line a room."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("within", nargs="?", default="stepstool.method")
    within = parser.parse_args().within
    graph = grimp.build_graph("stepstool", cache_dir=None)
    rooms = sorted(
        name for name in graph.modules if name.startswith(within) and _is_room(name)
    )
    sys.stdout.write(f"{'room':{WIDTH}} modules  lines arrows floors\n")
    for room in rooms:
        inside = {n for n in graph.modules if n.startswith(f"{room}.")}
        inside = {n for n in inside if not _is_room(n) and ".migrations" not in n}
        below = {
            name: graph.find_modules_directly_imported_by(name) & inside
            for name in inside
        }
        arrows, lines = sum(map(len, below.values())), sum(map(_lines, inside))
        floors = floors_of(below) if inside else 0
        says = f"{floors:6}" if floors or not inside else "circle"
        sys.stdout.write(
            f"{room:{WIDTH}} {len(inside):7} {lines:6} {arrows:6} {says}\n"
        )


def _path(module: str) -> Path:
    return Path("src", *module.split("."))


def _is_room(module: str) -> bool:
    return _path(module).is_dir()


def _lines(module: str) -> int:
    return len(
        _path(module).with_suffix(".py").read_text(encoding="utf-8").splitlines()
    )


if __name__ == "__main__":
    main()
