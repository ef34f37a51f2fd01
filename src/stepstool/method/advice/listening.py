"""May we listen now? Comfort's word and calm's limits together (M10)."""

from stepstool.method.calm import Calm, Ease, GoodTime, good_time
from stepstool.method.comfort import Comfort, allowed
from stepstool.method.record import Record


def may_listen(record: Record, comfort: Comfort, calm: Calm) -> GoodTime:
    """Say whether now is a good time to listen, by the child's own clock, and why."""
    past = comfort.past
    soft = allowed(comfort.state).listening
    ease = Ease(soft=soft, ill=past.ill, holding=past.holding)
    return good_time(record, calm, ease)
