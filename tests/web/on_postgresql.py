"""Prints what of these tests runs on PostgreSQL too, for ./test.

A room that names no table and asks no query reaches the database through the diary and the
families alone. So its tests would try theirs again, and run on SQLite only; that each of its
pages answers on PostgreSQL is asked once, where all addresses are tried.
"""

import ast
from pathlib import Path
from typing import Final

from stepstool import web

ROOMS: Final = Path(web.__file__).parent
TESTS: Final = Path(__file__).parent
# Every address, asked by a parent.
EVERY_PAGE: Final = "test_routes.py::test_every_answer_carries_the_rules"
# What only a query, a row or a set of rows is asked.
QUERIES: Final = {
    "aggregate", "annotate", "bulk_create", "exclude", "filter", "get_or_create", "objects",
    "order_by", "prefetch_related", "refresh_from_db", "save", "select_for_update",
    "select_related", "update_or_create", "using", "values_list",
}  # fmt: skip


def names_tables(source: str) -> bool:
    """Whether a module imports tables or the database, or asks a query."""
    nodes = list(ast.walk(ast.parse(source)))
    imported = {
        f"{node.module}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    imported |= {
        alias.name
        for node in nodes
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return bool(asked & QUERIES) or any(
        name.startswith("django.db") or "models" in name.split(".") for name in imported
    )


def with_tables() -> list[Path]:
    """Give the tests of the rooms of which some module names tables."""
    rooms = sorted(path for path in TESTS.iterdir() if (ROOMS / path.name).is_dir())
    return [
        room
        for room in rooms
        if any(
            names_tables(path.read_text())
            for path in (ROOMS / room.name).rglob("*.py")
            if "migrations" not in path.parts
        )
    ]


if __name__ == "__main__":
    for path in (*with_tables(), TESTS / EVERY_PAGE):
        print(path.relative_to(Path.cwd()))  # noqa: T201 - ./test reads it
