"""What the bowel does: how often, what it is like, whether it hurts, holding and soiling."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from stepstool.method.record import UNKNOWN, Saying
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.interview import Topic
from stepstool.method.report.lines import Case, Line, line, saying, told
from stepstool.method.report.stretch import Feature, Stretch

F: Final = Feature
A_DAY: Final = timedelta(days=1)


def stools(case: Case) -> Iterator[Line]:
    """How many came in all and in the toilet, of how many days that is known."""
    stretch = case.stretch
    known = stretch.known_days
    if not known:
        yield line("report.stools.not_known", days=len(stretch.days))
        return
    yield _rate("in_all", len(stretch.full), stretch)
    yield _rate("in_toilet", stretch.in_toilet, stretch)
    yield line("report.stools.known", known=known, days=len(stretch.days))
    if gap := stretch.longest_gap:
        yield line("report.stools.gap", days=f"{gap / A_DAY:.1f}")


def _rate(what: str, count: int, stretch: Stretch) -> Line:
    rate = stretch.a_week(count)
    if rate is None:
        return line(f"report.stools.{what}", number=count)
    return line(f"report.stools.{what}_a_week", number=count, rate=f"{rate:g}")


def form(case: Case) -> Iterator[Line]:
    """The types by picture, and the size."""
    full = case.stretch.full
    types = list(_types(full))
    yield line("report.form.types", *types) if types else line("report.form.not_known")
    untyped = sum(bout.texture is None for bout in full)
    if types and untyped:
        yield line("report.form.untyped", number=untyped)
    yield from _size(case.stretch)


def _types(full: Iterable[Bout]) -> Iterator[Saying]:
    """How many of each picture; of a bout each that was tapped."""
    tapped = Counter(
        picture
        for bout in full
        for poop in bout.poops
        for picture in (poop.bristol, poop.brussels)
        if picture is not UNKNOWN
    )
    for picture, count in sorted(tapped.items(), key=lambda pair: str(pair[0])):
        yield saying(f"report.type.{picture}", number=count)


def _size(stretch: Stretch) -> Iterator[Line]:
    amounts = [e.amount for bout in stretch.full for e in bout.poops]
    known = sum(amount is not UNKNOWN for amount in amounts)
    if not known:
        yield line("report.form.size_not_known")
        return
    big, blocked = stretch.count(F.BIG), stretch.count(F.BLOCKED)
    yield line("report.form.size", big=big, blocked=blocked, known=known)


def pain(case: Case) -> Iterator[Line]:
    """Pain and blood with a stool, straining, and tummy aches."""
    stretch = case.stretch
    known = sum(bout.pain is not None for bout in stretch.bouts)
    hurt, little = stretch.count(F.HURT), stretch.count(F.HURT_A_LITTLE)
    yield (
        line("report.pain.hurt", hurt=hurt, little=little, known=known)
        if known
        else line("report.pain.not_known")
    )
    yield from _blood(stretch)
    if days := stretch.days_with(F.ACHE):
        eased = stretch.days_with(F.ACHE_EASED)
        yield line("report.pain.ache", days=days, eased=eased)
    if strained := stretch.count(F.STRAINED):
        yield line("report.pain.strained", number=strained)


def _blood(stretch: Stretch) -> Iterator[Line]:
    answers = [e.blood for bout in stretch.bouts for e in bout.poops]
    known = sum(answer is not UNKNOWN for answer in answers)
    streak, mixed = stretch.count(F.STREAK), stretch.count(F.BLOOD_MIXED_IN)
    if known:
        yield line("report.pain.blood", streak=streak, mixed=mixed, known=known)
    else:
        yield line("report.pain.blood_not_known")


def holding(case: Case) -> Iterator[Line]:
    """Holding, soiling, and whether the child notices."""
    stretch = case.stretch
    for feature in (F.HOLDING, F.LEAK):
        days = stretch.days_with(feature)
        key = f"report.holding.{feature}"
        yield line(key, days=days) if days else line(f"{key}_not_seen")
    yield from told(case, Topic.FEELS_IT)
