"""After saving: the saved line with its Undo, one question, and what a tap on it does."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from stepstool import method
from stepstool.web.diary.earned import earned_by
from stepstool.web.diary.stop_and_call import stop_and_call
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.log.presenters.saved import QUICK, quick_answer
from stepstool.web.log.presenters.saved import saved as present
from stepstool.web.log.writing_down import replace_by


@child_page(Needs.WRITE)
def saved(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    entry = visit.entry(entry_id)
    page = {"saved": present(visit, entry), "theme": visit.theme}
    page["sentence"] = visit.advice.sentence
    page["stop_and_call"] = [] if entry.removed else stop_and_call(visit, entry)
    page["earned"] = None if entry.removed else earned_by(visit, entry)
    return render(request, "log/saved.html", visit.frame("saved") | page)


@require_POST
@child_page(Needs.WRITE)
def answer(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    entry = visit.entry(entry_id)
    said = request.POST.get("answer", "")
    if not isinstance(entry, method.poop.Poop) or said not in QUICK:
        raise Http404
    replace_by(visit, replace(entry, **quick_answer(entry, said)))
    return visit.to("saved", entry_id)
