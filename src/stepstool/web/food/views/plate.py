"""A plate: what was eaten, in taps."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.food.meals import DAYS, HOURS, TODAY, moment
from stepstool.web.food.presenters.plate import Typed, present
from stepstool.web.food.writing_down import write_down

Appetite = method.days.Appetite


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE)
def plate(request: HttpRequest, visit: Visit) -> HttpResponse:
    typed, error = _typed(request.POST), ""
    if request.method == "POST":
        if typed.plate or typed.appetite == Appetite.NONE:
            entry = write_down(visit, _raw(visit, typed, keys.id_in(request.POST)))
            return visit.to("saved", entry.id)
        error = _("Tap what was eaten, or “Nothing” below.")
    page = {"plate": present(visit, typed, error), "id": keys.new_id()}
    frame = visit.frame("guide") | page
    return render(request, "food/plate.html", frame, status=422 if error else 200)


def _typed(posted: QueryDict) -> Typed:
    tapped = list(dict.fromkeys(posted.getlist("plate")))
    return Typed(
        meal=posted.get("meal", ""),
        day=posted.get("day", TODAY),
        plate=tapped,
        seconds=[each for each in tapped if each in posted.getlist("seconds")],
        appetite=posted.get("appetite", ""),
    )


def _raw(visit: Visit, typed: Typed, entry_id: str) -> dict[str, object]:
    if typed.meal not in set(HOURS) or typed.day not in DAYS:
        raise Http404
    meal = method.days.MealKind(typed.meal)
    data: dict[str, object] = {"meal": typed.meal, "plate": list(typed.plate)}
    if typed.seconds:
        data["seconds"] = list(typed.seconds)
    if typed.appetite:
        data["appetite"] = typed.appetite
    return {
        "id": entry_id,
        "kind": "meal",
        "at": moment(visit, meal, typed.day).isoformat(),
        "timing": str(method.Timing.ABOUT),
        "data": data,
    }
