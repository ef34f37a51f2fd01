"""What goes out to the doctor: for which days, and without what the family leaves out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepstool import method, paper
from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit

USUAL: Final = method.evidence_count("report.days")
PERIODS: Final = (USUAL, 28, 91, 182, 365)
JUST_BEFORE: Final = timedelta.resolution


class Option(NamedTuple):
    """One answer of the form."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class Outgoing:
    """The page as it goes out, by what the address asks for; what it cannot mean is left."""

    visit: Visit
    asked: QueryDict

    @property
    def days(self) -> int:
        """About how many days it is."""
        asked = self.asked.get("days", "")
        return next((days for days in PERIODS if str(days) == asked), USUAL)

    @property
    def until(self) -> date:
        """Its last day: today, or an earlier one."""
        try:
            asked = date.fromisoformat(self.asked.get("until", ""))
        except ValueError:
            return self.visit.today
        first = self.visit.clock.day(method.EARLIEST) + timedelta(days=max(PERIODS))
        return min(max(asked, first), self.visit.today)

    @property
    def at(self) -> datetime:
        """The moment of the page: now, or the end of an earlier day."""
        end = self.visit.clock.end(self.until) - JUST_BEFORE
        return min(end, self.visit.now)

    @cached_property
    def record(self) -> method.Record:
        """What the page reads."""
        reads = method.report_reading(self.days)
        return reading.record_of(self.visit.child, self.at, reads)

    @cached_property
    def whole(self) -> method.SpokenReport:
        """The page with all its parts."""
        page = method.report_of(self.record, self.days)
        return method.spoken_report(page, self.visit.speaker)

    @property
    def left_out(self) -> frozenset[str]:
        """What the family leaves out."""
        return frozenset(self.asked.getlist("leave"))

    @cached_property
    def page(self) -> method.SpokenReport:
        """The page as it goes out."""
        return self.whole.without(self.left_out)

    @property
    def bundle(self) -> str:
        """The copy for programs; empty where it is left out."""
        return method.bundle_of(self.record, self.days, self.left_out)

    @property
    def size(self) -> paper.Paper:
        """The paper of the PDF."""
        letter = self.asked.get("paper") == paper.Paper.LETTER
        return paper.Paper.LETTER if letter else paper.Paper.A4

    @property
    def parts(self) -> list[Option]:
        """What can be left out, and what is."""
        return [
            Option(key, title, key in self.left_out)
            for key, title in self.whole.parts.items()
        ]

    @property
    def periods(self) -> list[Option]:
        """The lengths of time to choose among."""
        return [
            Option(str(days), _in_words(days), days == self.days) for days in PERIODS
        ]

    @property
    def papers(self) -> list[Option]:
        """The sizes of paper to choose among."""
        names = {paper.Paper.A4: _("A4"), paper.Paper.LETTER: _("Letter")}
        return [Option(size, name, size is self.size) for size, name in names.items()]

    @property
    def query(self) -> str:
        """What the same page is asked for with, such as its PDF."""
        return self.asked.urlencode()


def _in_words(days: int) -> str:
    weeks = days // 7
    if days == max(PERIODS):
        return _("A year")
    return ngettext("%(number)s week", "%(number)s weeks", weeks) % {"number": weeks}
