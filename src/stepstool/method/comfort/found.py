"""What a rule found: the events it rests on, and the reason to show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from stepstool.method.comfort.table import RULES
from stepstool.method.record import Because, Saying, Value
from stepstool.method.record.bout import Bout

# One thing that happened, and when: a poop, a day of holding, a gap. It counts once.
Event = tuple[datetime, str]


@dataclass(frozen=True, kw_only=True)
class Found:
    """A rule that holds.

    events: what it rests on. saw, values: what to say of it. parts: the findings a rule
    rests on. slips: those of its events that are hard painless poops.
    """

    rule: str
    events: frozenset[Event]
    saw: str
    values: Mapping[str, Value]
    parts: tuple["Found", ...] = field(default=())
    slips: frozenset[Event] = frozenset()

    @property
    def latest(self) -> datetime:
        """When the latest of its events was."""
        return max(self.events)[0]

    def is_after(self, moment: datetime) -> bool:
        """Whether something it rests on came after a moment."""
        return any(at > moment for at, _ in self.events)

    @property
    def because(self) -> Iterator[Because]:
        """The reasons: the rule's own, then those of the findings it rests on."""
        yield reason(self.rule, self.saw, **self.values)
        for part in self.parts:
            yield from part.because


def reason(rule: str, saw: str, /, **values: Value) -> Because:
    """Give a reason with the sources of its rule."""
    return Because(
        rule=rule,
        saw=Saying(key=f"seen.{saw}", values=values),
        sources=RULES[rule].sources,
    )


def found(rule: str, events: Iterable[Event], saw: str, /, **values: Value) -> Found:
    """Give what a rule found."""
    return Found(rule=rule, events=frozenset(events), saw=saw, values=values)


def poops(bouts: Iterable[Bout]) -> list[Event]:
    """Poops as events."""
    return [(bout.at, "poop") for bout in bouts]


def days_of(moments: Iterable[datetime], what: str) -> list[Event]:
    """Days of something as events, each dated by its last moment."""
    return [(moment, what) for moment in moments]
