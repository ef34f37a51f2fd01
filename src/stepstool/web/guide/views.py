"""The guide at a glance, its pages and books, words for now, and why we say so."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.guide.finding import find
from stepstool.web.guide.leaves import LEAVES, SHELVES
from stepstool.web.guide.page import (
    doors,
    groups_of,
    present,
    tile,
    tiles_now,
    words_of,
)
from stepstool.web.guide.why import may_differ, why_of

HERE = "guide"
LONGEST = 60
Topic = method.interview.Topic
Told = method.interview.Told


@require_safe
@child_page()
def guide(request: HttpRequest, visit: Visit) -> HttpResponse:
    query = request.GET.get("q", "")[:LONGEST].strip()
    page = {
        "now": tiles_now(visit),
        "query": query,
        "matches": find(visit, query),
        "shelves": list(doors(visit)),
        "alone": tile(visit, "alone"),
    }
    return render(request, "guide/guide.html", visit.frame(HERE) | page)


@require_safe
@child_page()
def page(request: HttpRequest, visit: Visit, page: str) -> HttpResponse:
    if page not in LEAVES:
        raise Http404
    shown = present(visit, page)
    template = "guide/letter.html" if shown.letter else "guide/page.html"
    return render(request, template, visit.frame(HERE) | {"page": shown})


@require_safe
@child_page()
def books(request: HttpRequest, visit: Visit) -> HttpResponse:
    return render(request, "guide/books.html", visit.frame(HERE) | {"shelves": SHELVES})


@require_safe
@child_page()
def tiles(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"groups": groups_of(visit)}
    return render(request, "guide/tiles.html", visit.frame(HERE) | page)


@require_safe
@child_page()
def words(request: HttpRequest, visit: Visit, situation: str) -> HttpResponse:
    named = method.Situation.named(situation)
    if named is None:
        raise Http404
    to_say = words_of(visit, named, request.GET.get("for", ""))
    page = {"words": to_say}
    return render(request, "guide/words.html", visit.frame(HERE) | page)


@require_safe
@child_page()
def why(request: HttpRequest, visit: Visit) -> HttpResponse:
    return render(
        request, "guide/why.html", visit.frame("why") | {"why": why_of(visit)}
    )


@require_POST
@child_page(Needs.WRITE)
def differently(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Remember that a parent sees it differently: shown, judged more gently, no argument."""
    if not may_differ(visit):
        raise PermissionDenied
    entry = method.interview.Interview(
        **visit.envelope(),
        topic=Topic.SEE_IT_DIFFERENTLY,
        answers=(Told.YES,),
    )
    visit.write(entry)
    return visit.to("saved", entry.id)


@require_safe
@child_page()
def worry(request: HttpRequest, visit: Visit) -> HttpResponse:
    return render(request, "guide/worry.html", visit.frame("worry"))
