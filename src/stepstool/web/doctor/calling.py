"""The call: whom, what to say first, what they will ask, and what came of it in a tap."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.doctor.kept import kept_form
from stepstool.web.families.roles import May, Needs

H: Final = method.health
Office: Final = method.visit.Office
READS: Final = H.ClinicianWord.KIND
DIALLED: Final = re.compile(r"[^0-9+]")


@dataclass(frozen=True, kw_only=True)
class NumberToCall:
    """A number to call. dialled: as a telephone takes it; empty where it is only words."""

    label: str
    text: str
    dialled: str


@dataclass(frozen=True)
class Calling:
    """The page of the call."""

    visit: Visit
    call: method.SpokenCall

    @property
    def is_now(self) -> bool:
        """Whether nothing is to be read before the number."""
        return self.call.of.urgency == "now"

    @property
    def emergency(self) -> NumberToCall:
        """The number for now; where it is not known, its name."""
        telephones = self.call.of.telephones
        number = telephones.emergency if telephones else ""
        label = _("Emergency number")
        return NumberToCall(label=label, text=number or label, dialled=number)

    @property
    def lines(self) -> list[NumberToCall]:
        """Whom to call otherwise, at night the line out of hours first."""
        office, after = self._office(), self._after_hours()
        lines = [after, office] if self.visit.advice.night else [office, after]
        return [line for line in lines if line.text]

    def _office(self) -> NumberToCall:
        kept = self.call.of.office
        phone = _known(kept.phone) if kept else ""
        name = (_known(kept.name) if kept else "") or _("The doctor’s office")
        return NumberToCall(label=name, text=phone, dialled=_dialled(phone))

    def _after_hours(self) -> NumberToCall:
        """The line out of hours: the family's own, else that of the country."""
        kept, telephones = self.call.of.office, self.call.of.telephones
        own = _known(kept.after_hours) if kept else ""
        advice = telephones.advice if telephones else ""
        number = own or advice
        return NumberToCall(
            label=_("When it is closed"), text=number, dialled=_dialled(number)
        )

    @property
    def hours(self) -> str:
        """When somebody is there, as the family wrote it."""
        kept = self.call.of.office
        return _known(kept.hours) if kept else ""

    @property
    def by_zone(self) -> bool:
        """Whether a number of the country is shown, by the time zone."""
        kept, telephones = self.call.of.office, self.call.of.telephones
        own = _known(kept.after_hours) if kept else ""
        return bool(telephones) and (self.is_now or not own)

    @property
    def sources(self) -> list[method.Source]:
        """Where the numbers of the country are from."""
        telephones = self.call.of.telephones
        return [method.SOURCES[key] for key in telephones.sources] if telephones else []

    @property
    def signs(self) -> list[method.SpokenAlert]:
        """The open signs, which an answer closes."""
        return list(self.visit.advice.alerts)

    @property
    def may_note_word(self) -> bool:
        """Whether this visitor writes down what a clinician said."""
        return May.WRITE in self.visit.may(READS)

    @property
    def may_order(self) -> bool:
        """Whether this visitor writes down what was ordered."""
        return May.WRITE in self.visit.may(H.MedicineOrdered.KIND)


def _known(text: str | method.Unknown) -> str:
    return "" if text is method.UNKNOWN else text


def _dialled(text: str) -> str:
    """Give the number in a text as a telephone takes it; of words with digits too few."""
    digits = DIALLED.sub("", text)
    return digits if len(digits) >= len("911") else ""


def _call(visit: Visit) -> method.SpokenCall:
    record = reading.record_of(visit.child, visit.now, method.report_reading())
    return method.spoken_call(method.call_of(record), visit.speaker)


@require_safe
@child_page(reads=READS)
def call(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"calling": Calling(visit, _call(visit)), "id": keys.new_id(), "alerts": []}
    return render(request, "doctor/call.html", visit.frame("doctor") | page)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, writes=Office.KIND)
def office(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask how the doctor's office is reached."""
    return kept_form(request, visit, Office, "call")


Noted = Callable[[Visit, str], list[method.Entry]]


@require_POST
@child_page(Needs.WRITE)
def noted(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down in one tap what came of the call."""
    kept = reading.lasting(visit.child, Office)
    name = _known(kept[-1].name) if kept else ""
    note = NOTED.get(request.POST.get("what", ""))
    entries = note(visit, name) if note else []
    if not entries:
        raise Http404  # no button of ours sends this
    visit.write(*entries)
    return visit.to("saved", entries[-1].id)


def _answered(answer: method.health.DangerAnswer) -> Noted:
    """Make what answers every open sign that this answer closes."""

    def note(visit: Visit, name: str) -> list[method.Entry]:
        return [
            H.DangerSign(
                **visit.envelope(),
                sign=H.DangerKey(alert.key),
                answer=answer,
                by_whom=name or method.UNKNOWN,
            )
            for alert in visit.advice.alerts
            if answer in alert.closed_by
        ]

    return note


def _known_now(visit: Visit, name: str) -> list[method.Entry]:
    """Say that a clinician knows about it."""
    word = H.Word.KNOWS_ABOUT_IT
    return [H.ClinicianWord(**visit.envelope(), word=word, name=name or method.UNKNOWN)]


NOTED: Final[Mapping[str, Noted]] = {
    "called": _answered(H.DangerAnswer.CALLED),
    "seen": _answered(H.DangerAnswer.SEEN),
    "known": _known_now,
}
