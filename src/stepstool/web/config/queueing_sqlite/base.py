"""The connection: a transaction begins when the writers before it have ended.

A writer that meets SQLite's lock sleeps, up to a tenth of a second a try, and whoever comes
just then goes first: of eight, one waits for seven tenths of a second. A lock on a file
beside the database wakes the next one at once, in all threads and processes. SQLite's own
lock still guards against those who do not queue. Nobody queues longer than SQLite itself would
wait.
"""

import fcntl
import os
from threading import Event, Lock, Thread
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base


class TooManyWritersError(OperationalError):
    """The turn did not come in time; nothing was written."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that stands in the queue from BEGIN to its commit or rollback."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._place: int | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._queue()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # the stubs lack it
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # the stubs lack it
        self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # the stubs lack it
        finally:
            self._leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # the stubs lack it
        finally:
            self._leave()

    def _queue(self) -> None:
        if self.is_in_memory_db() or self._place is not None:
            return
        beside = f"{self.settings_dict['NAME']}-queue"
        try:
            place = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:  # as SQLite itself would say a moment later
            raise OperationalError("Nobody can queue to write.") from error
        if not _comes_in_time(place, self.settings_dict["OPTIONS"]["timeout"]):
            raise TooManyWritersError("Others have been writing for too long.")
        self._place = place

    def _leave(self) -> None:
        place, self._place = self._place, None
        if place is not None:
            os.close(place)


def _comes_in_time(place: int, seconds: float) -> bool:
    """Wait for the turn of an open place; one that comes too late is given up.

    Only the kernel wakes the next one at once, and it waits without a limit: so whoever finds
    the queue taken lets a thread of its own wait there.
    """
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _is_won(place, seconds)
    return True


def _is_won(place: int, seconds: float) -> bool:
    """Whether the turn comes before patience ends; which came first is settled once."""
    turn, settled = Event(), Lock()

    def stand() -> None:
        fcntl.flock(place, fcntl.LOCK_EX)
        if settled.acquire(blocking=False):
            turn.set()
        else:
            os.close(place)

    Thread(target=stand, daemon=True).start()
    return turn.wait(seconds) or not settled.acquire(blocking=False)
