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
from stepstool.web.pictures.paint import draw, svg
from stepstool.web.pictures.shapes import circle

MARKS = MappingProxyType(
    {
        "soft": draw(("poop", circle(32, 32, 22)), ("shine", "M20 30c1-6 4-9 9-11")),
        "hard": draw(
            ("poop", "M32 8l19 9 6 17-12 20-22 2L8 40l4-20z"),
            ("line", "M32 8l-3 18 16 8M29 26L10 38M29 26l-6 28"),
        ),
        "runny": draw(
            (
                "poop",
                "M9 41c1-8 9-6 13-11s3-15 10-16 10 9 13 13 11 5 11 12-24 22-47 2z",
            ),
            ("shine", "M24 40c3 2 7 2 10 0"),
        ),
        "came": draw(("poop", circle(32, 32, 13))),
        "soiled": draw(
            ("poop", circle(21, 26, 6)),
            ("poop", circle(42, 30, 6)),
            ("poop", circle(27, 44, 6)),
        ),
        "none": draw(("bold", "M18 32h28")),
        "not_written": draw(("dash", circle(32, 32, 21))),
    }
)


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


class Day(NamedTuple):
    """One day of the row: its mark, its letter, what it says aloud, and whether it is today."""

    mark: str
    letter: str
    words: str
    today: bool = False


def days_of(week: Iterable[method.DayDot], today: date) -> list[Day]:
    """Give the days of an advice as they are drawn and said."""
    return [_day(dot, today) for dot in week]


def _day(dot: method.DayDot, today: date) -> Day:
    words = f"{date_format(dot.day, 'l')}: {SAID[dot.mark]}"
    letter = date_format(dot.day, "D")[:2]
    return Day(str(dot.mark), letter, words, dot.day == today)


def _item(day: Day) -> tuple[SafeString, SafeString, str, str]:
    here = SafeString(' aria-current="date"' if day.today else "")
    return here, svg(MARKS[day.mark]), day.letter, day.words


def dots(days: Iterable[Day]) -> SafeString:
    """Return the days as a list of marks; an unknown mark raises KeyError."""
    items = format_html_join(
        "",
        '<li{}>{}<span aria-hidden="true">{}</span><span class="unseen">{}</span></li>',
        (_item(day) for day in days),
    )
    return format_html('<ol class="dots">{}</ol>', items)
