"""Today: how it is, one thing to do, since the last one, and what the thumb needs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.today.keeping import keep_old_signs
from stepstool.web.today.presenters.today import present

DAY, NIGHT = "day", "night"


@require_safe
@child_page()
def today(request: HttpRequest, visit: Visit) -> HttpResponse:
    keep_old_signs(visit)
    night = request.GET.get("face", NIGHT if visit.advice.night else DAY) == NIGHT
    page = visit.frame("today") | {"today": present(visit), "id": keys.new_id()}
    if night:
        return render(request, "today/night.html", page | {"theme": NIGHT})
    return render(request, "today/today.html", page)
