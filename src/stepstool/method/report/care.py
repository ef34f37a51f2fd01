"""What is done and asked: medicine and what was tried, signs, food, pees, published lists."""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import mean
from typing import Final

from stepstool.method import food, ladder
from stepstool.method.calm import course_of
from stepstool.method.calm.course import PlanStretch
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Record, Saying, Value
from stepstool.method.record.kinds.action_plan import ActionPlan, PlanZone, in_force
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.kinds.days import Sleep, SleepKind
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerAnswer,
    DangerKey,
    DangerSign,
    Given,
    MedicineGiven,
    MedicineOrdered,
)
from stepstool.method.record.kinds.interview import Topic
from stepstool.method.record.kinds.lasting import Plan
from stepstool.method.record.kinds.listening import Listening
from stepstool.method.record.kinds.poop import (
    IN_CLOTHES,
    POTTY_OR_TOILET,
    Sleeping,
)
from stepstool.method.record.kinds.toileting import Pee, Sit
from stepstool.method.report.items import ASKS, SOURCES, CountedItem, List, Standing
from stepstool.method.report.lines import (
    Case,
    Line,
    else_line,
    line,
    saying,
    text,
    told,
)
from stepstool.method.report.stretch import Stretch

N: Final = topic("report")
AN_HOUR: Final = timedelta(hours=1)


def tried(case: Case) -> Iterator[Line]:
    """Medicine as ordered and as given, what clinicians said, and what was tried."""
    yield from else_line(_orders(case.record), "report.tried.no_order")
    yield from _plan_at_home(case.record)
    yield from _given(case.stretch)
    yield from told(case, Topic.TREATED_BEFORE)
    yield from _words(case.record)
    yield from else_line(_ladders(case.record), "report.tried.no_plan")
    yield from _sits(case.stretch)


def _orders(record: Record) -> Iterator[Line]:
    """The orders that stand, in their own words."""
    for order in orders_in_force(record):
        what = MedicineKind.OTHER if order.medicine is UNKNOWN else order.medicine
        values: dict[str, Value] = {
            "what": saying(f"report.medicine.{what}"),
            "order": text(order.order),
            "day": record.clock.day(order.at),
        }
        if order.ordered_by is UNKNOWN:
            yield line("report.tried.order_unnamed", **values)
        else:
            yield line("report.tried.order", by=order.ordered_by, **values)


def _plan_at_home(record: Record) -> Iterator[Line]:
    """The doctor's own plan that stands: each zone in its words, and when it holds."""
    plan = in_force(record.of(ActionPlan), record.today)
    if plan is None:
        return
    unnamed = plan.ordered_by is UNKNOWN
    by = saying("action_plan.somebody") if unnamed else text(plan.ordered_by)
    yield line("report.tried.action_plan", by=by, day=record.clock.day(plan.at))
    for zone in PlanZone:
        if plan.says(zone) is not UNKNOWN:
            signs = [saying(f"action_plan.when.{sign}") for sign in plan.when(zone)]
            title = saying(f"action_plan.zone.{zone}")
            words = text(plan.says(zone))
            yield line(f"report.tried.zone_{zone}", *signs, zone=title, words=words)


def orders_in_force(record: Record) -> list[MedicineOrdered]:
    """Give the newest order of each kind whose last day is not over."""
    newest = {order.medicine: order for order in record.of(MedicineOrdered)}
    return [
        order
        for order in newest.values()
        if order.until_day is UNKNOWN or order.until_day >= record.today
    ]


def _given(stretch: Stretch) -> Iterator[Line]:
    doses = stretch.of(MedicineGiven)
    given = [dose for dose in doses if dose.outcome is Given.GIVEN]
    other = [dose for dose in doses if dose.outcome in (Given.MISSED, Given.REFUSED)]
    if doses:
        days, missed = len(stretch.days_of(given)), len(stretch.days_of(other))
        yield line("report.tried.given", days=days, missed=missed)


def _words(record: Record) -> Iterator[Line]:
    for word in record.of(ClinicianWord)[-N.count.words :]:
        if word.word is not UNKNOWN:
            said = saying(f"report.word.{word.word}")
            day = record.clock.day(word.at)
            by = None if word.name is UNKNOWN else word.name
            by_whom = by or saying("report.somebody")
            yield line("report.tried.word", by=by_whom, said=said, day=day)


def _ladders(record: Record) -> Iterator[Line]:
    """What was tried, with its days: the latest ones."""
    stretches = course_of(record.of(Plan)).stretches[-N.count.stretches :]
    for stretch in stretches:
        yield _stretch_of_plan(record, stretch)


def _stretch_of_plan(record: Record, stretch: PlanStretch) -> Line:
    standing, clock = stretch.standing, record.clock
    found = ladder.ladder_in(record, standing.ladder, standing.version)
    first = clock.day(stretch.since)
    last = record.today if stretch.until is None else clock.day(stretch.until)
    values: dict[str, Value] = {
        "title": found.title if found else saying("report.plan.strange"),
        "number": standing.step,
        "first": first,
        "days": (last - first).days,
    }
    return Line(says=Saying(key=f"report.plan.{standing.place}", values=values))


