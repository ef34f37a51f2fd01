"""After saving: the saved line with its Undo, one question, and what a tap on it does."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.earned import earned_by
from stepstool.web.diary.stop_and_call import stop_and_call
from stepstool.web.diary.visit import visit_of
from stepstool.web.families.roles import Needs
from stepstool.web.log.presenters.saved import QUICK, quick_answer
from stepstool.web.log.presenters.saved import saved as present
from stepstool.web.log.writing_down import replace_by


def saved(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    entry = reading.entry(visit.membership, visit.child, entry_id)
    page = {"saved": present(visit, entry), "theme": visit.theme}
    page["sentence"] = visit.advice.sentence
    page["stop_and_call"] = [] if entry.removed else stop_and_call(visit, entry)
    page["earned"] = None if entry.removed else earned_by(visit, entry)
    return render(request, "log/saved.html", visit.frame("saved") | page)


@require_POST
def answer(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    entry = reading.entry(visit.membership, visit.child, entry_id)
    said = request.POST.get("answer", "")
    if not isinstance(entry, method.poop.Poop) or said not in QUICK:
        raise Http404
    replace_by(visit, replace(entry, **quick_answer(entry, said)))
    return redirect("saved", family_id, child_id, entry_id)
