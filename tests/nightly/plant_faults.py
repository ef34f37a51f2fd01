"""Plant faults one at a time in a copy of the house, and tell which nobody noticed.

    .venv/bin/python -m tests.nightly.plant_faults --seed 1 --count 30 [--within method]

It takes minutes to hours and is no part of `./test`. Whoever reads a survivor decides: a
test that lacks, or a line that changes nothing. What only keeps the house from starting is
counted apart: somebody notices, but no test says what is wrong.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from tests.nightly import spare
from tests.repository import tree

SOURCE: Final = Path("src/stepstool")
OTHER_WAY: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
# Rows of a table, not the two halves of a pair.
ROWS: Final = 3
# What is said of a line, not what it does.
SAID: Final = {"sources", "says", "__all__", "__slots__", "help", "verbose_name"}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One change of one piece of text. begin, end: as bytes of the file."""

    path: Path
    line: int
    begin: int
    end: int
    kind: str
    new: str

    def planted(self, text: str) -> str:
        raw = text.encode()
        return (raw[: self.begin] + self.new.encode() + raw[self.end :]).decode()

    def told(self, text: str) -> str:
        old = " ".join(text.encode()[self.begin : self.end].decode().split())
        return f"{self.path}:{self.line} {self.kind}: {old[:60]} -> {self.new[:60]!r}"


class Places(ast.NodeVisitor):
    """Everywhere in a file where a fault could stand."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.raw, self.found = path, text.encode(), list[Fault]()
        self.starts = [0]
        for line in self.raw.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.visit(ast.parse(text))

    def at(self, line: int | None, column: int | None) -> int:
        return self.starts[(line or 1) - 1] + (column or 0)

    def add(self, kind: str, old: ast.expr, new: str) -> None:
        begin = self.at(old.lineno, old.col_offset)
        end = self.at(old.end_lineno, old.end_col_offset)
        fault = Fault(
            path=self.path, line=old.lineno, begin=begin, end=end, kind=kind, new=new
        )
        self.found.append(fault)

    def visit_Compare(self, node: ast.Compare) -> None:
        other = OTHER_WAY[type(node.ops[0])]
        left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
        if len(node.ops) == 1:
            self.add("other way", node, f"({left} {other} {right})")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = " or " if isinstance(node.op, ast.And) else " and "
        parts = [f"({ast.unparse(each)})" for each in node.values]
        self.add("and/or", node, f"({other.join(parts)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if type(node.value) is int:
            self.add("by one", node, str(node.value + 1))
        elif isinstance(node.value, bool):
            self.add("by one", node, str(not node.value))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.add("not", node, f"({ast.unparse(node.operand)})")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        self.add("guard", node.test, "False")
        self.add("early", node.test, "True")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.add("guard", node.test, "False")
        self.generic_visit(node)

    def _rows(self, node: ast.Tuple | ast.List | ast.Set | ast.Dict) -> None:
        rows = node.values if isinstance(node, ast.Dict) else node.elts
        for number in range(len(rows)) if len(rows) >= ROWS else ():
            self.add("row dropped", node, _without(node, number))
        self.generic_visit(node)

    visit_Tuple = visit_List = visit_Set = visit_Dict = _rows  # noqa: N815

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg not in SAID:
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not {ast.unparse(each) for each in node.targets} & SAID:
            self.visit(node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for each in node.body:
            self.visit(each)

    def visit_arg(self, _: ast.arg) -> None:
        """Types change nothing."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for each in [*node.body, *node.args.defaults, *node.args.kw_defaults]:
            if each:
                self.visit(each)


def _without(node: ast.Tuple | ast.List | ast.Set | ast.Dict, number: int) -> str:
    fewer = ast.parse(ast.unparse(node), mode="eval").body
    assert isinstance(fewer, ast.Tuple | ast.List | ast.Set | ast.Dict)
    if isinstance(fewer, ast.Dict):
        del fewer.keys[number], fewer.values[number]
    else:
        del fewer.elts[number]
    text = ast.unparse(fewer)
    return text if text[0] in "([{" else f"({text})"


def places(within: str) -> Iterator[list[Fault]]:
    """Give the places of each file, so that long tables do not take every turn."""
    for path in tree.files(f"{SOURCE / within}/*.py"):
        if "migrations" in path.parts or path.name == "__init__.py":
            continue
        found = Places(path.relative_to(tree.ROOT), path.read_text("utf-8")).found
        if found:
            yield found


def chosen(within: str, seed: int, count: int) -> list[Fault]:
    """Draw a file by its lines of code that can break, then a kind, then a place."""
    chance, files = Random(seed), list(places(within))
    weights = [len({each.line for each in found}) for found in files]
    drawn: list[Fault] = []
    while len(drawn) < count:
        [found] = chance.choices(files, weights)
        kind = chance.choice(sorted({each.kind for each in found}))
        fault = chance.choice([each for each in found if each.kind == kind])
        drawn += [] if fault in drawn else [fault]
    return drawn


def stages(path: Path) -> list[list[str]]:
    """Give who should notice, the nearest first, and at last the whole house around it."""
    house, *rooms = path.relative_to(SOURCE).parts
    near = [f"tests/{house}/{room}" for room in rooms[:1]]
    if house == "method":
        web = [f"tests/web/{room}" for room in rooms[:1]]
        return [[*near, "tests/stories"], web, ["tests/method"]]
    if house == "web":
        around = ["test_routes.py", "test_languages.py", "test_tone.py"]
        return [near, [f"tests/web/{each}" for each in around], ["tests/web"]]
    return [[f"tests/{house}"], ["tests/cli"]]


def main() -> None:
    """Plant, run, tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--count", type=int, default=30)
    asked.add_argument("--within", default="", help="a folder of src/stepstool")
    told = asked.parse_args()
    survived, at_start = [], 0
    with spare.copy() as copy:
        for fault in chosen(told.within, told.seed, told.count):
            text = (copy / fault.path).read_text("utf-8")
            with spare.changed(copy / fault.path, fault.planted(text)):
                by = spare.noticed(copy, stages(fault.path))
            if by.startswith("FAILED") and spare.fails_anyway(copy, by):
                sys.exit(f"Mend this first, it fails without a fault:\n{by}")
            survived += [] if by else [fault.told(text)]
            at_start += by.startswith(spare.AT_START)
            sys.stdout.write(f"{fault.told(text)}\n    {by or 'NOBODY NOTICED'}\n")
            sys.stdout.flush()
    caught = told.count - len(survived)
    sys.stdout.write(
        f"\nSeed {told.seed}: {caught} of {told.count} noticed, {at_start} of them only "
        "since it did not start\n"
    )
    sys.stdout.write("".join(f"{each}\n" for each in survived))


if __name__ == "__main__":
    main()
