"""The party itself, and its end in one tap."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.party.endings import ENDINGS, entry_of

MINUTES: Final = method.evidence_count("rhythm.sit")
SOURCES: Final = [
    method.SOURCES[key] for key in method.evidence_number("rhythm.sit").sources
]


@require_safe
@child_page(Needs.WRITE)
def party(request: HttpRequest, visit: Visit) -> HttpResponse:
    record = reading.record_of(visit.child, visit.now, method.RHYTHM_READING)
    closed = method.may_offer_sit(record, visit.advice, get_language() or "")
    page = {
        "closed": closed,
        "minutes": MINUTES,
        "sources": SOURCES,
        "theme": visit.theme,
        "id": keys.new_id(),
    }
    return render(request, "party/party.html", visit.frame("today") | page)


@require_POST
@child_page(Needs.WRITE)
def over(request: HttpRequest, visit: Visit, how: str) -> HttpResponse:
    if how not in ENDINGS:
        raise Http404
    minutes, now = request.POST.get("minutes", ""), visit.now
    entry = entry_of(how, minutes, id=keys.id_in(request.POST), at=now, written_at=now)
    visit.write(entry)
    return visit.to("saved", entry.id)
