"""Seven days in a row, each told by shape, letter and words."""

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.pictures.album import PARTS, framed_drawing

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


class WeekDay(NamedTuple):
    """One day of the row: its mark, its letter, what it says aloud, and whether it is today."""

    mark: str
    letter: str
    words: str
    today: bool = False


def days_of(week: Iterable[method.DayDot], today: date) -> list[WeekDay]:
    """Give the days of an advice as they are drawn and said."""
    return [_day(dot, today) for dot in week]


def _day(dot: method.DayDot, today: date) -> WeekDay:
    words = f"{date_format(dot.day, 'l')}: {SAID[dot.mark]}"
    letter = date_format(dot.day, "D")[:2]
    return WeekDay(str(dot.mark), letter, words, dot.day == today)


def day_mark(mark: str) -> SafeString:
    """Return the shape of a day; an unknown mark raises KeyError."""
    return framed_drawing(PARTS[f"day_{mark}"])


def _item(day: WeekDay) -> tuple[SafeString, SafeString, str, str]:
    here = SafeString(' aria-current="date"' if day.today else "")
    return here, day_mark(day.mark), day.letter, day.words


def dots(days: Iterable[WeekDay]) -> SafeString:
    """Return the days as a list of marks; an unknown mark raises KeyError."""
    items = format_html_join(
        "",
        '<li{}>{}<span aria-hidden="true">{}</span><span class="unseen">{}</span></li>',
        (_item(day) for day in days),
    )
    return format_html('<ol class="dots">{}</ol>', items)
