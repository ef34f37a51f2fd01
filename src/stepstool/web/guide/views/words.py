"""Words for now: the situations as tiles, and what to say in one of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.guide.presenters.words import groups_of, words_of

HERE = "guide"


@require_safe
@child_page()
def tiles(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"groups": groups_of(visit), "theme": visit.theme}
    return render(request, "guide/tiles.html", visit.frame(HERE) | page)


@require_safe
@child_page()
def words(request: HttpRequest, visit: Visit, situation: str) -> HttpResponse:
    try:
        found = method.Situation(situation)
    except ValueError:
        raise Http404 from None
    shown = words_of(visit, found, request.GET.get("for", ""))
    page = {"words": shown, "theme": visit.theme}
    return render(request, "guide/words.html", visit.frame(HERE) | page)
