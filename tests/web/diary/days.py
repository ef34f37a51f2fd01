"""Little diaries for the tests of the diary."""

from datetime import UTC, datetime
from typing import Any

from stepstool import method

EVENING = datetime(2026, 3, 4, 18, 10, tzinfo=UTC)
Poop, Note, Pee = method.poop.Poop, method.days.Note, method.toileting.Pee
Plan, Zone = method.lasting.Plan, method.lasting.Zone


def a_poop(entry_id: str = "first", **told: Any) -> method.Entry:
    """Give a poop of an evening in March."""
    return Poop(id=entry_id, at=told.pop("at", EVENING), **told)


def version(counter: int, device: str = "phone") -> method.Version:
    """Give a version of a phone."""
    return method.Version(counter, device)
