"""What may be in the way, and the questions that tell."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import May
from stepstool.web.reasons.asking import Round, next_of, takes
from stepstool.web.reasons.found import present
from stepstool.web.reasons.telling import answers_in, keep, reasons_of

Interview = method.interview.Interview


@require_safe
@child_page(reads=Interview.KIND)
def why_not(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {
        "found": present(visit),
        "theme": visit.theme,
        "may_answer": May.WRITE in visit.may("interview"),
    }
    return render(request, "reasons/why_not.html", visit.frame("plan") | page)


@require_safe
@child_page(writes=Interview.KIND)
def questions(request: HttpRequest, visit: Visit) -> HttpResponse:
    round_ = Round.of(request.GET)
    if not round_.topics:
        open_now = tuple(each.topic for each in reasons_of(visit).questions)
        round_ = replace(round_, topics=open_now)
    offered = method.spoken_questions(round_.topics, visit.speaker)
    asked = next_of(visit, offered, round_)
    if asked is None:
        return visit.to("why-not")
    page = {"asked": asked, "id": keys.new_id(), "theme": visit.theme}
    return render(request, "reasons/question.html", visit.frame("plan") | page)


@require_POST
@child_page(writes=Interview.KIND)
def answer(request: HttpRequest, visit: Visit, topic: str) -> HttpResponse:
    """Keep an answer; what no button of ours sends is not there (404)."""
    try:
        asked, told = method.interview.Topic(topic), answers_in(request)
        if told and takes(visit, asked, told):
            keep(visit, request, asked, told)
    except ValueError:
        raise Http404 from None
    return redirect(Round.of(request.POST).past(topic).address(visit))
