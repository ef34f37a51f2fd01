"""The guide at a glance, its pages of words, and the books."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary.visit import visit_of
from stepstool.web.guide.books import SHELVES
from stepstool.web.guide.leaves import LEAVES
from stepstool.web.guide.presenters.contents import shelves, tile
from stepstool.web.guide.presenters.page import present

HERE = "guide"


@require_safe
def guide(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    page = {"shelves": list(shelves(visit)), "alone": tile(visit, "alone")}
    return render(request, "guide/guide.html", visit.frame(HERE) | page)


@require_safe
def page(
    request: HttpRequest, family_id: int, child_id: UUID, page: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    if page not in LEAVES:
        raise Http404
    shown = present(visit, page)
    template = "guide/letter.html" if shown.letter else "guide/page.html"
    return render(request, template, visit.frame(HERE) | {"page": shown})


@require_safe
def books(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    return render(request, "guide/books.html", visit.frame(HERE) | {"shelves": SHELVES})
