"""Nothing grows beyond what can be read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import tree

LINES = {"*.py": 700, "*.html": 100, "*.js": 150, "*.css": 150}
FUNCTION_LINES = 40


@pytest.mark.parametrize(("pattern", "most"), LINES.items())
def test_no_file_is_too_long(pattern: str, most: int) -> None:
    own = [path for path in tree.files(pattern) if "vendor" not in path.parts]
    lengths = {tree.name(path): len(path.read_text().splitlines()) for path in own}
    assert {name: lines for name, lines in lengths.items() if lines > most} == {}


def test_no_function_is_too_long() -> None:
    assert [
        f"{tree.name(path)}:{function.lineno} {function.name}"
        for path in tree.files("*.py")
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno >= FUNCTION_LINES
    ] == []


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node
