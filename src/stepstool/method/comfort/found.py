"""What a rule found: the events it rests on, and the reason to show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.table import RULES
from stepstool.method.record import Because, Dates, Saying, Value
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

    def of_today(self, sight: Sight) -> "Found":
        """Say it as it stands now: with its days, and a gap that is over as over."""
        parts = tuple(part.of_today(sight) for part in self.parts)
        return replace(self, parts=parts, **_said_now(self, sight))

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


# What is said of a gap once it no longer goes on: after a poop, and in silence.
PAST_GAPS: Final = {
    "gap": ("gap_over", "gap_silent"),
    "gap_at_least": ("gap_over", "gap_silent"),
    "held_gap": ("held_gap_over", "held_gap_silent"),
}


CLEAN_OUTS: Final = {"clean_out", "clean_out_named", "clean_out_ordered"}


def _said_now(found: Found, sight: Sight) -> dict[str, Any]:
    """What changes about a finding that was made earlier: no number stands still."""
    facts = sight.facts
    if found.saw in CLEAN_OUTS and not facts.cleaning_out(sight.at):
        ends = [until for since, until in facts.clean_outs if since == found.latest]
        ended = facts.day(min(ends, default=sight.at))
        return {"saw": "clean_out_over", "values": {"until": ended}}
    if found.saw in PAST_GAPS and found.latest < sight.at:
        over, silent = PAST_GAPS[found.saw]
        last = facts.full.moment_of_last(sight.at)
        if last is None:
            return {"saw": "no_poop_yet"}
        came = last > found.latest
        since = facts.local(last).date()
        values: dict[str, Value] = {"until": facts.day(found.latest), "since": since}
        return {"saw": over if came else silent, "values": {**found.values, **values}}
    days = sorted(facts.day(at) for at, _ in found.events)
    when = {"when": Dates(days[0], days[-1])} if days else {}
    return {"values": {**when, **found.values}}
