"""Patterns for now: the clock, today's windows or why there are none, and the signals."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil, floor
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stepstool import method
from stepstool.web.diary.reading import record_of
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words import answer_word
from stepstool.web.patterns.way import Story, story_of

AN_HOUR: Final = 6
NOT_YET: Final = f"rhythm.knowing.{method.Knowing.NOT_YET}"
# The parts of a day, and the hour from which each lasts; the day begins at 04:00.
PARTS: Final = (
    (4, gettext_lazy("early morning: %(count)s")),
    (8, gettext_lazy("morning: %(count)s")),
    (12, gettext_lazy("afternoon: %(count)s")),
    (18, gettext_lazy("evening: %(count)s")),
    (22, gettext_lazy("night: %(count)s")),
)
OUT_OF = 10


@dataclass(frozen=True, kw_only=True)
class PoopClock:
    """What is drawn, and what it says: title before the parts of the day."""

    came: Sequence[int]
    usual: Sequence[float]
    says: str


def clock_of(forecast: method.Forecast) -> PoopClock:
    """Give the clock; without a rhythm there is no shape behind the dots."""
    came = forecast.drawn
    known = forecast.knowing is not method.Knowing.NOT_YET
    return PoopClock(came=came, usual=forecast.usual if known else (), says=_says(came))


def _says(came: Sequence[int]) -> str:
    if not came:
        return _("Nothing written down with its time yet.")
    counted = Counter(map(_part, came))
    parts = [
        str(words) % {"count": counted[n]}
        for n, (_since, words) in enumerate(PARTS)
        if counted[n]
    ]
    count = len(came)
    last = ngettext("The last one", "The last %(count)s", count) % {"count": count}
    return f"{last} – {', '.join(parts)}."


def _part(ten: int) -> int:
    hour = PARTS[0][0] + ten // AN_HOUR
    return sum(hour >= since for since, _said in PARTS) - 1


class WindowLine(NamedTuple):
    """One window."""

    why: method.SpokenBecause
    # Between what its chance lies; empty while nothing is known.
    sure: str


class SignalLine(NamedTuple):
    """Signs of the child of which the same is known."""

    signs: str
    why: method.SpokenBecause
    # Whether they rather mean holding.
    holds: bool


@dataclass(frozen=True, kw_only=True)
class Patterns:
    """What the page shows."""

    story: Story
    clock: PoopClock
    known: list[method.SpokenBecause]
    behind: str
    offers: list[WindowLine]
    # Why no window is offered; empty if there is one.
    none: str
    signals: list[SignalLine]
    surer: list[str]

    @property
    def sources(self) -> list[method.Source]:
        """What all of it rests on, each once."""
        offered = [offer.why for offer in self.offers]
        reasons = [*self.known, *offered, *(signal.why for signal in self.signals)]
        return list(dict.fromkeys(source for why in reasons for source in why.sources))


def present(visit: Visit) -> Patterns:
    """Give the patterns of this child for now."""
    rhythm = visit.rhythm
    offers = [
        WindowLine(window.says, _sure(window.window.chance))
        for window in rhythm.windows
    ]
    return Patterns(
        story=story_of(visit),
        clock=clock_of(rhythm.forecast),
        known=_known(rhythm),
        behind=_behind(rhythm.forecast),
        offers=offers,
        none=" ".join(reason.saw for reason in rhythm.none_because),
        signals=_signals(visit),
        surer=list(rhythm.surer),
    )


def _signals(visit: Visit) -> list[SignalLine]:
    """Give what announces it, up to the moment of the advice."""
    record = record_of(visit.child, visit.advice.at, method.RHYTHM_READING)
    signals = method.announced_by(record, visit.speaker)
    alike = groupby(signals, lambda each: (each.says.saw, each.signal.tells))
    return [_line(visit, list(together)) for _known, together in alike]


def _known(rhythm: method.SpokenRhythm) -> list[method.SpokenBecause]:
    known, *more = rhythm.because
    if rhythm.closed and rhythm.forecast.because[0].saw.key == NOT_YET:
        # The method's own sentence goes on to times after meals, which are closed too.
        known = replace(known, saw=_("No rhythm to see yet."))
    return [known, *more]


def _behind(forecast: method.Forecast) -> str:
    words = _("What it rests on: times written down: %(count)s, in days: %(days)s.")
    return words % {"count": forecast.poops, "days": forecast.days}


def _sure(chance: method.Chance | None) -> str:
    if chance is None:
        return ""
    low, high = floor(chance.low * OUT_OF), ceil(chance.high * OUT_OF)
    words = _("Something comes then between %(low)s and %(high)s times in ten.")
    return words % {"low": low, "high": high}


def _line(visit: Visit, alike: Sequence[method.SpokenSignal]) -> SignalLine:
    first = alike[0]
    signs = (answer_word(each.signal.sign, visit.gaps) for each in alike)
    return SignalLine(
        signs=", ".join(signs),
        why=first.says,
        holds=first.signal.tells is method.Tells.HOLDS,
    )
