"""The party itself, and its end in one tap."""

from collections.abc import Mapping
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.shell.digits import number_of

P = method.poop
T = method.toileting
YES = method.YesNo.YES
NO = method.YesNo.NO
# Beyond this the page's clock rather tells of a page left open; a long sit is a sign of
# pressure (P4) and is written by hand, never by a forgotten phone.
LONGEST: Final = method.evidence_count("calm.long_sit")
SITS: Final[Mapping[str, Mapping[str, Any]]] = {
    "sat": {"offered": YES, "accepted": YES},
    "by-itself": {"offered": NO, "accepted": YES},
    "not-today": {"offered": YES, "accepted": NO},
}
POOPED: Final = "pooped"
ENDINGS: Final = {*SITS, POOPED}
MINUTES: Final = method.evidence_count("rhythm.sit")
SOURCES: Final = [
    method.SOURCES[key] for key in method.evidence_number("rhythm.sit").sources
]


def entry_of(how: str, minutes: str, **born: Any) -> method.Entry:
    """Give the entry of an ending; minutes as the page sent them, kept if they make sense.

    Where it landed is the potty until somebody says otherwise in its details.
    """
    if how == POOPED:
        return P.Poop(place=P.Place.POTTY, **born)
    answers = SITS[how]
    sat = answers["accepted"] is YES
    return T.Sit(
        minutes=_minutes(minutes) if sat else method.UNKNOWN, **answers, **born
    )


def _minutes(typed: str) -> int | method.Unknown:
    minutes = number_of(typed)
    if minutes is None or minutes > LONGEST:
        return method.UNKNOWN
    return minutes


@require_safe
@child_page(Needs.WRITE)
def party(request: HttpRequest, visit: Visit) -> HttpResponse:
    record = reading.record_of(visit.child, visit.now, method.RHYTHM_READING)
    closed = visit.speaker.reasons(method.may_offer_sit(record, visit.advice.of))
    page = {
        "closed": closed,
        "minutes": MINUTES,
        "sources": SOURCES,
        "id": keys.new_id(),
    }
    return render(request, "party/party.html", visit.frame("today") | page)


@require_POST
@child_page(Needs.WRITE)
def over(request: HttpRequest, visit: Visit, how: str) -> HttpResponse:
    if how not in ENDINGS:
        raise Http404
    minutes = request.POST.get("minutes", "")
    entry = entry_of(how, minutes, **visit.envelope(request.POST))
    visit.write(entry)
    return visit.to("saved", entry.id)
