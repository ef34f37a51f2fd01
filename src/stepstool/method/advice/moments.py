"""Which words fit the moment: what was written down just now, and a table of situations (M9).

Each row names a situation and when it holds, the most pressing first. What is urgent stands
first, then what was just written down, then how it is on the whole. At the end stand the words
that every family needs next: for the diaper that is asked for, and for the poop that comes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final, TypeVar

from stepstool.method.calm import Calm, CalmLevel, PlanPlace
from stepstool.method.comfort import Comfort, State, Variant
from stepstool.method.evidence import topic
from stepstool.method.ladder import Advised, MoveMark, PlanAdvice
from stepstool.method.record import UNKNOWN, Entry, Record, Timing, YesNo
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.health import DangerKey
from stepstool.method.record.kinds.poop import (
    IN_A_DIAPER,
    IN_CLOTHES,
    POTTY_OR_TOILET,
    Beginning,
    Place,
)
from stepstool.method.record.kinds.toileting import (
    DiaperRequest,
    Prompt,
    Sign,
    Signal,
    Sit,
)
from stepstool.method.words.situation import Situation

N: Final = topic("words")
LADDER: Final = topic("ladder")

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
        return self._first_was(self.record.today - ONE_DAY)

    @property
    def first_was_today(self) -> bool:
        """Whether today brought the first one, and no other poop came since."""
        bouts = [bout for bout in self.record.bouts if bout.is_full]
        last = bool(bouts) and bouts[-1].in_toilet
        return last and self._first_was(self.record.today)

    def _first_was(self, day: date) -> bool:
        in_toilet = [bout for bout in self.record.bouts if bout.in_toilet]
        if not in_toilet or not self._is_first(in_toilet[-1]):
            return False
        return self.record.clock.day(in_toilet[-1].at) == day

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
    def is_there(self) -> bool:
        """Whether the last poops all came in the potty: the child does it."""
        full = [bout for bout in self.record.bouts if bout.is_full]
        last = full[-LADDER.count.in_a_row :]
        return len(last) == LADDER.count.in_a_row and all(
            bout.in_toilet for bout in last
        )

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
        return months is not UNKNOWN and months < N.count.baby_under

    def _is_fresh(self, at: datetime) -> bool:
        return self.record.at - at <= N.span.just_now

    def _came_since(self, at: datetime) -> bool:
        return self.latest is not None and self.latest.at > at

    def _is_first(self, bout: Bout) -> bool:
        if not bout.in_toilet:
            return False
        since = bout.at - N.span.first_looks_back
        return not any(
            each.in_toilet and since <= each.at < bout.at for each in self.record.bouts
        )

    def _long_gaps(self) -> Iterator[tuple[datetime, datetime]]:
        for since, until in self.comfort.past.gaps:
            if until - since >= N.span.late_evening:
                yield since, until


def _shows(signal: Signal, sign: Sign) -> bool:
    return signal.signs is not UNKNOWN and sign in signal.signs


Holds = Callable[[Scene], bool]

BLOODY: Final = (
    DangerKey.STREAK_ON_HARD,
    DangerKey.BLOOD_MIXED_IN,
    DangerKey.RED_JELLY_OR_BLACK,
)


def _bled(scene: Scene) -> bool:
    fresh = scene.latest is not None and scene.latest.blood is not None
    return fresh or scene.alert_for(*BLOODY)


def _was_harsh(scene: Scene) -> bool:
    return scene.was_harsh_today


def _not_felt(scene: Scene) -> bool:
    poops = scene.latest.poops if scene.latest else ()
    return any(poop.noticed is YesNo.NO for poop in poops)


def _hid(scene: Scene) -> bool:
    poops = scene.latest.poops if scene.latest else ()
    began = [poop.began for poop in poops if poop.began is not UNKNOWN]
    return scene.hid or any(Beginning.HID in each for each in began)


def _said_no(scene: Scene) -> bool:
    sit = scene.fresh(Sit)
    return sit is not None and sit.offered is YesNo.YES and sit.accepted is YesNo.NO


def _may_sit(scene: Scene) -> bool:
    calm = (
        scene.calm.level is CalmLevel.CALM
        and scene.plan.place is not PlanPlace.ON_BREAK
    )
    return calm and _is(scene, State.COMFORTABLE) and not scene.night


def _is(scene: Scene, *states: State) -> bool:
    return scene.comfort.state in states


def _rests(scene: Scene) -> bool:
    return scene.plan.place is PlanPlace.ON_BREAK


ROWS: Final[tuple[tuple[Situation, Holds], ...]] = (
    (Situation.NOTHING_CAME, lambda s: s.alert_for(DangerKey.STUCK_IN_OPENING)),
    (Situation.BLOOD, _bled),
    (Situation.THIRD_DAY_AT_NIGHT, lambda s: s.night and s.has_waited_long),
    (Situation.HARSH_WORD, _was_harsh),
    (Situation.ILL, lambda s: s.comfort.variant in {Variant.ILL, Variant.BUG}),
    (Situation.IT_HURT, lambda s: s.latest is not None and s.latest.hurt),
    (Situation.CAME_AT_LAST, lambda s: s.came_at_last),
    (Situation.FIRST_SUCCESS, lambda s: s.is_first),
    (Situation.IN_THE_POTTY, lambda s: s.place in POTTY_OR_TOILET),
    (Situation.NO_FEELING, _not_felt),
    (Situation.ACCIDENT, lambda s: s.place in IN_CLOTHES),
    (Situation.DIAPER_REQUEST, lambda s: s.fresh(DiaperRequest) is not None),
    (Situation.HOLDING, lambda s: s.is_holding),
    (Situation.REFUSAL, _said_no),
    (Situation.HIDES, _hid),
    (Situation.ANYWHERE, lambda s: s.place in IN_A_DIAPER),
    (Situation.FIRST_SUCCESS, lambda s: s.first_was_today),
    (Situation.DAY_AFTER, lambda s: s.first_was_yesterday),
    (Situation.FIGHT, lambda s: s.calm.level is CalmLevel.FIGHT and not _rests(s)),
    (
        Situation.AFTER_BREAK,
        lambda s: _rests(s) and MoveMark.BREAK_ENDS in s.plan.marks,
    ),
    (
        Situation.ON_BREAK,
        lambda s: _rests(s) and MoveMark.BREAK_ENDS not in s.plan.marks,
    ),
    (Situation.SOFTNESS_FIRST, lambda s: s.comfort.body is State.CONSTIPATED),
    (Situation.MEDICINE_WORKS, lambda s: s.comfort.variant is Variant.WITH_MEDICINE),
    (Situation.AFTER_A_CHANGE, lambda s: MoveMark.NEWS in s.plan.marks),
    (Situation.BABY, lambda s: s.is_baby),
    (Situation.NEW_STEP, lambda s: s.plan.move is Advised.MOVE_ON and _may_sit(s)),
    (Situation.BEFORE_SIT, lambda s: _may_sit(s) and not s.is_baby),
    (Situation.DIAPER_REQUEST, lambda _: True),
    (Situation.ANYWHERE, lambda _: True),
)


def moments_of(scene: Scene) -> tuple[Situation, ...]:
    """Give the situations that fit, the most pressing first, each once; never none."""
    found = (situation for situation, holds in ROWS if holds(scene))
    return tuple(dict.fromkeys(found))
