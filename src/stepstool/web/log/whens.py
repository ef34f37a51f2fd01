"""When it was: the moments that are one tap away, and those that are typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.asking.controls import Option
from stepstool.web.asking.typed import Typed

# How long ago, by the name of the choice.
AGO: Final[Mapping[str, timedelta]] = {
    "now": timedelta(),
    "5": timedelta(minutes=5),
    "20": timedelta(minutes=20),
    "60": timedelta(hours=1),
}
CHOOSE: Final = "choose"
# From here on "this morning" lies behind; before, there is "last evening".
MORNING_IS_OVER = time(10)
# Clocks of phones and houses differ a little.
TOLERATED: Final = timedelta(minutes=5)
LOCAL_MINUTE: Final = "%Y-%m-%dT%H:%M"


class UnclearMomentError(ValueError):
    """A moment that was typed and cannot be, with the sentence that helps."""


class RepeatedHourError(UnclearMomentError):
    """A wall clock time that came twice that night, of which nobody said which."""

    def __init__(self) -> None:
        super().__init__(_("The clock showed this hour twice. Which one was it?"))


# How the two of a repeated hour are named in a form.
FOLDS: Final = ("first", "second")


@dataclass(frozen=True, kw_only=True)
class When:
    """A moment, how well it is known, and the local offset there in minutes."""

    at: datetime
    timing: method.Timing
    offset: int


def options(clock: method.Clock, now: datetime, chosen: str = "now") -> list[Option]:
    """Give the choices, the one that is chosen marked."""
    words = {
        "now": _("Just now"),
        "5": _("5 min ago"),
        "20": _("20 min ago"),
        "60": _("1 hour ago"),
        **_part_of_day(clock, now),
        CHOOSE: _("Other time"),
    }
    return [
        Option(value=value, words=name, chosen=value == chosen)
        for value, name in words.items()
    ]


def _part_of_day(clock: method.Clock, now: datetime) -> dict[str, str]:
    if clock.local(now).time() >= MORNING_IS_OVER:
        return {"morning": _("This morning")}
    return {"evening": _("Last evening")}


def when_of(clock: method.Clock, now: datetime, typed: Typed) -> When:
    """Give the moment that was chosen or typed; UnclearMomentError if it cannot be."""
    chosen = (typed.get("when") or ["now"])[0]
    if chosen in AGO:
        timing = method.Timing.ABOUT if AGO[chosen] else method.Timing.EXACT
        return _when(clock, now - AGO[chosen], timing)
    if chosen != CHOOSE:
        return _when(clock, _landmark(clock, now, chosen), method.Timing.ABOUT)
    at = moment(clock, now, typed)
    return _when(clock, at, method.Timing.EXACT)


def _landmark(clock: method.Clock, now: datetime, chosen: str) -> datetime:
    here = clock.local(now)
    if chosen == "morning":
        wall = datetime.combine(here.date(), method.PartOfDay.MORNING.value)
    else:
        evening = method.PartOfDay.EVENING.value
        wall = datetime.combine(here.date() - timedelta(days=1), evening)
    return min(instant(clock, wall), now)


def _when(clock: method.Clock, at: datetime, timing: method.Timing) -> When:
    offset = clock.local(at).utcoffset() or timedelta()
    return When(at=at, timing=timing, offset=int(offset.total_seconds() // 60))


def moment(clock: method.Clock, now: datetime, typed: Typed) -> datetime:
    """Read a local minute as a browser sends it, at most now; of a repeated one, which."""
    text = (typed.get("at") or [""])[0]
    first, second = (any_moment(clock, text, fold) for fold in (0, 1))
    if first > now + TOLERATED:
        raise UnclearMomentError(_("That is still to come. When was it?"))
    if second <= first or second > now + TOLERATED:
        return min(first, now)
    which = (typed.get("fold") or [""])[0]
    if which not in FOLDS:
        raise RepeatedHourError
    return min(second if which == FOLDS[1] else first, now)


def any_moment(clock: method.Clock, text: str, fold: int = 0) -> datetime:
    """Read a local minute as a browser sends it, past or to come.

    fold: 1 for the second of an hour that comes twice.
    """
    try:
        wall = datetime.fromisoformat(text).replace(tzinfo=None, fold=fold)
        return instant(clock, wall)
    except (ValueError, OverflowError):
        raise UnclearMomentError(_("Choose a day and a time.")) from None


def instant(clock: method.Clock, wall: datetime) -> datetime:
    """Give the instant of a wall clock time, in the zone in force then.

    An hour that comes twice is taken as its fold says; one that is left out is taken as
    the clock of a family that forgot to change it.
    """
    guess = wall.replace(tzinfo=clock.zone_at(wall.replace(tzinfo=UTC)))
    zone = clock.zone_at(guess.astimezone(UTC))
    return wall.replace(tzinfo=zone).astimezone(UTC)


def local_minute(clock: method.Clock, at: datetime) -> str:
    """Write a moment as a browser's field for day and time wants it."""
    return clock.local(at).strftime(LOCAL_MINUTE)
