"""Writing: union, versions, removal, and who may."""

from datetime import UTC, datetime

from stepstool import method
from stepstool.web.diary import reading, writing
from tests.web.cast import Cast

EVENING = datetime(2026, 3, 4, 18, 10, tzinfo=UTC)
poop = method.poop.Poop


def a_poop(entry_id: str = "first", **told):
    return poop(id=entry_id, at=told.pop("at", EVENING), **told)


def test_what_was_written_is_read(cast: Cast) -> None:
    writing.write(cast.anna.membership, cast.mia, [a_poop(note="after lunch")])
    found = reading.everything(cast.mia)
    assert [entry.note for entry in found] == ["after lunch"]
