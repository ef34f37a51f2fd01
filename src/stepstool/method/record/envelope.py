"""What every entry carries around its answers, and what can't be true of it."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple

from stepstool.method.record.faults import Fault
from stepstool.method.record.plain import DEEPEST, is_plain, is_plain_text
from stepstool.method.record.unknown import UNKNOWN, Unknown

LONGEST_NOTE: Final = 2000
LONGEST_ID: Final = 100
FARTHEST_OFFSET: Final = 15 * 60
"""Minutes from UTC; the farthest zone of today is 14 hours ahead."""
MOST_WRITINGS: Final = 1_000_000_000
"""What counts higher is a broken device; databases keep it as a whole number."""
EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)
WRONG_CLOCKS: Final = datetime(1900, 1, 1, tzinfo=UTC)
FOREVER: Final = datetime(9000, 1, 1, tzinfo=UTC)


class Timing(StrEnum):
    """How well the moment of an entry is known."""

    EXACT = "exact"
    ABOUT = "about"
    DAY = "day"
    FOUND_LATER = "found_later"


class Version(NamedTuple):
    """Which writing of an entry this is; compared as a pair, clocks play no part.

    The counter is one more than the highest that the device had seen of the entry.
    """

    counter: int = 1
    device: str = ""


FIRST: Final = Version()


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """The fields of every entry; `Entry` says what they mean."""

    id: str
    at: datetime
    until: datetime | None = None
    timing: Timing = Timing.EXACT
    offset: int | None = None
    by: str = ""
    written_at: datetime | None = None
    version: Version = FIRST
    removed: bool = False
    note: str | Unknown = UNKNOWN
    origin: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    beyond: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def _faults_of_envelope(self) -> Iterator[Fault]:
        yield from _faults_of_moments(self.at, self.until, self.written_at)
        yield from _fault_of_text("id", self.id, 1, LONGEST_ID)
        yield from _fault_of_text("by", self.by, 0, LONGEST_ID)
        yield from _fault_of_text("device", self.version.device, 0, LONGEST_ID)
        if self.note is not UNKNOWN:
            yield from _fault_of_text("note", self.note, 1, LONGEST_NOTE)
        yield from _fault_of_words(self.timing, self.removed)
        yield from _fault_of_whole("version", self.version.counter, 1, MOST_WRITINGS)
        if self.offset is not None:
            far = FARTHEST_OFFSET
            yield from _fault_of_whole("offset", self.offset, -far, far)
        yield from _fault_of_json("origin", self.origin)
        yield from _fault_of_json("beyond", self.beyond)


def _faults_of_moments(
    at: datetime, until: datetime | None, written_at: datetime | None
) -> Iterator[Fault]:
    allowed = "a moment with its offset from UTC"
    if not _is_in_time(at):
        yield _fault_of_moment("at", at, allowed + ", from 2000 to 2100")
    if until is not None and not _is_in_time(until):
        yield _fault_of_moment("until", until, allowed + ", from 2000 to 2100")
    elif until is not None and _is_in_time(at) and until < at:
        yield _fault_of_moment("until", until, f"{at.isoformat()} or later")
    if written_at is not None and not _is_instant(written_at):
        yield _fault_of_moment("written_at", written_at, allowed + ", from 1900")


def _fault_of_moment(field: str, moment: object, allowed: str) -> Fault:
    shown = moment.isoformat() if isinstance(moment, datetime) else moment
    cure = "Write it like 2026-03-04T18:10:00+00:00"
    return Fault(field=field, value=shown, allowed=allowed, cure=cure)


def _fault_of_text(field: str, value: object, low: int, high: int) -> Iterator[Fault]:
    fits = isinstance(value, str) and low <= len(value) <= high
    if not fits or not is_plain_text(str(value)):
        allowed = f"plain text of {low} to {high} characters"
        cure = "Shorten it, and leave out what is no character"
        yield Fault(field=field, value=value, allowed=allowed, cure=cure)


def _fault_of_words(timing: object, removed: object) -> Iterator[Fault]:
    if not isinstance(timing, Timing):
        allowed = "one of " + ", ".join(Timing)
        cure = "Choose one of these, or leave it out"
        yield Fault(field="timing", value=timing, allowed=allowed, cure=cure)
    if not isinstance(removed, bool):
        cure = "Write true, or leave it out"
        yield Fault(field="removed", value=removed, allowed="true or false", cure=cure)


def _fault_of_whole(field: str, value: object, low: int, high: int) -> Iterator[Fault]:
    if type(value) is not int or not low <= value <= high:
        allowed = f"a whole number from {low} to {high}"
        cure = "Write a number in this range, or leave it out"
        yield Fault(field=field, value=value, allowed=allowed, cure=cure)


def _fault_of_json(field: str, value: object) -> Iterator[Fault]:
    if not isinstance(value, Mapping) or (value and not is_plain(value)):
        allowed = f"an object of plain JSON, at most {DEEPEST} levels deep"
        cure = "Leave out what no program can keep"
        yield Fault(field=field, value=value, allowed=allowed, cure=cure)


def _is_instant(moment: Any) -> bool:
    """Whether it is a moment that a clock may have shown, right or wrong."""
    aware = isinstance(moment, datetime) and moment.utcoffset() is not None
    return aware and WRONG_CLOCKS <= moment < FOREVER


def _is_in_time(moment: datetime) -> bool:
    return _is_instant(moment) and EARLIEST <= moment < LATEST
