"""Food and drink: the last days, a plate in taps, a cup in one."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.food.page import (
    CUP,
    CUPS,
    DAYS,
    HOURS,
    TODAY,
    Typed,
    moment,
    picture_of,
    plate_of,
)

Appetite = method.days.Appetite


def write_down(visit: Visit, raw: Mapping[str, object]) -> method.Entry:
    """Write an entry from its JSON form, or raise PermissionDenied or Http404."""
    try:
        entry = method.read_entry({"written_at": visit.now.isoformat(), **raw})
    except method.NonsenseError:
        raise Http404 from None  # nothing that our own page sends
    visit.write(entry)
    return entry


@require_safe
@child_page()
def food(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"food": picture_of(visit), "id": keys.new_id()}
    return render(request, "food/food.html", visit.frame("guide") | page)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE)
def plate(request: HttpRequest, visit: Visit) -> HttpResponse:
    typed, error = _typed(request.POST), ""
    if request.method == "POST":
        if typed.plate or typed.appetite == Appetite.NONE:
            entry = write_down(visit, _raw(visit, typed, keys.id_in(request.POST)))
            return visit.to("saved", entry.id)
        error = _("Tap what was eaten, or “Nothing” below.")
    page = {"plate": plate_of(visit, typed, error), "id": keys.new_id()}
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


@require_POST
@child_page(Needs.WRITE)
def drink(request: HttpRequest, visit: Visit) -> HttpResponse:
    kind = request.POST.get("drink", "")
    if kind not in dict(CUPS):
        raise Http404
    raw = {
        "id": keys.id_in(request.POST),
        "kind": "drink",
        "at": visit.now.isoformat(),
        "data": {"drink": kind, "amount": CUP},
    }
    entry = write_down(visit, raw)
    return visit.to("saved", entry.id)
