"""When it usually comes, and what announces it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary.visit import visit_of
from stepstool.web.patterns.presenters.patterns import present


@require_safe
def patterns(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    page = {"patterns": present(visit)}
    return render(request, "patterns/patterns.html", visit.frame("guide") | page)
