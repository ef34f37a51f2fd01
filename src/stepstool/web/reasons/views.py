"""What may be in the way, the questions that tell, and the list to tick (M1, M21)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import May
from stepstool.web.reasons.page import (
    Round,
    answers_in,
    keep,
    next_of,
    present,
    reasons_of,
    takes,
)

Interview = method.interview.Interview
# Many signs were named, and no agreement found.
RESTS_ON = "KAERTS-2012"
LIST = method.interview.Topic.CAN_ALREADY


@require_safe
@child_page(reads=Interview.KIND)
def why_not(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {
        "page": present(visit),
        "may_answer": May.WRITE in visit.may("interview"),
    }
    return render(request, "reasons/why_not.html", visit.frame("plan") | page)


@require_safe
@child_page(writes=Interview.KIND)
def questions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask the next one of its round; after a round, whether there is time for more."""
    round_ = Round.of(request.GET).begun(visit)
    offered = method.spoken_questions(round_.topics, visit.speaker)
    asked = next_of(visit, offered, round_)
    more = round_.next(visit) if asked is None else round_
    if not more.topics:
        return visit.to("why-not")
    if asked is None:
        pause = {"more": more.address(visit), "count": len(more.topics)}
        return render(request, "reasons/pause.html", visit.frame("plan") | pause)
    page = {"asked": asked, "id": keys.new_id()}
    return render(request, "reasons/question.html", visit.frame("plan") | page)


@require_POST
@child_page(writes=Interview.KIND)
def answer(request: HttpRequest, visit: Visit, topic: str) -> HttpResponse:
    """Keep an answer; what no button of ours sends is not there (404)."""
    try:
        asked, answers = method.interview.Topic(topic), answers_in(request)
        if answers and takes(visit, asked, answers):
            keep(visit, request, asked, answers)
    except ValueError:
        raise Http404 from None
    return redirect(Round.of(request.POST).past(topic).address(visit))


@require_safe
@child_page(reads=Interview.KIND)
def ready(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {
        "reasons": reasons_of(visit),
        "source": method.SOURCES[RESTS_ON],
        "done": _kept(visit, request.GET.get("touched", "")),
        "id": keys.new_id(),
        "may_answer": May.WRITE in visit.may("interview"),
    }
    return render(request, "reasons/ready.html", visit.frame("plan") | page)


@require_POST
@child_page(writes=Interview.KIND)
def ticked(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep the list as it was ticked; none ticked is an answer too."""
    try:
        answers = answers_in(request) or (method.interview.Told.NOTHING_OF_THIS,)
        entry = keep(visit, request, LIST, answers)
    except ValueError:
        raise Http404 from None
    return visit.to("ready", touched=entry.id)


def _kept(visit: Visit, entry_id: str) -> Done | None:
    """Say that the list was kept a moment ago, if that is what the address names."""
    if not entry_id:
        return None
    try:
        entry = visit.entry(entry_id)
    except Http404:
        return None
    if not isinstance(entry, method.interview.Interview) or entry.removed:
        return None
    return done(entry, _("Kept.")) if entry.topic is LIST else None
