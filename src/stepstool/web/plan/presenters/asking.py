"""A form of the plan page: what it sends unseen, what can be chosen, and its buttons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepstool import method
from stepstool.web.plan.forms import OWN
from stepstool.web.plan.journey import Journey
from stepstool.web.plan.presenters.steps import StepRow

# To look again at four, eight, twelve weeks: once, twice, three times the method's span.
LOOKS: Final = (1, 2, 3)
A_DAY: Final = timedelta(days=1)
A_WEEK: Final = timedelta(weeks=1)


class Fault(NamedTuple):
    """What could not be decided: which form it was, empty for none, and why."""

    form: str
    words: str


class Button(NamedTuple):
    """A button: its words, and what it adds to its form."""

    words: str
    name: str = ""
    value: object = ""
    main: bool = False


class DayChoice(NamedTuple):
    """A day to choose; `own` is one's own."""

    value: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form. hidden: what it sends unseen; title: what it is called when closed.

    steps: to choose one of, chosen: the one ticked at first; more: rarer ones, closed.
    days: to choose one of, earliest: the first that can be one's own.
    """

    key: str
    hidden: Mapping[str, object]
    buttons: tuple[Button, ...]
    title: str = ""
    hint: str = ""
    asks: str = ""
    steps: tuple[StepRow, ...] = ()
    more: tuple[StepRow, ...] = ()
    chosen: int = 0
    days: tuple[DayChoice, ...] = ()
    earliest: str = ""


def looks(journey: Journey) -> Iterable[DayChoice]:
    """Give the days to look again at: in four, eight, twelve weeks, or one's own."""
    span = method.span("ladder.break_looks")
    for times in LOOKS:
        day = journey.visit.today + times * span
        weeks = times * span // A_WEEK
        said = ngettext("In %(count)s week", "In %(count)s weeks", weeks)
        yield _day(day, said % {"count": weeks}, chosen=times == 1)
    yield DayChoice(OWN, _("Another day"))


def weeks_here(journey: Journey) -> Iterable[DayChoice]:
    """Give the days until which a step may last: a week or two, or one's own."""
    since = journey.visit.clock.day(journey.plan.since or journey.visit.now)
    begun = (since + A_WEEK, since + 2 * A_WEEK)
    first, second = (
        begun
        if begun[0] > journey.visit.today
        else (journey.visit.today + A_WEEK, journey.visit.today + 2 * A_WEEK)
    )
    yield _day(first, _("A week"), chosen=True)
    yield _day(second, _("Two weeks"))
    yield DayChoice(OWN, _("Another day"))


def tomorrow(journey: Journey) -> str:
    """Give the first day that can be chosen."""
    return (journey.visit.today + A_DAY).isoformat()


def _day(day: date, words: str, *, chosen: bool = False) -> DayChoice:
    return DayChoice(
        day.isoformat(), f"{words}: {date_format(day, 'j F')}", chosen=chosen
    )
