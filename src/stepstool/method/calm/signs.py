"""The signs of a power struggle, P1 to P9, as a table (clinical_rules.md, part 6)."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepstool.method.calm.numbers import (
    HARSH_WORDS,
    OFFERS_A_DAY,
    OFFERS_DAYS,
    REFUSED_SHARE,
    SITS_OFFERED,
    SITS_REFUSED,
    TEARS_DAYS,
)
from stepstool.method.calm.seen import Seen

Days = Sequence[date]
Window = Mapping[Seen, Days]


def _refusing(window: Window) -> Days:
    offered, refused = len(window[Seen.OFFERED]), len(window[Seen.REFUSED])
    enough = offered >= SITS_OFFERED and refused >= SITS_REFUSED
    return window[Seen.REFUSED] if enough and refused >= offered * REFUSED_SHARE else ()


def _tears(window: Window) -> Days:
    days = window[Seen.TEARS]
    return days if len(set(days)) >= TEARS_DAYS else ()


def _many_offers(window: Window) -> Days:
    days = days_of_many_offers(window)
    return days if len(days) >= OFFERS_DAYS else ()


def days_of_many_offers(window: Window) -> Days:
    """Give the days with too many offers and reminders."""
    a_day = Counter(window[Seen.REMINDED])
    return sorted(day for day, times in a_day.items() if times > OFFERS_A_DAY)


def _harsh(window: Window) -> Days:
    days = window[Seen.HARSH_WORDS]
    return days if len(days) >= HARSH_WORDS else ()


def _any_of(seen: Seen) -> Callable[[Window], Days]:
    return lambda window: window[seen]


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One row: its name in the rules, what it is called, and the days that show it.

    when: for people; days: of a window; empty while the sign is not there.
    sources: keys of `evidence.SOURCES`.
    """

    rule: str
    key: str
    when: str
    days: Callable[[Window], Days]
    sources: tuple[str, ...] = ("RESIST-1", "I")


# fmt: off
SIGNS: Final = (
    Sign(rule="P1", key="refusing", days=_refusing,
         when="4 sits offered and more, at least two thirds and 3 of them refused"),
    Sign(rule="P2", key="tears", days=_tears,
         when="tears or anger at an offer or a step, on 2 days"),
    Sign(rule="P3", key="many_offers", days=_many_offers,
         when="more than 3 offers or reminders a day, on 3 days"),
    Sign(rule="P4", key="made_to_sit", days=_any_of(Seen.MADE_TO),
         when="made to sit or kept sitting, or a sit over 10 minutes; a kind “all done” by the adult is none"),
    Sign(rule="P5", key="diaper_denied", days=_any_of(Seen.DIAPER_DENIED),
         when="a diaper asked for and not given"),
    Sign(rule="P6", key="harsh_words", days=_harsh,
         when="harsh words, threat or punishment noted, twice"),
    Sign(rule="P7", key="holding", days=_any_of(Seen.HELD),
         when="holding since a step was made harder: step back (a) of the ladder"),
    Sign(rule="P8", key="not_lighter", days=_any_of(Seen.NOT_LIGHTER),
         when="three listening sessions in a row not lighter"),
    Sign(rule="P9", key="parent_says_so", days=_any_of(Seen.PARENT_SAYS_SO),
         when="the parent says it has become a fight"),
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A sign that is there, and the days that show it (one for each time)."""

    sign: Sign
    days: tuple[date, ...]


def window_of(seen: Iterable[tuple[Seen, date]]) -> Window:
    """Gather what was seen: for each thing the days, one for each time, in order."""
    window: dict[Seen, list[date]] = {each: [] for each in Seen}
    for each, day in seen:
        window[each].append(day)
    return {each: sorted(days) for each, days in window.items()}


def within(window: Window, first: date, last: date) -> Window:
    """Give the part of a window from the first to the last day, both included."""
    return {
        each: days[bisect_left(days, first) : bisect_right(days, last)] if days else ()
        for each, days in window.items()
    }


def signs_of(window: Window) -> tuple[Shown, ...]:
    """Give the signs that a window shows."""
    found = ((sign, tuple(sign.days(window))) for sign in SIGNS)
    return tuple(Shown(sign=sign, days=days) for sign, days in found if days)
