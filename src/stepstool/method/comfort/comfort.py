"""Comfort: the verdict on how a child's body feels, with everything it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from stepstool.method.comfort.alerts import Alert
from stepstool.method.comfort.past import Past
from stepstool.method.comfort.state import State, Urgency, Variant
from stepstool.method.record import Because, Saying, Value
from stepstool.method.record.kinds.health import DangerKey
from stepstool.method.record.kinds.interview import Topic
from stepstool.method.record.known_day import Days

Values = Mapping[str, Value]


class Counted(StrEnum):
    """What is being counted until the gate opens again."""

    GOOD_DAYS = "good_days"
    SOFT_RUN = "soft_run"


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far it is: `done` of `of`."""

    counted: Counted
    done: int
    of: int


class Asks(StrEnum):
    """What comfort asks before it alarms."""

    GAP = "gap"
    IS_IT_OVER = "is_it_over"
    DANGER_SIGNS = "danger_signs"
    PHOSPHATE = "phosphate"
    RUNNY = "runny"
    FOUR_WEEKS = "four_weeks"
    ALWAYS_SO = "always_so"
    SOFT_AND_PAINLESS = "soft_and_painless"
    ALL_WRITTEN = "all_written"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One question to the family.

    text: the sentence. topic: the question of the interview that its answer is written
    to; signs: danger signs, each answered by an entry of its own. since: for a gap, the
    day of the last poop.
    """

    asks: Asks
    text: Saying
    topic: Topic | None = None
    signs: tuple[DangerKey, ...] = ()
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class Stools:
    """Full poops of the last `days` days, in all and in the potty or toilet apart."""

    days: int
    known_days: int
    in_all: int
    in_toilet: int


@dataclass(frozen=True, kw_only=True)
class Comfort:
    """The verdict at a moment.

    because: what was seen, never empty; notes: what else to know (pain not written down,
    an age under which rules keep still, a sign that has stopped). alerts: open danger
    signs, *now* first. tell: for the next visit. body: what the log alone says, when *see
    a doctor* lies above it. variant, values: the sentence of the page,
    `today.<state>.<variant>`. stools: of the last 7 and 28 days. days: which of the last
    weeks' days are known. past: what rooms above need of the weeks before. quiet_since: the
    day of the last word, where nothing was heard for so long that it is asked before
    anything else; is_quiet: the same, also after weeks: then no move and no sit is offered.
    called_lately: a doctor was called or saw the child about *now* or *today* within a day:
    then neither. tender_since: since when it is tender
    without a day between. review: the day of the next look at a treatment.
    """

    state: State
    urgency: Urgency | None
    because: tuple[Because, ...]
    body: State
    variant: Variant
    values: Values = field(default_factory=dict)
    notes: tuple[Because, ...] = ()
    alerts: tuple[Alert, ...] = ()
    tell: tuple[Because, ...] = ()
    progress: Progress | None = None
    questions: tuple[Asking, ...] = ()
    stools: tuple[Stools, ...] = ()
    days: Days = field(repr=False, compare=False)
    past: Past = field(default=Past(), repr=False)
    quiet_since: date | None = None
    is_quiet: bool = False
    called_lately: bool = False
    tender_since: datetime | None = None
    review: date | None = None

    @property
    def sentence(self) -> Saying:
        """The sentence of the page."""
        key = f"today.{self.state}.{self.variant}"
        return Saying(key=key, values=self.values)
