"""The guide at a glance, its pages of words, and the books."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.guide.books import SHELVES
from stepstool.web.guide.leaves import LEAVES
from stepstool.web.guide.presenters.contents import shelves, tile
from stepstool.web.guide.presenters.page import present

HERE = "guide"


@require_safe
@child_page()
def guide(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"shelves": list(shelves(visit)), "alone": tile(visit, "alone")}
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
