"""Ids of new entries: unlike any other, and in the order of their making."""

import secrets
import time
import uuid
from collections.abc import Mapping

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62


def new_id() -> str:
    """Make an id for a new entry (UUID version 7, RFC 9562)."""
    made = (time.time_ns() // 1_000_000) << 80
    chance = secrets.randbits(74)
    high, low = chance >> 62, chance & ((1 << 62) - 1)
    return str(uuid.UUID(int=made | _VERSION_7 | high << 64 | _VARIANT | low))


def id_in(posted: Mapping[str, str]) -> str:
    """Give the id that the page gave an entry before it was sent; else a new one.

    A form that is sent twice carries it twice, and makes one entry.
    """
    try:
        return str(uuid.UUID(posted.get("id", "")))
    except ValueError:
        return new_id()
