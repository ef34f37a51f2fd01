"""No regular expression takes longer than its text is long.

Every one in the rooms that strangers' bytes reach is read from the code and attacked where it
repeats something: what comes before, the repeated signs many times over, and a sign that fits
nowhere. A new one is attacked without anybody naming it.
"""

import ast
import importlib
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import _constants as signs  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from tests.repository import tree

ROOMS = ("trackers", "method", "web")
USES = {"search", "match", "fullmatch", "findall", "finditer", "sub", "split"}
# A file of the house itself, read when it starts, is from no stranger.
OURS = {"stepstool.web.pictures.album", "stepstool.method.words.catalogue"}
LENGTHS = (20, 1_000, 4_000, 16_000, 64_000)
# Seconds of a try of such a length, as slow as a busy machine may be; a square takes far more.
ALLOWED = 0.02
A_SIGN = 8e-7
REPEATS = {signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT}
FITS_NOWHERE = ("\x00", "\n", "!")


@dataclass(frozen=True)
class Expression:
    """One expression, as one way in which the code uses it."""

    where: str
    pattern: re.Pattern[Any]
    use: str

    def __str__(self) -> str:
        return f"{self.where} {self.use}"

    def tried(self, text: str) -> None:
        is_bytes = isinstance(self.pattern.pattern, bytes)
        attack: Any = text.encode("latin1", "replace") if is_bytes else text
        if self.use == "sub":
            self.pattern.sub(attack[:0], attack)
        elif self.use == "finditer":
            list(self.pattern.finditer(attack))
        else:
            getattr(self.pattern, self.use)(attack)


def expressions() -> Iterator[Expression]:
    for room in ROOMS:
        for path in tree.files(f"src/stepstool/{room}/*.py"):
            text = path.read_text("utf-8")
            parts = path.relative_to(tree.ROOT / "src").with_suffix("").parts
            name = ".".join(parts).removesuffix(".__init__")
            if "import re\n" in text and name not in OURS:
                yield from in_module(name, ast.parse(text))


def in_module(name: str, code: ast.Module) -> Iterator[Expression]:
    names = vars(importlib.import_module(name))
    for node in ast.walk(code):
        use = use_of(node)
        if use is None:
            continue
        assert isinstance(node, ast.Call)
        flags = [*node.args[1:2], *(word.value for word in node.keywords)]
        asked = [value_of(flag, names) for flag in flags if use == "compile"]
        pattern = re.compile(value_of(node.args[0], names), *asked)
        for way in [use] if use != "compile" else uses_of(node, code):
            yield Expression(f"{name}:{node.lineno}", pattern, way)


def value_of(node: ast.expr, names: dict[str, Any]) -> Any:
    """Give what is written there, among the names of its module."""
    return eval(ast.unparse(node), dict(names))  # noqa: S307 - our own code


def use_of(node: ast.AST) -> str | None:
    """Give the function of `re` that is called, if one is."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attr)):
            return attr if attr in USES | {"compile"} else None
    return None


def uses_of(compiled: ast.Call, code: ast.Module) -> list[str]:
    """Give how a compiled one is used: by what is asked of its name, else as searching."""
    named = {ast.unparse(compiled)}
    for node in ast.walk(code):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is compiled:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named |= {ast.unparse(target) for target in targets}
    used = {
        node.attr
        for node in ast.walk(code)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in named
    }
    return sorted(used & USES) or ["search"]


def attacks(pattern: re.Pattern[Any]) -> Iterator[Callable[[int], str]]:
    """Give texts that fit nearly, one for each repetition and each end."""
    parsed = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    for before, pump in repetitions(list(parsed), ""):
        for end in FITS_NOWHERE:
            yield lambda length, b=before, p=pump, e=end: (  # type: ignore[misc]
                b + p * (length // len(p)) + e
            )
            yield lambda length, b=before, p=pump, e=end: (  # type: ignore[misc]
                (b + p + e) * (length // len(b + p + e))
            )


def repetitions(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """Give each repeated piece with a text that leads to it."""
    for kind, value in items:
        for inner in inside(kind, value):
            yield from repetitions(list(inner), before)
            if kind in REPEATS:
                pump = sample(list(inner))
                if pump:
                    yield before, pump
        before += sample([(kind, value)])


def inside(kind: Any, value: Any) -> Iterator[Any]:
    if kind in REPEATS:
        yield value[2]
    elif kind is signs.SUBPATTERN:
        yield value[3]
    elif kind is signs.BRANCH:
        yield from value[1]


def sample(items: list[Any]) -> str:
    """Give a text that fits."""
    return "".join(one(kind, value) for kind, value in items)


def one(kind: Any, value: Any) -> str:
    if kind is signs.LITERAL:
        return chr(value)
    if kind is signs.RANGE:
        return chr(value[0])
    if kind in {signs.IN, signs.BRANCH}:
        return of_several(kind, value)
    if kind in REPEATS:
        return sample(list(value[2])) * max(value[0], 1)
    if kind is signs.SUBPATTERN:
        return sample(list(value[3]))
    return {signs.ANY: "a", signs.NOT_LITERAL: "a", signs.CATEGORY: " "}.get(kind, "")


def of_several(kind: Any, value: Any) -> str:
    if kind is signs.BRANCH:
        return sample(list(value[1][0]))
    first, what = value[0]
    if first is signs.NEGATE:
        return "a"
    if first is signs.CATEGORY:
        return {signs.CATEGORY_SPACE: " ", signs.CATEGORY_DIGIT: "1"}.get(what, "a")
    return one(first, what)


def too_slow(expression: Expression) -> list[str]:
    """Give the attacks that take longer than their length allows, shortened."""
    return [
        attack(12)
        for attack in attacks(expression.pattern)
        if any(takes(expression, attack(n)) > ALLOWED + n * A_SIGN for n in LENGTHS)
    ]


def takes(expression: Expression, text: str) -> float:
    """Give how long the quicker of two tries takes, in seconds of CPU."""
    tries = []
    for _ in range(2):
        begun = time.thread_time()
        expression.tried(text)
        tries.append(time.thread_time() - begun)
    return min(tries)


def test_none_takes_longer_than_its_text() -> None:
    slow = {str(expression): too_slow(expression) for expression in expressions()}
    assert {where: texts for where, texts in slow.items() if texts} == {}


@pytest.mark.parametrize(
    ("pattern", "use"),
    [
        (r"([A-Za-z]{3})[a-z]*\.? ([0-9]{1,2}), ([0-9]{4})", "search"),
        (r"1:2(?:\s*(?:[AP]M)?)?\s*Z?", "fullmatch"),
        (r"(a+)+b", "match"),
        (r"\s+$", "search"),
    ],
)
def test_one_that_takes_its_square_would_be_noticed(pattern: str, use: str) -> None:
    assert too_slow(Expression("here", re.compile(pattern), use))


def test_many_are_met_and_attacked() -> None:
    met = list(expressions())
    assert len(met) > 25
    assert {expression.where.split(".")[1] for expression in met} == set(ROOMS)
    assert len([e for e in met if list(attacks(e.pattern))]) > 15
