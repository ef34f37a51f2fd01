"""Food and drink of the last days."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.food.presenters.picture import present


@require_safe
@child_page()
def food(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"food": present(visit), "id": keys.new_id()}
    return render(request, "food/food.html", visit.frame("guide") | page)
