"""Every decision table of the method decides every case, and can say whatever it decides."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from stepstool import method
from stepstool.method.record.decision import (
    Row,
    TableError,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.words import language

ENGLISH = language("en")
CATALOGUE = "locale/en/LC_MESSAGES/method.po"


def tables() -> Iterator[tuple[str, tuple[Row[Any], ...]]]:
    """Give every table in the modules of the method, by its name."""
    for found in pkgutil.walk_packages(method.__path__, f"{method.__name__}."):
        for name, value in vars(import_module(found.name)).items():
            rows = value if isinstance(value, tuple) else ()
            if rows and all(isinstance(row, Row) for row in rows):
                yield f"{found.name}.{name}", rows


TABLES = dict(tables())


@pytest.mark.parametrize(("name", "rows"), TABLES.items(), ids=TABLES)
def test_every_row_has_its_sentences(name, rows):
    missing = [
        f"add {key} to {CATALOGUE}: the row {row.key} of {name} says it"
        for row in rows
        for key in row.sentences
        if not ENGLISH.has(key)
    ]
    assert missing == []


def test_no_table_is_overlooked():
    names = {name.rpartition(".")[2] for name in TABLES}
    assert {"MOVES", "VERDICTS", "LEVELS", "FADES", "WORDS", "AGAIN"} <= names


def row(key: str, *, fits: Any = always) -> Row[int]:
    return Row(key=key, fits=fits)


def test_the_first_row_that_fits_decides():
    few = row("few", fits=lambda count: count < 3)
    some = row("some", fits=lambda count: count < 9)
    table = decision_table(few, some, row("many"))
    assert [first_that_fits(table, n).key for n in (2, 3, 9)] == ["few", "some", "many"]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "end with one that has fits=always"),
        ([row("few", fits=bool)], "end with one that has fits=always"),
        ([row("few"), row("many")], "no row below “few” can be reached"),
        ([row("few", fits=bool), row("few")], "2 rows are named “few”"),
    ],
)
def test_a_table_that_does_not_decide_is_refused(rows, says):
    with pytest.raises(TableError, match=says):
        decision_table(*rows)
