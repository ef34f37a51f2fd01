"""An answer to what we asked: written down as the family told it."""

from dataclasses import replace
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.today.views.writing import change, write

Topic, Told = method.interview.Topic, method.interview.Told
RECTAL = method.MedicineKind.RECTAL
# Longer than the method asks about a medicine.
LATELY = (method.Reads(kind=method.health.MedicineGiven, back=timedelta(days=30)),)


@require_POST
@child_page(Needs.WRITE)
def question(request: HttpRequest, visit: Visit, topic: str) -> HttpResponse:
    entry = _interview(visit, request, topic)
    if entry.topic is Topic.GAP and entry.answers == (Told.YES,):
        return redirect(f"{visit.address('poop')}?when=choose")
    if entry.answers:
        write(visit, entry)
    return visit.to("today")


@require_POST
@child_page(Needs.WRITE)
def phosphate(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say what the last medicine from below was: it is an answer of its own entry."""
    try:
        said = method.YesNo(request.POST.get("answer", ""))
    except ValueError:
        raise Http404 from None
    given = _last_from_below(visit)
    change(visit, replace(given, phosphate=said))
    return visit.to("today")


def _last_from_below(visit: Visit) -> method.health.MedicineGiven:
    record = reading.record_of(visit.child, visit.now, LATELY)
    given = record.of(method.health.MedicineGiven)
    rectal = [each for each in given if each.medicine is RECTAL]
    if not rectal:
        raise Http404
    stored = visit.entry(rectal[-1].id)
    assert isinstance(stored, method.health.MedicineGiven)  # noqa: S101 - read as one
    return stored


def _interview(
    visit: Visit, request: HttpRequest, topic: str
) -> method.interview.Interview:
    """Read the answer; what no button of ours sends is not there (404)."""
    try:
        asked = Topic(topic)
        told = tuple(dict.fromkeys(map(Told, request.POST.getlist("answer"))))
        return method.interview.Interview(
            id=keys.id_in(request.POST),
            at=visit.now,
            written_at=visit.now,
            topic=asked,
            answers=told,
        )
    except ValueError:
        raise Http404 from None
