"""Something is wrong: signs that mean to call are ticked here, and answered here."""

from enum import StrEnum
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.log.presenters.signs import asked_once, levels, open_signs

Key, Answer = method.health.DangerKey, method.health.DangerAnswer
Word = TypeVar("Word", bound=StrEnum)
LONGEST_NAME = 100


@require_http_methods(["GET", "HEAD", "POST"])
@child_page()
def signs(request: HttpRequest, visit: Visit) -> HttpResponse:
    if request.method == "POST":
        return _tick(request, visit)
    page = {"open": open_signs(visit), "levels": levels(visit)}
    frame = visit.frame("signs") | page | {"alerts": []}
    return render(request, "log/signs.html", frame)


def _tick(request: HttpRequest, visit: Visit) -> HttpResponse:
    if not visit.may_write:
        raise PermissionDenied
    ticked = [_known(Key, text) for text in request.POST.getlist("signs")]
    here = [] if "none" in request.POST else ticked
    said = [_sign(visit, key, Answer.HERE) for key in here]
    if "none" in request.POST:
        said.append(_sign(visit, None, Answer.NOT_HERE))
    once = (key for key in asked_once(visit) if said and key not in here)
    visit.write(*said, *(_sign(visit, key, Answer.NOT_HERE) for key in once))
    return visit.to("today")


@require_POST
@child_page(Needs.WRITE)
def answer_sign(request: HttpRequest, visit: Visit, sign: str) -> HttpResponse:
    said = _known(Answer, request.POST.get("answer", ""))
    by_whom = request.POST.get("by_whom", "").strip()[:LONGEST_NAME]
    entry = _sign(visit, _known(Key, sign), said, by_whom)
    visit.write(entry)
    return visit.to("saved", entry.id)


def _sign(
    visit: Visit,
    key: method.health.DangerKey | None,
    answer: method.health.DangerAnswer,
    by_whom: str = "",
) -> method.Entry:
    return method.health.DangerSign(
        id=keys.new_id(),
        at=visit.now,
        written_at=visit.now,
        sign=key or method.UNKNOWN,
        answer=answer,
        by_whom=by_whom or method.UNKNOWN,
    )


def _known(words: type[Word], text: str) -> Word:
    try:
        return words(text)
    except ValueError:
        raise Http404 from None
