"""The doctor's page in words: sections, the sheet and the weeks, for paper and screen alike.

Whatever shows it (a page, a PDF, a command) shows these texts and no others, so that the
family sees exactly what goes out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stepstool.method.evidence import SOURCES
from stepstool.method.report import (
    Call,
    DayOfSheet,
    Line,
    Mark,
    Report,
    Section,
    WeekOfSheet,
)
from stepstool.method.report.report import BUNDLE
from stepstool.method.report.sheet import HOURS, SHEET, WEEKS
from stepstool.method.words import Speaker

BEFORE_THE_LIST: Final = (Section.LISTS,)


@dataclass(frozen=True, kw_only=True)
class SpokenSection:
    """A section of the page, in lines."""

    key: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SpokenTable:
    """A table with its headings; the first cell of each row names the row."""

    key: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether it needs the paper's long side."""
        return self.key == SHEET

    @property
    def texts(self) -> Iterator[str]:
        """All that it says."""
        yield from (self.title, *self.headings)
        for row in self.rows:
            yield from row
        yield self.legend


@dataclass(frozen=True, kw_only=True)
class SpokenCall:
    """The call, in the family's words."""

    of: Call
    first: str
    answers: tuple[SpokenSection, ...]
    to_ask: tuple[str, ...]


def spoken_call(call: Call, speaker: Speaker) -> SpokenCall:
    """Say it."""
    return SpokenCall(
        of=call,
        first=speaker.spoken(call.first),
        answers=tuple(_sections(call.answers, speaker)),
        to_ask=tuple(map(speaker.spoken, call.to_ask)),
    )


@dataclass(frozen=True, kw_only=True)
class SpokenReport:
    """The page for a clinician, in one language."""

    of: Report
    title: str
    period: str
    written: str
    sections: tuple[SpokenSection, ...]
    tables: tuple[SpokenTable, ...]
    """The days by the hour, and the weeks of a longer period."""
    sources: str
    """The published lists that were counted."""
    copy: str
    """That a copy for programs goes along; empty where it is left out."""
    copy_name: str
    """What that copy is called."""

    @property
    def parts(self) -> Mapping[str, str]:
        """All that can be left out, in order: its key and its title."""
        sections = {part.key: part.title for part in self.sections}
        tables = {part.key: part.title for part in self.tables}
        copy = {BUNDLE: self.copy_name} if self.copy else {}
        return sections | tables | copy

    def without(self, keys: Collection[str]) -> "SpokenReport":
        """Give the page without some parts."""
        return replace(
            self,
            sources="" if Section.LISTS in keys else self.sources,
            copy="" if BUNDLE in keys else self.copy,
            sections=tuple(part for part in self.sections if part.key not in keys),
            tables=tuple(part for part in self.tables if part.key not in keys),
        )

    @property
    def texts(self) -> Iterator[str]:
        """All that it says, in order: what a copy on paper must say too."""
        yield from (self.title, self.period)
        for section in self.sections:
            yield from (section.title, *section.lines)
        yield from filter(None, (self.written, self.sources, self.copy))
        for table in self.tables:
            yield from filter(None, table.texts)


def spoken_report(page: Report, speaker: Speaker) -> SpokenReport:
    """Say the page."""
    say = speaker.say
    tables = [_sheet(page, speaker)]
    if page.sheet.weeks:
        tables.append(_weeks(page.sheet.weeks, speaker))
    return SpokenReport(
        of=page,
        title=say("report.title"),
        period=_period(page, speaker),
        written=say("report.written"),
        sections=tuple(_sections(page.sections, speaker)),
        tables=tuple(tables),
        sources=_sources(page, speaker),
        copy=say("report.copy"),
        copy_name=say("report.copy_name"),
    )


def _sections(
    sections: Mapping[Section, Sequence[Line]], speaker: Speaker
) -> Iterator[SpokenSection]:
    for section, lines in sections.items():
        yield SpokenSection(
            key=section,
            title=speaker.say(f"report.section.{section}"),
            lines=tuple(said_lines(section, lines, speaker)),
        )


