"""Numbers are read by name where they are used, and a name that is not there says so."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from stepstool.method import evidence
from stepstool.method.evidence import NUMBERS, MissingNumberError, topic

METHOD = Path(str(files(evidence))).parent
KINDS = ("span", "count", "share")
# Topics whose numbers are read by name and no other way.
BY_NAME = ("comfort",)


class Read(NamedTuple):
    """A number that the code reads: `N.kind.name`."""

    file: str
    topic: str
    kind: str
    name: str


def reads(path: Path) -> Iterator[Read]:
    tree = ast.parse(path.read_text("utf-8"))
    named = dict(filter(None, map(_topic_of, tree.body)))
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id=holder), attr=kind), attr=name
            ) if holder in named and kind in KINDS:
                file = str(path.relative_to(METHOD))
                yield Read(file, named[holder], kind, name)


def _topic_of(node: ast.stmt) -> tuple[str, str] | None:
    """Give the name and the topic of `N: Final = topic("comfort")`."""
    match node:
        case ast.AnnAssign(
            target=ast.Name(id=holder),
            value=ast.Call(
                func=ast.Name(id="topic"), args=[ast.Constant(value=str(name))]
            ),
        ):
            return holder, name
    return None


ALL = [read for path in sorted(METHOD.rglob("*.py")) for read in reads(path)]


def missing(read: Read) -> str:
    """Say what is wrong with a read; nothing if nothing is."""
    try:
        getattr(getattr(topic(read.topic), read.kind), read.name)
    except MissingNumberError as error:
        return f"{read.file}: {error}"
    return ""


def test_every_number_that_the_code_reads_is_written_down():
    assert [text for read in ALL if (text := missing(read))] == []


@pytest.mark.parametrize("name", BY_NAME)
def test_every_number_of_a_topic_is_read(name):
    used = {f"{name}.{read.name}" for read in ALL if read.topic == name}
    keys = [key for key in NUMBERS if key.startswith(f"{name}.")]
    assert [key for key in keys if key not in used] == []


def test_a_number_is_read_as_what_it_is():
    numbers = topic("comfort")
    assert numbers.span.long_gap == timedelta(hours=96)
    assert numbers.count.few_poops == 3
    assert isinstance(numbers.count.few_poops, int)
    assert numbers.share.hard_share == 0.25


def test_a_name_that_is_not_there_says_in_which_file_to_write_it():
    numbers = topic("comfort")
    with pytest.raises(
        MissingNumberError,
        match=r"numbers/comfort\.toml has no \[longest\]; add it with",
    ):
        numbers.span.longest  # noqa: B018


def test_a_number_of_another_kind_is_refused():
    numbers = topic("comfort")
    with pytest.raises(MissingNumberError, match=r"\[few_poops\] is no length of time"):
        numbers.span.few_poops  # noqa: B018
    with pytest.raises(MissingNumberError, match=r"\[hard_share\] is no whole number"):
        numbers.count.hard_share  # noqa: B018


def test_a_topic_without_a_file_is_refused():
    with pytest.raises(
        MissingNumberError, match=r"numbers/nobody\.toml has no numbers"
    ):
        topic("nobody")
