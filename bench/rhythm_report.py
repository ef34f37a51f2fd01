"""The report of the bench, line by line: pooled with intervals, then by diary."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from rhythm_models import COUNTS
from rhythm_scores import Played, Sums, interval, total, weeks

Figure = Callable[[Sums], float]
HEAD = f"{'':32} bits  caught in the morning   renewed                 error"


def report(played: Mapping[str, Sequence[Played]]) -> Iterator[str]:
    """Give the lines of the report; the first model is our own."""
    own = next(iter(played))
    yield from _pool("Nine months and older", played, old=True)
    yield from _intervals(weeks(played[own], old=True))
    yield ""
    yield from _pool("Younger", played, old=False)
    yield ""
    yield from _by_diary(played[own])
    yield ""
    yield from _reliability(total(weeks(played[own], old=True)))
    yield ""
    yield from _asks(played)


def _pool(
    title: str, played: Mapping[str, Sequence[Played]], *, old: bool
) -> Iterator[str]:
    sums = {name: total(weeks(each, old=old)) for name, each in played.items()}
    own = next(iter(sums.values()))
    yield f"{title}: {own.days} days, {own.poops} poops, {own.waking} in waking hours"
    yield HEAD
    for name, each in sums.items():
        yield f"{name:32}{_line(each)}"


def _line(sums: Sums) -> str:
    bits = f"{sums.bits_per_poop():5.2f}"
    if not sums.asks:
        return bits
    shares = (
        " ".join(f"{sums.share(mode, count):.3f}" for count in COUNTS)
        for mode in ("morning", "renewed")
    )
    error = f"{sums.calibration_error():.3f}" if sums.hours else "–"
    return f"{bits}  {'   '.join(shares)}   {error}"


def _intervals(parts: Sequence[Sums]) -> Iterator[str]:
    figures: Mapping[str, Figure] = {
        "bits": Sums.bits_per_poop,
        "three in the morning": lambda sums: sums.share("morning", 3),
        "three renewed": lambda sums: sums.share("renewed", 3),
        "four renewed": lambda sums: sums.share("renewed", 4),
        "error": Sums.calibration_error,
    }
    yield "In 95 of 100 draws of the weeks:"
    for name, figure in figures.items():
        low, high = interval(parts, figure)
        yield f"  {name:24}{low:.3f} to {high:.3f}"


def _by_diary(played: Sequence[Played]) -> Iterator[str]:
    yield "By diary"
    yield HEAD
    for each in played:
        for age, old in (("younger", False), ("nine months on", True)):
            parts = weeks([each], old=old)
            if parts:
                name = f"{each.diary.name}, {age}"
                low, high = interval(parts, Sums.bits_per_poop)
                yield f"{name:32}{_line(total(parts))}   bits {low:.2f} to {high:.2f}"


def _reliability(sums: Sums) -> Iterator[str]:
    yield "Within the next hour, nine months and older: said, came, how often"
    for said, came, count in sums.reliability():
        yield f"  {said:.3f}  {came:.3f}  {count}"


def _asks(played: Mapping[str, Sequence[Played]]) -> Iterator[str]:
    yield "Asks that were right, nine months and older: allowed, asked a day, right"
    for name, each in list(played.items())[:2]:
        sums = total(weeks(each, old=True))
        for count in COUNTS:
            a_day = sums.asks.get(("renewed", count), 0) / max(sums.days, 1)
            right = sums.asks_right("renewed", count)
            yield f"  {name:24}{count}  {a_day:.2f}  {right:.3f}"
