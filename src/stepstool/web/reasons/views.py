"""What may be in the way, and the questions that tell."""

import uuid
from dataclasses import replace
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys, reading, writing
from stepstool.web.diary.refusals import RefusedError
from stepstool.web.diary.visit import Visit, visit_of
from stepstool.web.families.roles import May
from stepstool.web.reasons.asking import Round, next_of
from stepstool.web.reasons.ways import ways_of


@require_safe
def why_not(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = _visit_with(May.READ, request, family_id, child_id)
    found = _reasons(visit)
    leads = [(each, ways_of(visit, each.help)) for each in found.leads]
    led = {each.key for each in found.leads}
    others = [each for each in found.each if each.is_asked and each.key not in led]
    page = {"found": found, "leads": leads, "others": others, "theme": visit.theme}
    page["may_answer"] = May.WRITE in visit.may("interview")
    return render(request, "reasons/why_not.html", visit.frame("plan") | page)


@require_safe
def questions(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = _visit_with(May.WRITE, request, family_id, child_id)
    round_ = Round.of(request.GET)
    if not round_.topics:
        open_now = tuple(each.topic for each in _reasons(visit).questions)
        round_ = replace(round_, topics=open_now)
    offered = method.spoken_questions(round_.topics, visit.speaker)
    asked = next_of(visit, offered, round_)
    if asked is None:
        return redirect("why-not", family_id, child_id)
    page = {"asked": asked, "id": keys.new_id(), "theme": visit.theme}
    return render(request, "reasons/question.html", visit.frame("plan") | page)


@require_POST
def answer(
    request: HttpRequest, family_id: int, child_id: UUID, topic: str
) -> HttpResponse:
    visit = _visit_with(May.WRITE, request, family_id, child_id)
    entry = _told(visit, request, topic)
    if entry.answers:
        try:
            writing.write(visit.membership, visit.child, [entry])
        except RefusedError:
            raise PermissionDenied from None
    return redirect(Round.of(request.POST).past(topic).address(visit))


def _visit_with(
    may: May, request: HttpRequest, family_id: int, child_id: UUID
) -> Visit:
    """Let in who may do this with answers of the interview: they are in the reasons too."""
    visit = visit_of(request, family_id, child_id)
    if may not in visit.may("interview"):
        raise PermissionDenied
    return visit


def _reasons(visit: Visit) -> method.SpokenReasons:
    record = reading.record_of(visit.child, visit.now)
    return method.reasons_of(record, get_language() or "", advice=visit.advice)


def _told(visit: Visit, request: HttpRequest, topic: str) -> method.interview.Interview:
    """Read the answer; what no button of ours sends is not there (404)."""
    try:
        told = map(method.interview.Told, request.POST.getlist("answer"))
        return method.interview.Interview(
            id=_id_in(request),
            at=visit.now,
            written_at=visit.now,
            topic=method.interview.Topic(topic),
            answers=tuple(dict.fromkeys(told)),
        )
    except ValueError:
        raise Http404 from None


def _id_in(request: HttpRequest) -> str:
    """Give the id that the page gave the entry before it was sent; else a new one."""
    try:
        return str(uuid.UUID(request.POST.get("id", "")))
    except ValueError:
        return keys.new_id()
