"""What comfort says of a made-up child, evening by evening and without looking ahead."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from stepstool.method.comfort import RULES, State, assess
from stepstool.method.record import Record
from tests.properties.children import MIA, WEEKS, WRITTEN_HOLDER, diary, evening

DAYS: Final = range(WEEKS * 7)
# From five weeks on, every fourth: what was ill at ease at first has settled.
SETTLED: Final = DAYS[35::4]
# Who is to be found, beside those who hold.
SICK: Final = ("daily, but hard and sore", "overflow")
HOLDERS: Final = WRITTEN_HOLDER


class Evening(NamedTuple):
    """What was said. day: from 1; rules: why the body is so; signs: those that are open."""

    day: int
    body: State
    rules: tuple[str, ...]
    signs: tuple[str, ...]

    @property
    def is_stuck(self) -> bool:
        """Whether the body is stuck or sore."""
        return self.body is State.CONSTIPATED

    @property
    def is_stuck_or_sent(self) -> bool:
        """Whether it is, or a danger sign is open."""
        return self.is_stuck or bool(self.signs)


@cache
def _whole(kind: str, seed: int) -> Record:
    return Record(MIA, diary(kind, seed), evening(DAYS[-1]))


def evenings(kind: str, seed: int, days: Iterable[int] = DAYS) -> Iterator[Evening]:
    """Assess one child. days: from 0; nobody answers a question."""
    for day in days:
        comfort = assess(_whole(kind, seed).until(evening(day)))
        rules = {reason.rule for reason in comfort.because if reason.rule in RULES}
        signs = {str(alert.key) for alert in comfort.alerts}
        yield Evening(day + 1, comfort.body, tuple(sorted(rules)), tuple(sorted(signs)))


@cache
def found_on(kind: str, seed: int) -> int:
    """Say on which day, from 1, stuck is first said; the day after the last if never."""
    stuck = (one.day for one in evenings(kind, seed) if one.is_stuck)
    return next(stuck, len(DAYS) + 1)
