"""An entry: one thing that happened to a child, written down by somebody."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar, dataclass_transform

from stepstool.method.record.envelope import Envelope, Timing, Version
from stepstool.method.record.faults import Fault, NonsenseError
from stepstool.method.record.question import Question, questions_of
from stepstool.method.record.unknown import UNKNOWN

__all__ = ["KINDS", "Entry", "Timing", "Version", "kind"]


@dataclass(frozen=True, kw_only=True)
class Entry(Envelope):
    """What all kinds of entry have in common. Frozen; refuses to exist when wrong.

    at: the instant (any offset; kept in UTC); until: the end, where it has one.
    timing: how well the moment is known. offset: minutes from UTC where it was written,
    kept as provenance only. by: the id of who wrote it. written_at: what the clock of
    the device said, right or wrong. note: free words.
    removed: a mark; removed entries are kept and not judged.
    origin: what an import knows of its source (words, row), kept as it came.
    beyond: what a newer version of Stepstool wrote and this one does not understand.

    Raises NonsenseError, naming every fault at once.
    """

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

    def _faults_of_answers(self) -> Iterator[Fault]:
        for name, question in self.QUESTIONS.items():
            value = getattr(self, name)
            if value is not UNKNOWN and not question.takes(value):
                yield question.fault(name, value)

    def _contradictions(self) -> list[Fault]:
        """Give the faults between answers; kinds that may have any say which."""
        return []

    def _sound(self, name: str) -> Any:
        """Give an answer, or unknown if its question does not take it."""
        value = getattr(self, name)
        return value if self.QUESTIONS[name].takes(value) else UNKNOWN

    @property
    def in_time(self) -> tuple[datetime, Version, str]:
        """Its place among the entries of a child: by moment, then version, then id."""
        return (self.at, self.version, self.id)


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
