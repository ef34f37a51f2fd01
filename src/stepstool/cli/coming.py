"""When it comes and what announces it, as `stepstool advise` prints it."""

from collections.abc import Iterable, Iterator
from typing import Any

from stepstool import method


def for_programs(
    rhythm: method.SpokenRhythm, signals: Iterable[method.SpokenSignal]
) -> dict[str, Any]:
    """Give the rhythm as JSON; every chance with its uncertainty and what is behind it."""
    forecast = rhythm.forecast
    return {
        "known": str(forecast.knowing),
        "because": [reason.saw for reason in rhythm.because],
        "poops": forecast.poops,
        "days": forecast.days,
        "closed": None if rhythm.closed is None else str(rhythm.closed),
        "next_hour": _chance(forecast.next_hour),
        "next_three_hours": _chance(forecast.next_three_hours),
        "tens": [round(ten.chance, 4) for ten in forecast.tens],
        "windows": [_window(window) for window in rhythm.windows],
        "signals": [_signal(signal) for signal in signals],
        "surer": list(rhythm.surer),
    }


def for_people(
    rhythm: method.SpokenRhythm, signals: Iterable[method.SpokenSignal]
) -> Iterator[str]:
    """Give the rhythm in sentences."""
    yield ""
    yield from (reason.saw for reason in rhythm.because)
    yield from (reason.saw for reason in rhythm.none_because)
    yield from (window.says.saw for window in rhythm.windows)
    yield from (signal.says.saw for signal in signals)


def _chance(chance: method.Chance) -> dict[str, Any]:
    return {
        "since": chance.since.isoformat(),
        "until": chance.until.isoformat(),
        "chance": round(chance.chance, 4),
        "low": round(chance.low, 4),
        "high": round(chance.high, 4),
        "poops": chance.poops,
    }


def _window(spoken: method.SpokenWindow) -> dict[str, Any]:
    window = spoken.window
    return {
        "since": window.since.isoformat(),
        "until": window.until.isoformat(),
        "hits": window.hits,
        "of": window.of,
        "chance": window.chance and _chance(window.chance),
        "meal": window.meal and str(window.meal),
        "saw": spoken.says.saw,
        "source": "; ".join(source.title for source in spoken.says.sources),
    }


def _signal(spoken: method.SpokenSignal) -> dict[str, Any]:
    signal = spoken.signal
    before = signal.before
    return {
        "sign": str(signal.sign),
        "tells": str(signal.tells),
        "seen": signal.sightings,
        "followed": signal.followed,
        "minutes_before": None if before is None else before.total_seconds() / 60,
        "saw": spoken.says.saw,
    }