def _sits(stretch: Stretch) -> Iterator[Line]:
    offers = [sit for sit in stretch.of(Sit) if sit.offered is YesNo.YES]
    if offers:
        accepted = sum(sit.accepted is YesNo.YES for sit in offers)
        yield line("report.tried.sits", number=len(offers), accepted=accepted)
    if sessions := stretch.of(Listening):
        yield line("report.tried.listening", number=len(sessions))


def signs(case: Case) -> Iterator[Line]:
    """Say which alarm signs are open, which were answered otherwise, and which are not there.

    Each with its day; those that nobody was asked about are not known.
    """
    alerts = case.comfort.alerts
    for alert in alerts:
        day = case.record.clock.day(alert.since)
        yield line(
            "report.signs.open", sign=saying(f"report.sign.{alert.key}"), day=day
        )
    if not alerts:
        yield line("report.signs.none_open")
    yield from else_line(
        _answered(case.record, {e.key for e in alerts}), "report.signs.not_asked"
    )


def _answered(record: Record, shown: set[DangerKey]) -> Iterator[Line]:
    """Give the newest answer to each sign: those not there on one day share a line."""
    newest = {entry.sign: entry for entry in record.of(DangerSign)}
    none = newest.get(UNKNOWN)
    if none and none.answer is DangerAnswer.NOT_HERE:
        yield line("report.signs.none_of_these", day=record.clock.day(none.at))
    absent: dict[date, list[Saying]] = {}
    for sign, entry in newest.items():
        if sign is UNKNOWN or entry.answer is UNKNOWN or sign in shown:
            continue
        name, day = saying(f"report.sign.{sign}"), record.clock.day(entry.at)
        if entry.answer is DangerAnswer.NOT_HERE:
            absent.setdefault(day, []).append(name)
        else:
            yield line(f"report.signs.{entry.answer}", sign=name, day=day)
    for day, names in absent.items():
        yield line("report.signs.not_here", *names, day=day)


def eaten(case: Case) -> Iterator[Line]:
    """Say fibre and drinks of the last days, as far as they were written."""
    picture = food.picture(case.record, case.comfort)
    whole = sum(day.whole for day in picture.days)
    if picture.average is None:
        yield line("report.food.fibre_not_known", days=len(picture.days), whole=whole)
    else:
        yield line("report.food.fibre", grams=f"{picture.average:.0f}", whole=whole)
    amounts = [day.drinks for day in picture.days if day.drinks is not None]
    milk = [day.milk for day in picture.days if day.milk is not None]
    if amounts:
        yield line(
            "report.food.drinks",
            ml=round(sum(amounts) / len(amounts)),
            days=len(amounts),
        )
    else:
        yield line("report.food.drinks_not_known")
    if milk:
        yield line("report.food.milk", ml=round(sum(milk) / len(milk)), days=len(milk))


def wetting(case: Case) -> Iterator[Line]:
    """Say where pee landed, how long the nights are, and what comes in sleep, if written."""
    yield from else_line(_pees(case.stretch), "report.wetting.not_known")
    yield from else_line(_nights(case.stretch), "report.wetting.sleep_not_known")
    sleeping = [bout.sleeping for bout in case.stretch.full if bout.sleeping]
    if sleeping:
        asleep = sleeping.count(Sleeping.ASLEEP)
        yield line("report.wetting.asleep", number=asleep, known=len(sleeping))


def _pees(stretch: Stretch) -> Iterator[Line]:
    pees = stretch.of(Pee)
    inside = sum(pee.place in POTTY_OR_TOILET for pee in pees)
    clothes = sum(pee.place in IN_CLOTHES for pee in pees)
    if pees:
        yield line(
            "report.wetting.pees", number=len(pees), inside=inside, clothes=clothes
        )


def _nights(stretch: Stretch) -> Iterator[Line]:
    nights = (e for e in stretch.of(Sleep) if e.sleep is SleepKind.NIGHT)
    lengths = [(e.until - e.at) / AN_HOUR for e in nights if e.until]
    if lengths:
        hours = f"{mean(lengths):.1f}"
        yield line("report.wetting.nights", number=len(lengths), hours=hours)


def lists(case: Case) -> Iterator[Line]:
    """Count the items of the published lists: how many are there, and how each stands."""
    for listed in List:
        items = [one for one in case.counted if one.item.list is listed]
        if items:
            yield _total(listed, items)
            yield from _by_standing(items, case.counted_days)


def _total(listed: List, items: list[CountedItem]) -> Line:
    there = sum(one.counts for one in items)
    key = f"report.list.{listed}"
    says = saying(key, there=there, of=len(items), asks=ASKS[listed])
    return Line(says=says, sources=SOURCES[listed])


def _by_standing(items: list[CountedItem], known: int) -> Iterator[Line]:
    for standing in Standing:
        names = [_item(one) for one in items if one.standing is standing]
        if names:
            yield line(f"report.standing.{standing}", *names, known=known)


def _item(one: CountedItem) -> Saying:
    item = saying(f"report.item.{one.item.key}")
    return saying("report.list.item", item=item, saw=one.saw) if one.saw else item
