"""The gate: what comfort lets grown-ups ask, and when it was shut (rule 1 of the method)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from stepstool.method.calm import Body
from stepstool.method.comfort import Comfort, State
from stepstool.method.ladder.numbers import LONG_OWN_GAP

Span = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Comfort as the ladder needs it.

    state: now; body: gaps and holding; ill, shut: since when and until when the child was
    ill, or the gate shut.
    """

    state: State
    body: Body
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

    @property
    def is_shut(self) -> bool:
        """Whether it is shut now."""
        return self.state in SHUT


SHUT: Final = {State.CONSTIPATED, State.SEE_A_DOCTOR}


def gate_of(comfort: Comfort) -> Gate:
    """Read the gate from comfort."""
    past = comfort.past
    body = Body(gaps=past.gaps, holding=past.holding, own_gap=past.own_gap)
    shut = (*past.stuck, *past.called)
    return Gate(state=comfort.state, body=body, ill=past.ill, shut=shut)


def _lies_in(spans: Sequence[Span], moment: datetime) -> bool:
    return any(since <= moment < until for since, until in spans)
