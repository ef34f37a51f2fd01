"""A poop in two taps: this page, and the place on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.log import whens
from stepstool.web.log.asking import Typed, typed_in
from stepstool.web.log.composing import UnfitError
from stepstool.web.log.places import landed, places, step_tile
from stepstool.web.log.writing_down import desk_of, write_down


@child_page(Needs.WRITE)
def poop(request: HttpRequest, visit: Visit) -> HttpResponse:
    if request.method != "POST":
        return _page(request, visit, typed_in(request.GET), {})
    typed = landed(typed_in(request.POST))
    try:
        entry = write_down(visit, "poop", typed)
    except UnfitError as unfit:
        return _page(request, visit, typed, unfit.errors)
    return visit.to("saved", entry.id)


def _page(
    request: HttpRequest, visit: Visit, typed: Typed, errors: dict[str, str]
) -> HttpResponse:
    frame = visit.frame("poop")
    desk = desk_of(visit)
    chosen = (typed.get("when") or ["now"])[0]
    page = {
        "step": step_tile(visit),
        "places": places(visit),
        "whens": whens.options(desk.clock, desk.now, chosen),
        "at": (typed.get("at") or [whens.local_minute(desk.clock, desk.now)])[0],
        "latest": whens.local_minute(desk.clock, desk.now),
        "errors": errors,
        "id": keys.new_id(),
        "theme": visit.theme,
    }
    status = 422 if errors else 200
    return render(request, "log/poop.html", frame | page, status=status)
