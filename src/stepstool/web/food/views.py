"""Food and drink: the last days, a plate in taps, a cup in one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.asking.typed import Typed
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.food.forms import is_answered, meal_of, plate_in
from stepstool.web.food.page import CUP, CUPS, picture_of, plate_of


@require_safe
@child_page()
def food(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"food": picture_of(visit), "id": keys.new_id()}
    return render(request, "food/food.html", visit.frame("guide") | page)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE)
def plate(request: HttpRequest, visit: Visit) -> HttpResponse:
    typed, error = plate_in(request.POST), ""
    if request.method == "POST":
        if is_answered(typed):
            return _eaten(request, visit, typed)
        error = _("Tap what was eaten, or “Nothing” below.")
    page = {"plate": plate_of(visit, typed, error), "id": keys.new_id()}
    frame = visit.frame("guide") | page
    return render(request, "food/plate.html", frame, status=422 if error else 200)


def _eaten(request: HttpRequest, visit: Visit, typed: Typed) -> HttpResponse:
    try:
        meal = meal_of(visit, request.POST, typed)
    except ValueError:
        raise Http404 from None  # nothing that our own page sends
    visit.write(meal)
    return visit.to("saved", meal.id)


@require_POST
@child_page(Needs.WRITE)
def drink(request: HttpRequest, visit: Visit) -> HttpResponse:
    kind = request.POST.get("drink", "")
    if kind not in dict(CUPS):
        raise Http404
    cup = method.days.Drink(
        **visit.envelope(request.POST), drink=method.days.DrinkKind(kind), amount=CUP
    )
    visit.write(cup)
    return visit.to("saved", cup.id)
