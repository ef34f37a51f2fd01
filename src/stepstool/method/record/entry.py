"""An entry: one thing that happened to a child, written down by somebody.

What every entry carries around its answers and what can't be true of it, the kinds there
are, what can't be read, and ids that are computed (rule 6).
"""

import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any, ClassVar, Final, NamedTuple, TypeVar, dataclass_transform

from stepstool.method.record.question import (
    DEEPEST,
    UNKNOWN,
    AnswerFault,
    NonsenseError,
    Question,
    Unknown,
    is_plain,
    is_plain_text,
    questions_of,
)

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
class Entry:
    """What all kinds of entry have in common. Frozen; refuses to exist when wrong.

    Raises NonsenseError, naming every fault at once.
    """

    id: str
    at: datetime
    """The instant it happened, or began, with any offset; kept in UTC."""
    until: datetime | None = None
    """The end, where it has one."""
    timing: Timing = Timing.EXACT
    """How well the moment is known."""
    offset: int | None = None
    """Minutes from UTC where it was written; kept as provenance only."""
    by: str = ""
    """The id of who wrote it."""
    written_at: datetime | None = None
    """What the clock of the device said, right or wrong."""
    version: Version = FIRST
    removed: bool = False
    """A mark; removed entries are kept and not judged."""
    note: str | Unknown = UNKNOWN
    """Free words."""
    origin: Mapping[str, Any] = field(default_factory=dict)
    """What an import knows of its source (words, row), kept as it came."""
    beyond: Mapping[str, Any] = field(default_factory=dict)
    """What a newer version of Stepstool wrote and this one does not understand."""

    KIND: ClassVar[str] = ""
    LASTING: ClassVar[bool] = False
    SPANS: ClassVar[bool] = False
    QUESTIONS: ClassVar[Mapping[str, Question]] = {}

    def __post_init__(self) -> None:
        faults = [*self._faults_of_envelope(), *self._faults_of_answers()]
        faults += self._contradictions()
        if faults:
            raise NonsenseError(faults)
        for name in ("at", "until", "written_at"):
            moment = getattr(self, name)
            if moment is not None:
                object.__setattr__(self, name, moment.astimezone(UTC))

    def _faults_of_envelope(self) -> Iterator[AnswerFault]:
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

    def _faults_of_answers(self) -> Iterator[AnswerFault]:
        for name, question in self.QUESTIONS.items():
            value = getattr(self, name)
            if value is not UNKNOWN and not question.takes(value):
                yield question.fault(name, value)

    def _contradictions(self) -> list[AnswerFault]:
        """Give the faults between answers; kinds that may have any say which."""
        return []

    def _sound(self, name: str) -> Any:
        """Give an answer, or unknown if its question does not take it."""
        value = getattr(self, name)
        return value if self.QUESTIONS[name].takes(value) else UNKNOWN


in_time: Final = attrgetter("at", "version", "id")
"""Gives the place of an entry among those of a child: by moment, then version, then id."""

KINDS: dict[str, type[Entry]] = {}

E = TypeVar("E", bound=Entry)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def kind(
    name: str, *, lasting: bool = False, spans: bool = False
) -> Callable[[type[E]], type[E]]:
    """Make a class a kind of entry under this name, with its fields as its questions.

    lasting: it holds from its moment on and is read in full, however old.
    spans: it goes on for a while, so that its end is asked.
    """

    def register(entry: type[E]) -> type[E]:
        made = dataclass(frozen=True, kw_only=True)(entry)
        made.KIND = name
        made.LASTING = lasting
        made.SPANS = spans
        made.QUESTIONS = questions_of(made)
        KINDS[name] = made
        return made

    return register


@dataclass(frozen=True, kw_only=True)
class Unread(Entry):
    """What somebody wrote and this version does not understand: kept, shown, exported.

    It is unknown to every rule; a day with one is never known to be without poop.
    """

    kind: str
    """The kind it claims to be."""
    raw: Mapping[str, Any]
    """The whole entry as it came."""
    why: str
    """What is wrong with it."""

    def __post_init__(self) -> None:
        """Take anything: refusing is over when a row is read."""


