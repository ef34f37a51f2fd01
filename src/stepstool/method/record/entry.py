"""An entry: one thing that happened to a child, written down by somebody."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

from stepstool.method.record.faults import Fault, NonsenseError
from stepstool.method.record.question import Question, questions_of
from stepstool.method.record.unknown import UNKNOWN, Unknown

LONGEST_NOTE = 2000
LONGEST_ID = 100
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)


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


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What all kinds of entry have in common. Frozen; refuses to exist when wrong.

    at: the instant (any offset; kept in UTC); until: the end, where it has one.
    timing: how well the moment is known. offset: minutes from UTC where it was written,
    kept as provenance only. by: the id of who wrote it. note: free words.
    removed: a mark; removed entries are kept and not judged.
    origin: what an import knows of its source (words, row), kept as it came.
    beyond: what a newer version of Stepstool wrote and this one does not understand.

    Raises NonsenseError, naming every fault at once.
    """

    KIND: ClassVar[str] = ""
    LASTING: ClassVar[bool] = False
    QUESTIONS: ClassVar[Mapping[str, Question]] = {}

    id: str
    at: datetime
    until: datetime | None = None
    timing: Timing = Timing.EXACT
    offset: int | None = None
    by: str = ""
    written_at: datetime | None = None
    version: Version = Version()
    removed: bool = False
    note: str | Unknown = UNKNOWN
    origin: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    beyond: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        faults = [*_faults_of_envelope(self), *self._faults_of_answers()]
        if faults:
            raise NonsenseError(faults)
        for name in ("at", "until", "written_at"):
            moment = getattr(self, name)
            if moment is not None:
                object.__setattr__(self, name, moment.astimezone(UTC))

    def _faults_of_answers(self) -> list[Fault]:
        found = (
            question.fault(name, getattr(self, name))
            for name, question in self.QUESTIONS.items()
        )
        return [fault for fault in found if fault] + self._contradictions()

    def _contradictions(self) -> list[Fault]:
        """Give the faults that lie between answers; kinds that have any say which."""
        return []

    @property
    def order(self) -> tuple[datetime, Version, str]:
        """Its place among the entries of a child: by moment, then version, then id."""
        return (self.at, self.version, self.id)


def _faults_of_envelope(entry: Entry) -> list[Fault]:
    return [
        *_fault_of_moment("at", entry.at),
        *(_fault_of_moment("until", entry.until) if entry.until else []),
        *_fault_of_end(entry),
        *_fault_of_length("id", entry.id, 1, LONGEST_ID),
        *_fault_of_note(entry.note),
        *_fault_of_version(entry.version),
    ]


def _fault_of_moment(field: str, moment: object) -> list[Fault]:
    allowed = "a moment with its offset from UTC, from 2000 to 2100"
    cure = "Write it like 2026-03-04T18:10+00:00"
    if _comparable(moment) and EARLIEST <= moment < LATEST:  # type: ignore[operator]
        return []
    shown = moment.isoformat() if isinstance(moment, datetime) else moment
    return [Fault(field=field, value=shown, allowed=allowed, cure=cure)]


def _fault_of_end(entry: Entry) -> list[Fault]:
    if not _comparable(entry.at) or not _comparable(entry.until):
        return []
    if entry.until is None or entry.until >= entry.at:
        return []
    shown, cure = entry.until.isoformat(), "Correct the beginning or the end"
    return [Fault(field="until", value=shown, allowed="at or after 'at'", cure=cure)]


def _comparable(moment: object) -> bool:
    return isinstance(moment, datetime) and moment.utcoffset() is not None


def _fault_of_length(field: str, value: object, low: int, high: int) -> list[Fault]:
    if isinstance(value, str) and low <= len(value) <= high and "\x00" not in value:
        return []
    allowed = f"text of {low} to {high} characters"
    return [Fault(field=field, value=value, allowed=allowed, cure="Shorten it")]


def _fault_of_note(note: object) -> list[Fault]:
    return [] if note is UNKNOWN else _fault_of_length("note", note, 1, LONGEST_NOTE)


def _fault_of_version(version: Version) -> list[Fault]:
    if version.counter >= 1:
        return []
    cure = "Count the writings of an entry from 1"
    return [
        Fault(field="version", value=version.counter, allowed="1 and more", cure=cure)
    ]


KINDS: dict[str, type[Entry]] = {}

E = TypeVar("E", bound=Entry)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def kind(name: str, *, lasting: bool = False) -> Callable[[type[E]], type[E]]:
    """Make a class a kind of entry under this name, with its fields as its questions.

    lasting: it holds from its moment on and is read in full, however old.
    """

    def register(entry: type[E]) -> type[E]:
        made = dataclass(frozen=True, kw_only=True)(entry)
        made.KIND = name
        made.LASTING = lasting
        made.QUESTIONS = questions_of(made)
        KINDS[name] = made
        return made

    return register
