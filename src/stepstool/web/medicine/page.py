"""What the pages of medicine show: orders with their taps, days, stops and signs to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.kinds import kind_of
from stepstool.web.diary.stop_and_call import is_from_below
from stepstool.web.medicine.cupboard import Cupboard, Given, Kind, Ordered, Outcome


class Order(NamedTuple):
    """An order in the clinician's words."""

    id: str
    text: str
    by: str
    until: str
    may_end: bool


class Tap(NamedTuple):
    """One answer in one tap."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """The orders of one kind, what was written today, and the taps."""

    kind: str
    title: str
    from_below: bool
    orders: list[Order]
    today: list[str]
    taps: list[Tap]


class Day(NamedTuple):
    """One entry of the last two weeks."""

    id: str
    picture: str
    what: str
    when: str


@dataclass(frozen=True, kw_only=True)
class Medicine:
    """The page. signs: those after which to stop and call, if one was given lately."""

    shelves: list[Shelf]
    works: str
    prescriber: str
    runny: str
    ended: str
    earlier: list[Order]
    lately: list[Day]
    stop_and_call: list[str]


def present(cupboard: Cupboard) -> Medicine:
    """Give the page."""
    speaker = cupboard.visit.speaker
    return Medicine(
        shelves=[_shelf(cupboard, kind) for kind in cupboard.in_force],
        works=speaker.say("medicine.works"),
        prescriber=speaker.say("medicine.prescriber"),
        runny=speaker.say("medicine.runny"),
        ended=speaker.say("medicine.ended"),
        earlier=[_order(cupboard, each) for each in cupboard.earlier],
        lately=[_day(cupboard, each) for each in cupboard.lately],
        stop_and_call=signs(cupboard) if _enema_today(cupboard) else [],
    )


def _enema_today(cupboard: Cupboard) -> bool:
    return any(map(is_from_below, cupboard.today))


def signs(cupboard: Cupboard) -> list[str]:
    """Give the signs after which to stop and call."""
    speaker = cupboard.visit.speaker
    return [speaker.spoken(each.saw) for each in method.STOP_AND_CALL]


def _shelf(cupboard: Cupboard, kind: method.MedicineKind) -> Shelf:
    gaps = cupboard.visit.gaps
    from_below = kind is Kind.RECTAL
    taps = [Tap(each, words.answer_word(each, gaps)) for each in Outcome]
    return Shelf(
        kind=kind,
        title=words.answer_word(kind, gaps),
        from_below=from_below,
        orders=[_order(cupboard, each) for each in cupboard.in_force[kind]],
        today=[_said(cupboard, each) for each in cupboard.today_of(kind)],
        taps=taps[1:] if from_below else taps,
    )


def _order(cupboard: Cupboard, order: method.health.MedicineOrdered) -> Order:
    kind = words.said(order.KIND, "medicine", order.medicine, cupboard.visit.gaps)
    ends = order.until_day
    return Order(
        id=order.id,
        text=kind if order.order is method.UNKNOWN else order.order,
        by="" if order.ordered_by is method.UNKNOWN else order.ordered_by,
        until="" if ends is method.UNKNOWN else date_format(ends, "j F Y"),
        may_end=cupboard.may_end(order),
    )


def _said(cupboard: Cupboard, given: method.health.MedicineGiven) -> str:
    what = words.said(given.KIND, "outcome", given.outcome, cupboard.visit.gaps) or _(
        "Given"
    )
    return f"{what}, {words.clock_time(cupboard.visit.clock, given.at)}"


def _day(cupboard: Cupboard, given: method.health.MedicineGiven) -> Day:
    visit = cupboard.visit
    return Day(
        id=given.id,
        picture=kind_of(Given.KIND).drawing,
        what=words.summary(given, visit.gaps) or words.title(given, visit.gaps),
        when=words.ago(visit.clock, given.at, visit.now),
    )


@dataclass(frozen=True, kw_only=True)
class Enema:
    """Before one from below: what stops it, whom to ask, and what to watch after."""

    stops: Sequence[method.Reason]
    ordered: list[Order]
    ask_first: list[str]
    stop_and_call: list[str]
    sources: Sequence[method.Source]
    courage: str
    prescriber: str


def present_enema(cupboard: Cupboard) -> Enema:
    """Give the page before one from below."""
    speaker = cupboard.visit.speaker
    rows = (*method.ASK_FIRST, *method.STOP_AND_CALL)
    keys = dict.fromkeys(key for each in rows for key in each.sources)
    return Enema(
        stops=speaker.reasons(method.hard_stops(cupboard.record)),
        ordered=[_order(cupboard, e) for e in cupboard.in_force.get(Kind.RECTAL, ())],
        ask_first=[speaker.spoken(each.saw) for each in method.ASK_FIRST],
        stop_and_call=signs(cupboard),
        sources=[method.SOURCES[key] for key in keys],
        courage=speaker.say("medicine.courage"),
        prescriber=speaker.say("medicine.prescriber"),
    )


def kinds(cupboard: Cupboard, chosen: str) -> list[tuple[Tap, bool]]:
    """Give what an order may be for."""
    said = [Tap(each, words.answer_word(each, cupboard.visit.gaps)) for each in Kind]
    return [(tap, tap.value == chosen) for tap in said]


def title_of_order(cupboard: Cupboard) -> str:
    """Say what an order is called."""
    return words.fill(kind_of(Ordered.KIND).on_button, cupboard.visit.gaps)
