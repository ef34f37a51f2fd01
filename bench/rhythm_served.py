"""What families are offered: windows as served, on whole diaries and on thinner ones.

Served is what the page offers on a day with an open gate: at most three windows, each worth
it by the child's own rate and on a peak; until hours are known, nothing is scored.

KINDS: `whole`; `thinned`, of which 30 % was never written; `evening`, written down when the
day is over, so that a day knows nothing of itself; `poops`, with nothing else written; and
`every_other_day`, a child of half as many. A thinner diary is scored by the whole one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Final

from rhythm_logs import Diary
from rhythm_models import renewing
from rhythm_scores import FOUR, shift

from stepstool.method import Entry, Record
from stepstool.method.evidence import topic
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.rhythm.curves import ASLEEP
from stepstool.method.rhythm.habit import SLEEP_PLACE, Knowing, learn
from stepstool.method.rhythm.observations import Observations
from stepstool.method.rhythm.timeline import A_DAY, WAKING, WIDTH
from stepstool.method.rhythm.windows import worth

MOST: Final = topic("rhythm").count.windows
LOST: Final = 0.3
SEED: Final = 20261130


@dataclass(frozen=True)
class Kind:
    """A way to write a diary.

    keeps: which entries, by the diary; own: whether what is left is all that came; late:
    whether a day is written down only when it is over.
    """

    keeps: Callable[[Diary], Iterable[Entry]]
    own: bool = False
    late: bool = False


def _whole(diary: Diary) -> Iterable[Entry]:
    return diary.record.entries


def _thinned(diary: Diary) -> Iterable[Entry]:
    draw = Random(SEED)  # noqa: S311 - for statistics
    return [each for each in diary.record.entries if draw.random() >= LOST]


def _poops(diary: Diary) -> Iterable[Entry]:
    return diary.record.of(Poop)


def _every_other_day(diary: Diary) -> Iterable[Entry]:
    """Keep the poops of every other day, and of those the first."""
    days: set[int] = set()
    for each in diary.record.entries:
        day = each.at.toordinal()
        if not isinstance(each, Poop):
            yield each
        elif day % 2 and day not in days:
            days.add(day)
            yield each


KINDS: Final[Mapping[str, Kind]] = {
    "whole": Kind(_whole),
    "thinned": Kind(_thinned),
    "evening": Kind(_whole, late=True),
    "poops": Kind(_poops),
    "every_other_day": Kind(_every_other_day, own=True),
}


def serve(whole: Diary, kind: Kind) -> Counter[str]:
    """Offer windows day by day to a child of nine months or older; count what they caught."""
    record = whole.record
    # The first entry stays, so that days are counted alike.
    kept = {each.id: each for each in (record.entries[0], *kind.keeps(whole))}
    diary = replace(whole, record=Record(record.child, kept.values(), record.at))
    truth = diary if kind.own else whole
    came, counts = set(truth.poops), Counter[str]()
    for day in range(truth.days):
        if truth.scored[day] and truth.is_old(day):
            counts += _day(diary, came, day, late=kind.late)
    return counts


def _day(diary: Diary, came: set[int], day: int, *, late: bool) -> Counter[str]:
    number = day + shift(diary)
    habit = learn(diary.observations.lessons(number))
    observed = _before(diary.observations, number) if late else diary.observations
    plans = replace(
        renewing(diary, habit, number, worth(habit)), observations=observed, most=MOST
    )
    begun = plans.opened(MOST, len(WAKING))
    morning = day * A_DAY + FOUR + WAKING.start
    hits = [sum(morning + begin + n in came for n in range(WIDTH)) for begin in begun]
    learned = habit.knowing is Knowing.LEARNED
    return Counter(
        days=1,
        poops=sum(morning + n in came for n in range(len(WAKING))),
        asks=len(begun),
        caught=sum(hits),
        right=sum(map(bool, hits)),
        learned=learned,
        without=learned and not begun,
    )


def _before(observations: Observations, day: int) -> Observations:
    """Give what was known when a day began; of a sleep that goes on, nothing was."""
    traces = [trace.before(day * A_DAY) for trace in observations.traces]
    slept = traces[SLEEP_PLACE]
    if slept.steps and slept.steps[-1] == ASLEEP:
        traces[SLEEP_PLACE] = slept.before(slept.tens[-1])
    return replace(observations, traces=traces)


def as_served(parts: Iterable[Counter[str]]) -> dict[str, Any]:
    """Give the figures of some children.

    caught: of waking poops; right: of windows; without: of days with learned hours those
    on which none was offered.
    """
    counts = sum(parts, Counter[str]())
    return {
        "days": counts["days"],
        "poops": counts["poops"],
        "asks_a_day": _share(counts, "asks", "days"),
        "caught": _share(counts, "caught", "poops"),
        "right": _share(counts, "right", "asks"),
        "learned": _share(counts, "learned", "days"),
        "without": _share(counts, "without", "learned"),
    }


def _share(counts: Counter[str], part: str, whole: str) -> float:
    return round(counts[part] / counts[whole], 4) if counts[whole] else 0.0
