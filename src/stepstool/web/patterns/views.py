"""When it usually comes, and what announces it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.patterns.page import present


@require_safe
@child_page()
def patterns(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"patterns": present(visit)}
    return render(request, "patterns/patterns.html", visit.frame("guide") | page)
