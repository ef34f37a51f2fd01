"""Writers of one SQLite file queue; each leaves the queue however its transaction ends."""

import fcntl
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from stepstool.web.config import databases
from stepstool.web.config.queueing_sqlite.base import TooManyWritersError

pytestmark = pytest.mark.django_db


@pytest.fixture
def connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BaseDatabaseWrapper]:
    handler = ConnectionHandler({"default": databases.database("", tmp_path)})
    monkeypatch.setattr(transaction, "connections", handler)
    yield handler["default"]
    handler["default"].close()


def is_free(tmp_path: Path) -> bool:
    """Say whether nobody stands in the queue of the database."""
    with (tmp_path / "stepstool.sqlite3-queue").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def test_a_transaction_stands_in_the_queue_until_its_commit(
    connection: Any, tmp_path: Path
) -> None:
    with transaction.atomic():
        assert not is_free(tmp_path)
        with transaction.atomic():
            connection.cursor().execute("CREATE TABLE poop (id)")
        assert not is_free(tmp_path)
    assert is_free(tmp_path)


def test_a_transaction_that_fails_leaves_the_queue(
    connection: Any, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("INSERT INTO nowhere VALUES (1)")
    assert is_free(tmp_path)


def test_a_connection_that_is_closed_leaves_the_queue(
    connection: Any, tmp_path: Path
) -> None:
    connection.ensure_connection()
    connection.set_autocommit(
        False, force_begin_transaction_with_broken_autocommit=True
    )
    assert not is_free(tmp_path)
    connection.close()
    assert is_free(tmp_path)


def test_who_cannot_begin_leaves_the_queue(connection: Any, tmp_path: Path) -> None:
    other = ConnectionHandler({"default": databases.database("", tmp_path)})["default"]
    other.cursor().execute("BEGIN IMMEDIATE")  # one who does not queue
    connection.cursor().execute("PRAGMA busy_timeout = 0")
    with pytest.raises(DatabaseError, match="locked"), transaction.atomic():
        pass
    assert is_free(tmp_path)
    other.close()


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Any]:
    """Return one who stands in the queue."""
    with (tmp_path / "stepstool.sqlite3-queue").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def test_the_next_one_comes_as_soon_as_the_one_before_leaves(
    connection: Any, tmp_path: Path, another: Any
) -> None:
    Timer(0.1, another.close).start()
    with transaction.atomic():
        assert not is_free(tmp_path)
    assert is_free(tmp_path)


def test_who_waits_too_long_writes_nothing_and_leaves_the_queue(
    connection: Any, tmp_path: Path, another: Any
) -> None:
    connection.settings_dict["OPTIONS"] = {"timeout": 0.05}
    with pytest.raises(TooManyWritersError), transaction.atomic():
        pass
    another.close()
    until = time.monotonic() + 10
    while not is_free(tmp_path) and time.monotonic() < until:
        time.sleep(0.01)
    assert is_free(tmp_path)
    with transaction.atomic():
        assert not is_free(tmp_path)


def test_reading_does_not_queue(connection: Any, tmp_path: Path) -> None:
    connection.cursor().execute("SELECT 1")
    assert is_free(tmp_path)
