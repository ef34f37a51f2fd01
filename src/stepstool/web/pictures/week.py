"""Seven days in a row, each told by shapes, letter and words.

A day shows how soft it was; under it where it came, nearest to the potty; above it a star where
one counted on the child's step, and a jagged line where one hurt.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.pictures.album import ALBUM, PARTS, framed_drawing
from stepstool.web.pictures.paint import framed, placed

SAID = MappingProxyType(
    {
        "soft": _("soft"),
        "hard": _("hard"),
        "runny": _("runny"),
        "came": _("one came"),
        "soiled": _("a smear or leak"),
        "none": _("none"),
        "not_written": _("not written"),
    }
)


Landed = method.Landed
PLACES: Final = MappingProxyType(
    {
        Landed.IN_A_DIAPER: _("in a diaper"),
        Landed.IN_THE_BATHROOM: _("in a diaper in the bathroom"),
        Landed.IN_THE_POTTY: _("in the potty or toilet"),
    }
)
# Under the mark: what it landed in; a diaper in the bathroom stands on its floor.
UNDER: Final = MappingProxyType(
    {
        Landed.IN_A_DIAPER: placed(ALBUM["diaper"].paths, 16, 60, 0.5),
        Landed.IN_THE_BATHROOM: placed(ALBUM["diaper"].paths, 16, 60, 0.5)
        + '<path d="M8 91h48"/>',
        Landed.IN_THE_POTTY: placed(ALBUM["potty"].paths, 16, 60, 0.5),
    }
)
SHEET: Final = "64 94"
STAR: Final = placed(PARTS["day_success"].paths, 38, 0, 0.4)
BOLT: Final = placed(PARTS["day_hurt"].paths, 0, 0, 0.42)
MARK: Final = (5, 9, 0.84)


class WeekDay(NamedTuple):
    """One day of the row: its mark, its letter, what it says aloud, and whether it is today.

    landed: where it came, if anybody said; success: whether one counted on the step.
    """

    mark: str
    letter: str
    words: str
    today: bool = False
    landed: Landed | None = None
    hurt: bool = False
    success: bool = False


def days_of(week: Iterable[method.DayDot], today: date) -> list[WeekDay]:
    """Give the days of an advice as they are drawn and said."""
    return [_day(dot, today) for dot in week]


def _day(dot: method.DayDot, today: date) -> WeekDay:
    return WeekDay(
        mark=str(dot.mark),
        letter=date_format(dot.day, "D")[:2],
        words=f"{date_format(dot.day, 'l')}: {', '.join(_said(dot))}",
        today=dot.day == today,
        landed=dot.landed,
        hurt=dot.hurt,
        success=dot.success,
    )


def _said(dot: method.DayDot) -> Iterator[str]:
    yield str(SAID[dot.mark])
    if dot.landed is not None and dot.landed in PLACES:
        yield str(PLACES[dot.landed])
    if dot.hurt:
        yield _now("it hurt")
    if dot.success:
        yield _now("on the step")


def day_mark(mark: str) -> SafeString:
    """Return the shape of a day; an unknown mark raises KeyError."""
    return framed_drawing(PARTS[f"day_{mark}"])


def _drawn(day: WeekDay) -> SafeString:
    parts = [
        placed(PARTS[f"day_{day.mark}"].paths, *MARK),
        "" if day.landed is None else UNDER.get(day.landed, ""),
        STAR if day.success else "",
        BOLT if day.hurt else "",
    ]
    return framed("".join(parts), title=None, sheet=SHEET)


def _item(day: WeekDay) -> tuple[SafeString, SafeString, str, str]:
    here = SafeString(' aria-current="date"' if day.today else "")
    return here, _drawn(day), day.letter, day.words


def dots(days: Iterable[WeekDay]) -> SafeString:
    """Return the days as a list of marks; an unknown mark raises KeyError."""
    items = format_html_join(
        "",
        '<li{}>{}<span aria-hidden="true">{}</span><span class="unseen">{}</span></li>',
        (_item(day) for day in days),
    )
    return format_html('<ol class="dots">{}</ol>', items)
