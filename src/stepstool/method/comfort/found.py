"""What a rule found: the events it rests on, and the reason to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from stepstool.method.comfort.table import RULES
from stepstool.method.record import Because, Saying, Value
from stepstool.method.record.bout import Bout


class Event(NamedTuple):
    """One thing that happened: a poop, a day of holding, a gap. It counts once."""

    at: datetime
    what: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """A rule that holds. slips: those of its events that are hard painless poops."""

    rule: str
    events: frozenset[Event]
    because: tuple[Because, ...]
    slips: frozenset[Event] = frozenset()

    @property
    def latest(self) -> datetime:
        """When the latest of its events was."""
        return max(event.at for event in self.events)

    def is_after(self, moment: datetime) -> bool:
        """Whether something it rests on came after a moment."""
        return any(event.at > moment for event in self.events)


def reason(rule: str, saw: str, /, **values: Value) -> Because:
    """Give a reason with the sources of its rule."""
    return Because(
        rule=rule,
        saw=Saying(key=f"seen.{saw}", values=values),
        sources=RULES[rule].sources,
    )


def found(rule: str, events: Iterable[Event], saw: str, /, **values: Value) -> Found:
    """Give what a rule found, with its reason."""
    return Found(
        rule=rule, events=frozenset(events), because=(reason(rule, saw, **values),)
    )


def poops(bouts: Iterable[Bout]) -> frozenset[Event]:
    """Poops as events."""
    return frozenset(Event(bout.at, "poop") for bout in bouts)


def days_of(moments: Iterable[datetime], what: str) -> frozenset[Event]:
    """Days of something as events, each dated by its last moment."""
    return frozenset(Event(moment, what) for moment in moments)
