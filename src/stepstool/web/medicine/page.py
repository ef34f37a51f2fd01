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
from stepstool.web.medicine.cupboard import Cupboard, Given, Kind, Outcome


class Order(NamedTuple):
    """An order in the clinician's words."""

    id: str
    text: str
    by: str
    until: str
    call_after: str
    may_end: bool


class Tap(NamedTuple):
    """One answer in one tap."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class OrdersOfKind:
    """The orders of one kind, what was written today, and the taps."""

    kind: str
    title: str
    from_below: bool
    orders: list[Order]
    today: list[str]
    taps: list[Tap]


class Dose(NamedTuple):
    """One entry of the last two weeks."""

    id: str
    picture: str
    what: str
    when: str


@dataclass(frozen=True, kw_only=True)
class Medicine:
    """The page."""

    shelves: list[OrdersOfKind]
    earlier: list[Order]
    lately: list[Dose]
    # The signs after which to stop and call, if one from below was given today.
    stop_and_call: list[str]


def present(cupboard: Cupboard) -> Medicine:
    """Give the page."""
    return Medicine(
        shelves=[_shelf(cupboard, kind) for kind in cupboard.in_force],
        earlier=[_order(cupboard, order) for order in cupboard.earlier],
        lately=[_dose(cupboard, dose) for dose in cupboard.lately],
        stop_and_call=signs(cupboard) if _enema_today(cupboard) else [],
    )


def _enema_today(cupboard: Cupboard) -> bool:
    return any(map(is_from_below, cupboard.today))


def signs(cupboard: Cupboard) -> list[str]:
    """Give the signs after which to stop and call."""
    speaker = cupboard.visit.speaker
    return [speaker.spoken(sign.saw) for sign in method.STOP_AND_CALL]


def _shelf(cupboard: Cupboard, kind: method.MedicineKind) -> OrdersOfKind:
    gaps = cupboard.visit.gaps
    from_below = kind is Kind.RECTAL
    taps = [Tap(outcome, words.answer_word(outcome, gaps)) for outcome in Outcome]
    return OrdersOfKind(
        kind=kind,
        title=words.answer_word(kind, gaps),
        from_below=from_below,
        orders=[_order(cupboard, order) for order in cupboard.in_force[kind]],
        today=[_outcome(cupboard, dose) for dose in cupboard.today_of(kind)],
        taps=taps[1:] if from_below else taps,
    )


def _order(cupboard: Cupboard, order: method.health.MedicineOrdered) -> Order:
    kind = words.answer_text(
        order.KIND, "medicine", order.medicine, cupboard.visit.gaps
    )
    ends = order.until_day
    return Order(
        id=order.id,
        text=kind if order.order is method.UNKNOWN else order.order,
        by="" if order.ordered_by is method.UNKNOWN else order.ordered_by,
        until="" if ends is method.UNKNOWN else date_format(ends, "j F Y"),
        call_after=_call_after(cupboard, order),
        may_end=cupboard.may_end(order),
    )


def _call_after(cupboard: Cupboard, order: method.health.MedicineOrdered) -> str:
    """Say after how long to call, as it was ordered; empty where nobody said."""
    hours, gaps = order.call_after_hours, cupboard.visit.gaps
    if hours is method.UNKNOWN:
        return ""
    return words.statement(order.KIND, "call_after_hours", hours, gaps)


def _outcome(cupboard: Cupboard, dose: method.health.MedicineGiven) -> str:
    what = words.answer_text(
        dose.KIND, "outcome", dose.outcome, cupboard.visit.gaps
    ) or _("Given")
    return f"{what}, {words.clock_of(cupboard.visit.clock, dose)}"


def _dose(cupboard: Cupboard, dose: method.health.MedicineGiven) -> Dose:
    visit = cupboard.visit
    return Dose(
        id=dose.id,
        picture=kind_of(Given.KIND).drawing,
        what=words.summary(dose, visit.gaps) or words.title(dose, visit.gaps),
        when=words.ago_of(visit.clock, dose, visit.now),
    )


@dataclass(frozen=True, kw_only=True)
class Enema:
    """Before one from below: what stops it, whom to ask, and what to watch after."""

    stops: Sequence[method.SpokenBecause]
    ordered: list[Order]
    ask_first: list[str]
    stop_and_call: list[str]
    sources: Sequence[method.Source]


def present_enema(cupboard: Cupboard) -> Enema:
    """Give the page before one from below."""
    speaker = cupboard.visit.speaker
    rows = (*method.ASK_FIRST, *method.STOP_AND_CALL)
    keys = dict.fromkeys(key for row in rows for key in row.sources)
    return Enema(
        stops=speaker.reasons(method.hard_stops(cupboard.record)),
        ordered=[_order(cupboard, o) for o in cupboard.in_force.get(Kind.RECTAL, ())],
        ask_first=[speaker.spoken(question.saw) for question in method.ASK_FIRST],
        stop_and_call=signs(cupboard),
        sources=[method.SOURCES[key] for key in keys],
    )
