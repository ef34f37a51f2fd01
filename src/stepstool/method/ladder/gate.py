"""The gate: what comfort lets grown-ups ask, and when it was shut (rule 1 of the method)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from stepstool.method.calm import Body
from stepstool.method.comfort import Comfort, State
from stepstool.method.ladder.numbers import LONG_OWN_GAP
from stepstool.method.record.known_day import Days

Span = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Comfort as the ladder needs it.

    state: now; body: gaps and holding; ill, shut: since when and until when the child was
    ill, or the gate shut. quiet: whether nothing was heard for so long that it is asked
    before anything else; called: a doctor was called within a day; hurt: when it hurt, if only a little; days: which are known.
    """

    state: State
    body: Body
    days: Days
    quiet: bool = False
    called: bool = False
    hurt: Sequence[datetime] = ()
    ill: Sequence[Span] = ()
    shut: Sequence[Span] = ()

    @property
    def is_slow(self) -> bool:
        """Whether this child's own gap is long."""
        own = self.body.own_gap or timedelta(0)
        return own > LONG_OWN_GAP

    def is_ill(self, moment: datetime) -> bool:
        """Whether the child is ill at a moment."""
        return _lies_in(self.ill, moment)

    def was_shut(self, moment: datetime) -> bool:
        """Whether it was shut at a moment: stuck or sore, or a doctor was to be called."""
        return _lies_in(self.shut, moment)

    def hurt_since(self, moment: datetime) -> bool:
        """Whether it hurt after a moment, if only a little."""
        return any(each > moment for each in self.hurt)

    @property
    def is_shut(self) -> bool:
        """Whether it is shut now."""
        return self.state.is_shut


def gate_of(comfort: Comfort) -> Gate:
    """Read the gate from comfort."""
    past = comfort.past
    body = Body(gaps=past.gaps, holding=past.holding, own_gap=past.own_gap)
    shut = (*past.stuck, *past.called)
    return Gate(
        state=comfort.state,
        body=body,
        days=comfort.days,
        quiet=comfort.is_quiet,
        called=comfort.called_lately,
        hurt=past.hurt,
        ill=past.ill,
        shut=shut,
    )


def _lies_in(spans: Sequence[Span], moment: datetime) -> bool:
    return any(since <= moment < until for since, until in spans)
