"""Words for now: the situations as tiles, and what to say in one of them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary.visit import visit_of
from stepstool.web.guide.presenters.words import groups_of, words_of

HERE = "guide"


@require_safe
def tiles(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    page = {"groups": groups_of(visit), "theme": visit.theme}
    return render(request, "guide/tiles.html", visit.frame(HERE) | page)


@require_safe
def words(
    request: HttpRequest, family_id: int, child_id: UUID, situation: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    try:
        found = method.Situation(situation)
    except ValueError:
        raise Http404 from None
    shown = words_of(visit, found, request.GET.get("for", ""))
    page = {"words": shown, "theme": visit.theme}
    return render(request, "guide/words.html", visit.frame(HERE) | page)
