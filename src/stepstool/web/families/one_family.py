"""The one family whose rows may be read and written now: PostgreSQL shows no others.

`access` enters a family where it finds the visitor's place in it, and the request stays in it
until it ends. Who comes to a family by another way goes in with `within`: these ways are few,
and a table names them all (docs/security.md). Each statement takes the family along
(`config/family_postgresql`); outside of any, a forgotten filter reads no row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from django.core.signals import request_finished, request_started

# Of a thread, which answers one request at a time.
_HERE: Final[ContextVar[int | None]] = ContextVar("family", default=None)


def here() -> int | None:
    """Give the family that may be read now, if there is one."""
    return _HERE.get()


def enter(family_id: int) -> None:
    """Stay in a family until the request ends. Whoever calls this has asked for permission."""
    _HERE.set(family_id)


@contextmanager
def within(family_id: int) -> Iterator[None]:
    """Be in a family for this block."""
    before = _HERE.set(family_id)
    try:
        yield
    finally:
        _HERE.reset(before)


def leave(**_: object) -> None:
    """Be in none; said when a request begins, and when all of its answer is sent."""
    _HERE.set(None)


request_started.connect(leave)
request_finished.connect(leave)