def _period(page: Report, speaker: Speaker) -> str:
    """Say the period with its year, which a sentence to the family does without."""
    year = str(page.last.year)
    return speaker.say("report.period", first=page.first, last=page.last, year=year)


def said_lines(
    section: Section, lines: Sequence[Line], speaker: Speaker
) -> Iterator[str]:
    """Say the lines of a section."""
    if section in BEFORE_THE_LIST:
        yield speaker.say("report.list.limits")
    yield from (_line(line, speaker) for line in lines)


def _line(line: Line, speaker: Speaker) -> str:
    says = speaker.spoken(line.says)
    if line.items:
        items = speaker.listed(line.items)
        says = speaker.say("report.listed", says=says, items=items)
    return says


def _sources(page: Report, speaker: Speaker) -> str:
    """Name the published lists that were counted."""
    keys = (key for line in page.sections[Section.LISTS] for key in line.sources)
    named = (SOURCES[key] for key in dict.fromkeys(keys))
    titles = "; ".join(f"{source.title} ({source.year})" for source in named)
    return speaker.say("report.from", sources=titles)


def _sheet(page: Report, speaker: Speaker) -> SpokenTable:
    say = speaker.say
    return SpokenTable(
        key=SHEET,
        title=say("report.section.sheet"),
        headings=(
            say("report.sheet.day"),
            *(f"{hour:02}" for hour in HOURS),
            say("report.sheet.unknown_time"),
            say("report.sheet.else"),
        ),
        rows=tuple(_day(day, speaker) for day in page.sheet.days),
        legend=say("report.sheet.legend"),
    )


def _day(day: DayOfSheet, speaker: Speaker) -> tuple[str, ...]:
    cells = (
        " ".join(_mark(mark, speaker) for mark in day.marks if mark.hour == hour)
        for hour in (*HOURS, None)
    )
    besides = ", ".join(_besides(day, speaker))
    return (speaker.say("report.sheet.date", day=day.day), *cells, besides)


def _mark(mark: Mark, speaker: Speaker) -> str:
    place = f"report.sheet.place.{mark.place}"
    picture = f"report.sheet.picture.{mark.picture or 'unknown'}"
    where = speaker.say(place) if speaker.has(place) else ""
    what = speaker.say(picture) if speaker.has(picture) else mark.picture
    flags = (speaker.say(f"report.sheet.flag.{flag}") for flag in mark.flags)
    return "".join((where, what, *flags))


def _besides(day: DayOfSheet, speaker: Speaker) -> Iterator[str]:
    """What else the day holds; of one without a mark whether it is known."""
    if not day.marks:
        yield speaker.say(f"report.sheet.{'none' if day.known else 'not_known'}")
    counts: Mapping[str, int] = {
        "holding": day.holding,
        "sits": day.sits,
        "given": day.given,
        "missed": day.missed,
    }
    for what, number in counts.items():
        if number:
            yield speaker.say(f"report.sheet.{what}", number=number)


WEEKLY: Final = ("known", "in_all", "in_toilet", "hard", "hurt", "leak", "holding")


def _weeks(weeks: Sequence[WeekOfSheet], speaker: Speaker) -> SpokenTable:
    say = speaker.say
    return SpokenTable(
        key=WEEKS,
        title=say("report.section.weeks"),
        headings=(
            say("report.weeks.week"),
            *(say(f"report.weeks.{e}") for e in WEEKLY),
        ),
        rows=tuple(_week(week, speaker) for week in weeks),
    )


def _week(week: WeekOfSheet, speaker: Speaker) -> tuple[str, ...]:
    counts = (
        week.known_days,
        week.in_all,
        week.in_toilet,
        week.hard,
        week.hurt,
        week.leak_days,
        week.holding_days,
    )
    name = speaker.say("report.weeks.days", first=week.first, last=week.last)
    return (name, *map(str, counts))
