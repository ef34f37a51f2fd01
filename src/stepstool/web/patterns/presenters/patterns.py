"""Patterns for now: the clock, today's windows or why there are none, and the signals."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.reading import record_of
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words import answer_word
from stepstool.web.patterns.closed import WHY, closed_by
from stepstool.web.patterns.presenters.clock import PoopClock, clock_of

OUT_OF = 10


class Offer(NamedTuple):
    """One window. sure: between what its chance lies, empty while nothing is known."""

    why: method.Reason
    sure: str


class Told(NamedTuple):
    """One sign of the child. holds: whether it rather means holding."""

    sign: str
    why: method.Reason
    holds: bool


@dataclass(frozen=True, kw_only=True)
class Patterns:
    """What the page shows. none: why no window is offered, empty if there is one."""

    clock: PoopClock
    known: method.Reason
    behind: str
    offers: list[Offer]
    none: str
    signals: list[Told]
    surer: list[str]

    @property
    def sources(self) -> list[method.Source]:
        """What all of it rests on, each once."""
        offered = [offer.why for offer in self.offers]
        said = [self.known, *offered, *(signal.why for signal in self.signals)]
        return list(dict.fromkeys(source for why in said for source in why.sources))


def present(visit: Visit) -> Patterns:
    """Give the patterns of this child for now."""
    record = record_of(visit.child, visit.now, method.RHYTHM_READING)
    forecast = method.forecast(record)
    offers = list(_offers(visit, forecast))
    return Patterns(
        clock=clock_of(forecast),
        known=_known(visit, forecast),
        behind=_behind(forecast),
        offers=offers,
        none="" if offers else _none(visit),
        signals=list(_signals(visit, record)),
        surer=[visit.speaker.spoken(each) for each in forecast.surer],
    )


def _known(visit: Visit, forecast: method.Forecast) -> method.Reason:
    (known,) = visit.speaker.reasons(forecast.because)
    if forecast.knowing is method.Knowing.NOT_YET and closed_by(visit.advice):
        # The method's own sentence goes on to times after meals, which are closed too.
        saw = _("No rhythm to see yet.")
        return method.Reason(rule=known.rule, saw=saw, sources=known.sources)
    return known


def _behind(forecast: method.Forecast) -> str:
    words = _("What it rests on: times written down: %(count)s, in days: %(days)s.")
    return words % {"count": forecast.poops, "days": forecast.days}


def _most(visit: Visit) -> int | None:
    chosen = visit.settings.windows
    return None if chosen is method.UNKNOWN else chosen


def _offers(visit: Visit, forecast: method.Forecast) -> Iterator[Offer]:
    most, closed = _most(visit), closed_by(visit.advice)
    wanted = {} if most is None else {"most": most}
    for each in method.windows(forecast, closed=closed, **wanted):
        (why,) = visit.speaker.reasons((each.because,))
        yield Offer(why, _sure(each.chance))


def _sure(chance: method.Chance | None) -> str:
    if chance is None:
        return ""
    low, high = floor(chance.low * OUT_OF), ceil(chance.high * OUT_OF)
    words = _("Something comes then between %(low)s and %(high)s times in ten.")
    return words % {"low": low, "high": high}


def _none(visit: Visit) -> str:
    closed = closed_by(visit.advice)
    if closed:
        return str(WHY[closed])
    if _most(visit) == 0:
        return _("You chose to have none offered.")
    return _("No more times are offered today.")


def _signals(visit: Visit, record: method.Record) -> Iterator[Told]:
    for each in method.signals(record):
        (why,) = visit.speaker.reasons((each.because,))
        yield Told(
            sign=answer_word(each.sign, visit.gaps),
            why=why,
            holds=each.tells is method.Tells.HOLDS,
        )
