"""Whether the house is up: a real writing, committed, that leaves nothing behind.

A database that can be read and not written is no house for a diary: its disk is full, it is mounted
read-only, it is a stand-by. Whoever asks more often than every few seconds hears the last answer,
so that no stranger wears the disk.
"""

import logging
from threading import Lock
from time import monotonic
from typing import Final, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection, transaction
from django.http import HttpRequest, JsonResponse

from stepstool.web.shell.faults import Fault, fault_of, sentence_of

EVERY: Final = 5.0  # seconds between two writings, in each process
WELL: Final = "ok"
_TABLE: Final = "shell_cache"
_KEY: Final = "healthz"
_log = logging.getLogger("stepstool.health")


class Health(NamedTuple):
    """What was last known, and until when (by `monotonic`) it is believed."""

    status: str
    until: float


class _Examination:
    """Writes at most every few seconds, and one at a time; others hear what was last known."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last = Health("", 0.0)

    def status(self) -> str:
        """Give one word or two, such as: ok, disk full, read only."""
        if monotonic() < self._last.until:
            return self._last.status
        if self._lock.acquire(blocking=not self._last.status):
            try:
                self._last = Health(_written(), monotonic() + EVERY)
            finally:
                self._lock.release()
        return self._last.status

    def forget(self) -> None:
        """Look again at the next question."""
        self._last = Health(self._last.status, 0.0)


examination: Final = _Examination()


@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:
    """Say how it is; 503 where the diary could not be written."""
    status = examination.status()
    return JsonResponse({"status": status}, status=200 if status == WELL else 503)


def _written() -> str:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            row = [_KEY, "", "2000-01-01 00:00:00+00"]
            cursor.execute(f"DELETE FROM {_TABLE} WHERE cache_key = %s", [_KEY])  # noqa: S608
            cursor.execute(
                f"INSERT INTO {_TABLE} (cache_key, value, expires) VALUES (%s, %s, %s)",  # noqa: S608
                row,
            )
            cursor.execute(f"DELETE FROM {_TABLE} WHERE cache_key = %s", [_KEY])  # noqa: S608
    except (Error, OSError) as error:
        _log.warning("The diary cannot be written. %s", sentence_of(error) or "")
        return str(fault_of(error) or Fault.AWAY)
    return WELL
