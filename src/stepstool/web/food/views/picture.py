"""Food and drink of the last days."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary import keys
from stepstool.web.diary.visit import visit_of
from stepstool.web.food.presenters.picture import present


@require_safe
def food(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    page = {"food": present(visit), "id": keys.new_id()}
    return render(request, "food/food.html", visit.frame("guide") | page)
