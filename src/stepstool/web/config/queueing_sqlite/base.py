"""The connection: a transaction begins when the writers before it have ended.

A writer that meets SQLite's lock sleeps, up to a tenth of a second a try, and whoever comes
just then goes first: of eight, one waits for seven tenths of a second. A lock on a file
beside the database wakes the next one at once, in all threads and processes. SQLite's own
lock still guards against those who do not queue.
"""

import fcntl
import os
from typing import Any

from django.db.backends.sqlite3 import base


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
        place = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(place, fcntl.LOCK_EX)
        self._place = place

    def _leave(self) -> None:
        place, self._place = self._place, None
        if place is not None:
            os.close(place)
