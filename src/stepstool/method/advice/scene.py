"""The scene: what was written down just now, for those who look for words (M9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final, TypeVar

from stepstool.method.calm import Calm
from stepstool.method.comfort import Comfort
from stepstool.method.evidence import count, span
from stepstool.method.ladder import PlanAdvice
from stepstool.method.record import UNKNOWN, Entry, Record, Timing
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.poop import Place
from stepstool.method.record.kinds.toileting import Prompt, Sign, Signal

JUST_NOW: Final = span("words.just_now")
FIRST_LOOKS_BACK: Final = span("words.first_looks_back")
LATE_EVENING: Final = span("words.late_evening")
BABY_UNDER: Final = count("words.baby_under")
ONE_DAY: Final = timedelta(days=1)

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A moment, with what comfort, calm and the ladder make of it."""

    record: Record
    comfort: Comfort
    calm: Calm
    plan: PlanAdvice
    night: bool

    @cached_property
    def latest(self) -> Bout | None:
        """The poop of just now; one known by its day alone is never just now."""
        last = self.record.bouts[-1] if self.record.bouts else None
        if last is None or last.poops[0].timing is Timing.DAY:
            return None
        return last if self._is_fresh(last.at) else None

    @property
    def place(self) -> Place | None:
        """Where the poop of just now landed; None if there was none, or nobody said."""
        places = [poop.place for poop in self.latest.poops] if self.latest else []
        return next((each for each in places if each is not UNKNOWN), None)

    def fresh(self, kind: type[E]) -> E | None:
        """The latest entry of a kind, if it is of just now and no poop came since."""
        last = self.record.last(kind)
        if last is None or not self._is_fresh(last.at) or self._came_since(last.at):
            return None
        return last

    def alert_for(self, *keys: str) -> bool:
        """Whether one of these danger signs is open."""
        return any(alert.key in keys for alert in self.comfort.alerts)

    @property
    def is_first(self) -> bool:
        """Whether the poop of just now is the first in the potty for a long time."""
        return self.latest is not None and self._is_first(self.latest)

    @property
    def first_was_yesterday(self) -> bool:
        """Whether yesterday was the first one, and none landed in the potty since."""
        in_toilet = [bout for bout in self.record.bouts if bout.in_toilet]
        if not in_toilet or not self._is_first(in_toilet[-1]):
            return False
        return self.record.clock.day(in_toilet[-1].at) == self.record.today - ONE_DAY

    @property
    def is_holding(self) -> bool:
        """Whether holding was seen just now, and no poop came since."""
        seen = self.comfort.past.holding
        return (
            bool(seen) and self._is_fresh(seen[-1]) and not self._came_since(seen[-1])
        )

    @property
    def has_waited_long(self) -> bool:
        """Whether no poop came for days that are known, up to now."""
        return any(until == self.record.at for _, until in self._long_gaps())

    @property
    def came_at_last(self) -> bool:
        """Whether the poop of just now came after such a wait."""
        latest = self.latest
        return latest is not None and any(
            until == latest.at for _, until in self._long_gaps()
        )

    @property
    def hid(self) -> bool:
        """Whether the child was seen hiding just now, for a poop or before one."""
        signal = self.fresh(Signal)
        return signal is not None and _shows(signal, Sign.HIDING)

    @property
    def was_harsh_today(self) -> bool:
        """Whether harsh words, a threat or a punishment were noted on this day."""
        begins = self.record.clock.start(self.record.today)
        noted = self.record.within(Prompt, begins, self.record.at)
        return any(each.is_harsh for each in noted)

    @property
    def is_baby(self) -> bool:
        """Whether the child is still a baby that begins to tell."""
        months = self.record.child.oldest_months(self.record.today)
        return months is not UNKNOWN and months < BABY_UNDER

    def _is_fresh(self, at: datetime) -> bool:
        return self.record.at - at <= JUST_NOW

    def _came_since(self, at: datetime) -> bool:
        return self.latest is not None and self.latest.at > at

    def _is_first(self, bout: Bout) -> bool:
        if not bout.in_toilet:
            return False
        since = bout.at - FIRST_LOOKS_BACK
        return not any(
            each.in_toilet and since <= each.at < bout.at for each in self.record.bouts
        )

    def _long_gaps(self) -> Iterator[tuple[datetime, datetime]]:
        for since, until in self.comfort.past.gaps:
            if until - since >= LATE_EVENING:
                yield since, until


def _shows(signal: Signal, sign: Sign) -> bool:
    return signal.signs is not UNKNOWN and sign in signal.signs
