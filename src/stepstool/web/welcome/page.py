"""What two pages show: the first useful one, and the made-up child's to look around."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import kinds, words
from stepstool.web.diary.forms import TALKS
from stepstool.web.diary.kinds.poop import WORD
from stepstool.web.pictures.week import days_of
from stepstool.web.welcome.answers import EveningAnswers
from stepstool.web.welcome.forms import LATELY, WHERE

# The days that tell the story, counted back from today.
NOW: Final = (0, 1, 3)
THEN: Final = (35, 38, 41)
# What a family writes every day fills no page of an example.
_EVERY_DAY: Final = {"meal", "medicine_given"}


def tonight_page(
    answers: EveningAnswers, record: method.Record, speaker: method.Speaker
) -> dict[str, Any]:
    """Give the values of tonight's page; a danger sign leaves room for nothing else."""
    advice = method.speak(method.advise(record), speaker)
    urgent = [alert for alert in advice.alerts if alert.urgency != "soon"]
    return {
        "advice": advice,
        "name": answers.nickname,
        "born": date_format(date(*method.month(answers.born), 1), "F Y"),
        "picture": f"state_{advice.comfort.state}",
        "answers": in_words(answers),
        "without_words": method.Manner.WITHOUT_WORDS in speaker.voice.manners,
        "urgent": urgent,
        "urgent_sources": sources_of(why for alert in urgent for why in alert.because),
        "sources": sources_of(advice.because),
    }


def in_words(answers: EveningAnswers) -> list[str]:
    """Give what the family told, in the words it was asked with."""
    ticked = [
        *_labels(TALKS, (answers.talks,)),
        *_labels(WHERE, answers.where),
        *_labels(LATELY, answers.lately),
    ]
    none_of_them = [] if answers.signs else [_("none of the danger signs")]
    return [*ticked, *none_of_them]


def sources_of(because: Iterable[method.Reason]) -> list[str]:
    """Give each source once, with its year, in the order in which reasons name them."""
    named = {source.key: source for reason in because for source in reason.sources}
    return [
        f"{source.title}, {source.year}" if source.year else source.title
        for source in named.values()
    ]


def _labels(
    offered: Sequence[tuple[str, Promise]], ticked: tuple[str, ...] | None
) -> list[str]:
    return [str(label) for key, label in offered if key in (ticked or ())]


class DiaryLine(NamedTuple):
    """One entry in a few words."""

    picture: str
    title: str
    summary: str
    note: str
    clock: str


class ExampleDay(NamedTuple):
    """One day and what was written of it."""

    title: str
    rows: list[DiaryLine]


def around_page(record: method.Record, speaker: method.Speaker) -> dict[str, Any]:
    """Give the values of the example's page."""
    advice = method.speak(method.advise(record), speaker)
    before = record.until(record.at - timedelta(days=THEN[0]))
    return {
        "said_then": speaker.spoken(method.advise(before).sentence),
        "advice": advice,
        "name": record.child.name,
        "poop": str(WORD),
        "picture": f"state_{advice.comfort.state}",
        "dots": days_of(advice.dots, record.today),
        "now": _days(record, NOW),
        "then": _days(record, THEN),
        "sources": sources_of(advice.because),
    }


def _days(record: method.Record, back: Sequence[int]) -> list[ExampleDay]:
    days = [record.today - timedelta(days=days_ago) for days_ago in back]
    return [ExampleDay(_title(day, record.today), _rows(record, day)) for day in days]


def _title(day: date, today: date) -> str:
    near = {today: _("Today"), today - timedelta(days=1): _("Yesterday")}
    return near.get(day) or date_format(day, "l, j F")


def _rows(record: method.Record, day: date) -> list[DiaryLine]:
    that_day = (entry for entry in record.entries if record.clock.day(entry.at) == day)
    return [_row(record, entry) for entry in _wanted(that_day)][::-1]


def _wanted(entries: Iterable[method.Entry]) -> Iterable[method.Entry]:
    hidden = {*_EVERY_DAY, "interview", "settings", "zone"}
    return (entry for entry in entries if entry.KIND not in hidden)


def _row(record: method.Record, entry: method.Entry) -> DiaryLine:
    poop = str(WORD)
    gaps = words.Gaps(name=record.child.name, poop=poop, Poop=poop.capitalize())
    place = getattr(entry, "place", None) if entry.KIND == "poop" else None
    return DiaryLine(
        picture=str(place or kinds.kind_of(entry.KIND).drawing),
        title=words.title(entry, gaps),
        summary=words.summary(entry, gaps),
        note=str(entry.note or ""),
        clock=words.clock_of(record.clock, entry),
    )
