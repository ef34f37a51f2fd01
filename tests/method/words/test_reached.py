"""Whatever the code names has its sentence, and no sentence is left over.

That each gap is filled and each count told, all other tests see: see tests/conftest.py.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import stepstool
from stepstool.method import STOP_AND_CALL
from stepstool.method.comfort import ASK_FIRST
from stepstool.method.evidence import NUMBERS
from stepstool.method.record import Saying
from stepstool.method.words import Voice, language

ENGLISH = language("en")
CODE = Path(stepstool.__file__).parent
QUESTIONS = CODE / "web" / "diary" / "words"  # names of kinds and fields look like keys
ROOMS = {key.partition(".")[0] for key in ENGLISH}
LIKE_A_KEY = re.compile(rf"({'|'.join(ROOMS)})\.[a-z\d_.+]*[a-z\d_+]")
BEGINS_LIKE_A_KEY = re.compile(rf"['\"]({'|'.join(ROOMS)})\.")
# Texts of this form that are no keys: numbers, rules, files.
NO_KEYS = {
    *NUMBERS,
    *(each.rule for each in (*ASK_FIRST, *STOP_AND_CALL)),
    "foods.toml",
}
# Put together from two tables, which their own tests hold against the catalogue.
# Those of a manner are tried in test_manners.py.
PUT_TOGETHER = (
    "calendar.",
    "listening.",
    "telling.",
    "rewards.stages.",
    "without_words.",
    "quietly.",
)


def texts(tree: ast.AST) -> Iterator[str]:
    """Give every text of some code, with `.+` for what is filled in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(getattr(part, "value", ".+") for part in plain(node))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        else:
            yield from texts(node)


def plain(node: ast.JoinedStr) -> Iterator[ast.AST]:
    yield from (
        part if isinstance(part, ast.Constant) else ast.Pass() for part in node.values
    )


@pytest.fixture(scope="module")
def named() -> set[str]:
    files = (path for path in CODE.rglob("*.py") if QUESTIONS not in path.parents)
    codes = (path.read_text("utf-8") for path in files)
    trees = (ast.parse(code) for code in codes if BEGINS_LIKE_A_KEY.search(code))
    found = {text for tree in trees for text in texts(tree)}
    return {text for text in found if LIKE_A_KEY.fullmatch(text)} - NO_KEYS


KEYS_AND_GROUPS = {
    ".".join(parts[:n])
    for parts in (key.split(".") for key in ENGLISH)
    for n in range(1, len(parts) + 1)
}


def is_there(text: str) -> bool:
    """Whether it names a sentence, or a group of them."""
    if ".+" not in text:
        return text in KEYS_AND_GROUPS
    pattern = re.compile(rf"{text}(\..+)?")
    return any(pattern.fullmatch(key) for key in ENGLISH)


def test_every_key_that_the_code_names_has_its_sentence(named):
    assert len(named) > 100
    assert [text for text in named if not is_there(text)] == []


def test_every_sentence_is_named_by_the_code(named):
    left = [key for key in ENGLISH if not key.startswith(PUT_TOGETHER)]
    pattern = re.compile("|".join(rf"{text}(?:\..+)?" for text in named))
    assert [key for key in left if not pattern.fullmatch(key)] == []


def test_tests_see_a_sentence_that_nobody_counts():
    with pytest.raises(AssertionError, match=r"seen\.hurt"):
        ENGLISH.say(Saying(key="seen.hurt", values={"when": "lately"}), Voice())