_OWN: Final = object()
"""What no class answers."""


def slim(entry: E) -> E:
    """Give the same entry without its unanswered questions in memory, a third of the bytes.

    They are answered by its class, as for entries that come from a database.
    """
    made = type(entry)
    kept = {
        name: value
        for name, value in vars(entry).items()
        if getattr(made, name, _OWN) is not value
    }
    slender = object.__new__(made)
    slender.__dict__.update(kept)
    return slender


STEPSTOOL: Final = uuid.UUID("6f0d7a0e-51c4-5b2e-9a57-7c1d5b3a9e21")
"""The space of names in which ids are computed."""


def computed_id(*parts: object) -> str:
    """Give the id of a consequence or an imported row: the same parts, the same id.

    Parts are the child, what it is, and its cause; or the child, the source, and the
    source's own id, else local time, kind, details and count.
    """
    return str(uuid.uuid5(STEPSTOOL, json.dumps([str(part) for part in parts])))


def _faults_of_moments(
    at: datetime, until: datetime | None, written_at: datetime | None
) -> Iterator[AnswerFault]:
    allowed = "a moment with its offset from UTC"
    if not _is_in_time(at):
        yield _fault_of_moment("at", at, allowed + ", from 2000 to 2100")
    if until is not None and not _is_in_time(until):
        yield _fault_of_moment("until", until, allowed + ", from 2000 to 2100")
    elif until is not None and _is_in_time(at) and until < at:
        yield _fault_of_moment("until", until, f"{at.isoformat()} or later")
    if written_at is not None and not _is_instant(written_at):
        yield _fault_of_moment("written_at", written_at, allowed + ", from 1900")


def _fault_of_moment(name: str, moment: object, allowed: str) -> AnswerFault:
    shown = moment.isoformat() if isinstance(moment, datetime) else moment
    cure = "Write it like 2026-03-04T18:10:00+00:00"
    return AnswerFault(field=name, value=shown, allowed=allowed, cure=cure)


def _fault_of_text(
    name: str, value: object, low: int, high: int
) -> Iterator[AnswerFault]:
    fits = isinstance(value, str) and low <= len(value) <= high
    if not fits or not is_plain_text(str(value)):
        allowed = f"plain text of {low} to {high} characters"
        cure = "Shorten it, and leave out what is no character"
        yield AnswerFault(field=name, value=value, allowed=allowed, cure=cure)


def _fault_of_words(timing: object, removed: object) -> Iterator[AnswerFault]:
    if not isinstance(timing, Timing):
        allowed = "one of " + ", ".join(Timing)
        cure = "Choose one of these, or leave it out"
        yield AnswerFault(field="timing", value=timing, allowed=allowed, cure=cure)
    if not isinstance(removed, bool):
        cure = "Write true, or leave it out"
        yield AnswerFault(
            field="removed", value=removed, allowed="true or false", cure=cure
        )


def _fault_of_whole(
    name: str, value: object, low: int, high: int
) -> Iterator[AnswerFault]:
    if type(value) is not int or not low <= value <= high:
        allowed = f"a whole number from {low} to {high}"
        cure = "Write a number in this range, or leave it out"
        yield AnswerFault(field=name, value=value, allowed=allowed, cure=cure)


def _fault_of_json(name: str, value: object) -> Iterator[AnswerFault]:
    if not isinstance(value, Mapping) or (value and not is_plain(value)):
        allowed = f"an object of plain JSON, at most {DEEPEST} levels deep"
        cure = "Leave out what no program can keep"
        yield AnswerFault(field=name, value=value, allowed=allowed, cure=cure)


def _is_instant(moment: Any) -> bool:
    """Whether it is a moment that a clock may have shown, right or wrong."""
    aware = isinstance(moment, datetime) and moment.utcoffset() is not None
    return aware and WRONG_CLOCKS <= moment < FOREVER


def _is_in_time(moment: datetime) -> bool:
    return _is_instant(moment) and EARLIEST <= moment < LATEST
