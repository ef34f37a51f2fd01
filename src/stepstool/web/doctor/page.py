"""What goes out to the doctor: for which days, and without what the family leaves out."""

import base64
import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepstool import method, paper
from stepstool.web.asking.controls import Option
from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit

USUAL: Final = method.evidence_count("report.days")
PERIODS: Final = (USUAL, 28, 91, 182, 365)
JUST_BEFORE: Final = timedelta.resolution
HTML: Final = "text/html"
PDF: Final = "application/pdf"
Resource = dict[str, Any]


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

    def pdf(self, language: str) -> bytes:
        """The page on paper, with the copy for programs in it."""
        return paper.pdf_of(
            self.page, language=language, paper=self.size, bundle=self.bundle
        )

    @property
    def size(self) -> paper.PaperSize:
        """The paper of the PDF."""
        letter = self.asked.get("paper") == paper.PaperSize.LETTER
        return paper.PaperSize.LETTER if letter else paper.PaperSize.A4

    @property
    def parts(self) -> list[Option]:
        """What can be left out, and what is."""
        return [
            Option(value=key, words=title, chosen=key in self.left_out)
            for key, title in self.whole.parts.items()
        ]

    @property
    def periods(self) -> list[Option]:
        """The lengths of time to choose among."""
        return [
            Option(value=str(days), words=_in_words(days), chosen=days == self.days)
            for days in PERIODS
        ]

    @property
    def papers(self) -> list[Option]:
        """The sizes of paper to choose among."""
        names = {paper.PaperSize.A4: _("A4"), paper.PaperSize.LETTER: _("Letter")}
        return [
            Option(value=size, words=name, chosen=size is self.size)
            for size, name in names.items()
        ]

    @property
    def query(self) -> str:
        """What the same page is asked for with, such as its PDF."""
        return self.asked.urlencode()


def _in_words(days: int) -> str:
    weeks = days // 7
    if days == max(PERIODS):
        return _("A year")
    return ngettext("%(number)s week", "%(number)s weeks", weeks) % {"number": weeks}


def copy_of(out: Outgoing, language: str) -> str:
    """Give what goes out as one FHIR bundle: the stools, and the page as PDF and as HTML."""
    bundle: Resource = json.loads(out.bundle or _empty(out))
    html = paper.html_of(out.page, language=language).encode()
    id_ = str(uuid.uuid4())
    document = {
        "resourceType": "DocumentReference",
        "id": id_,
        "status": "current",
        "date": out.at.isoformat(),
        "description": out.page.title,
        "content": [_attached(PDF, out.pdf(language)), _attached(HTML, html)],
        **_subject(bundle),
    }
    bundle["entry"].append({"fullUrl": f"urn:uuid:{id_}", "resource": document})
    return json.dumps(bundle, ensure_ascii=False)


def _subject(bundle: Resource) -> Resource:
    """Name the patient of a bundle that has one."""
    of = {entry["resource"]["resourceType"]: entry for entry in bundle["entry"]}
    patient = of.get("Patient")
    return {"subject": {"reference": patient["fullUrl"]}} if patient else {}


def _empty(out: Outgoing) -> str:
    """Give a bundle of nothing, where the family leaves the copy for programs out."""
    at = out.at.isoformat()
    return json.dumps(
        {"resourceType": "Bundle", "type": "collection", "timestamp": at, "entry": []}
    )


def _attached(kind: str, content: bytes) -> Resource:
    data = base64.b64encode(content).decode()
    return {"attachment": {"contentType": kind, "data": data}}
