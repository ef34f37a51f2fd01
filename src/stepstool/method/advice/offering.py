"""What of the forecast may be offered: comfort, a fight, a break and a hurt come first (M4)."""

from datetime import timedelta
from typing import Final

from stepstool.method.advice.advice import Advice
from stepstool.method.advice.reason import Reason
from stepstool.method.advice.speaker import speaker_of
from stepstool.method.calm import OFFERS_WHEN_WARM, Level, Place
from stepstool.method.comfort import allowed
from stepstool.method.record import UNKNOWN, Because, Record, Saying, YesNo
from stepstool.method.record.bout import bouts_of
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit
from stepstool.method.rhythm import Closed, Forecast, Knowing

SOURCES: Final = ("I",)
DAY: Final = timedelta(days=1)


def closed_for(record: Record, advice: Advice) -> Closed | None:
    """Say why no sit is offered now (clinical_rules.md §3.3 and part 6); None if one may be.

    Neither elapsed time nor a setting opens what comfort, a fight or a break closes.
    """
    rows = (
        (not allowed(advice.comfort.state).sits_a_day, Closed.GATE),
        (advice.calm.level is Level.FIGHT, Closed.FIGHT),
        (advice.plan.place is Place.ON_BREAK, Closed.BREAK),
        (advice.comfort.is_quiet, Closed.QUIET),
        (advice.comfort.called_lately, Closed.CALLED),
        (_is_ill(advice), Closed.ILL),
        (_hurt_lately(record, advice), Closed.TENDER),
    )
    return next((closed for holds, closed in rows if holds), None)


def may_offer_sit(
    record: Record, advice: Advice, language: str = "en"
) -> tuple[Reason, ...]:
    """Say why no sit is offered now; empty if one may be (rule 5).

    At most so many a day as the family chose and never more than the state allows, none
    between 20:00 and 06:00. The child may go as often as it likes.
    """
    closed = closed_for(record, advice)
    rows = (
        (closed is not None, str(closed)),
        (advice.night, "night"),
        (_offered(record) >= most(record, advice), "enough"),
    )
    why = next((key for holds, key in rows if holds), "")
    return speaker_of(record, language).reasons(_why(why))


def why_none(record: Record, advice: Advice, found: Forecast) -> tuple[Because, ...]:
    """Say why no window is offered, for a day on which there is none."""
    closed = closed_for(record, advice)
    rows = (
        (closed is not None, str(closed)),
        (record.settings.windows == 0, "chosen"),
        (_offered(record) >= most(record, advice), "enough"),
        (_knows(found) and found.has_room, "faint"),
    )
    return _why(next((key for holds, key in rows if holds), "over"))


def _knows(found: Forecast) -> bool:
    return found.knowing is not Knowing.NOT_YET


def _offered(record: Record) -> int:
    begins = record.at - DAY
    sits = record.within(Sit, begins, record.at)
    return sum(_is_offer_of_today(each, record) for each in sits)


def _is_offer_of_today(sit: Sit, record: Record) -> bool:
    return sit.offered is YesNo.YES and record.clock.day(sit.at) == record.today


def _is_ill(advice: Advice) -> bool:
    return any(a <= advice.at < b for a, b in advice.comfort.past.ill)


def _hurt_lately(record: Record, advice: Advice) -> bool:
    after = allowed(advice.comfort.state).no_sit_after_hurt
    poops = record.within(Poop, record.at - after, record.at) if after else ()
    return any(bout.hurt for bout in bouts_of(poops, lambda _: False))


def most(record: Record, advice: Advice) -> int:
    """Give how many offers a day: the family's choice, and fewer while it is tense."""
    chosen, state = record.settings.windows, advice.comfort.state
    most = allowed(state).sits_a_day
    wanted = most if chosen is UNKNOWN else min(chosen, most)
    if advice.calm.level is Level.WARM:
        return min(wanted, OFFERS_WHEN_WARM)
    return wanted


def _why(none: str) -> tuple[Because, ...]:
    if not none:
        return ()
    saw = Saying(key=f"rhythm.none.{none}")
    return (Because(rule="offer", saw=saw, sources=SOURCES),)
