"""Before one from below: what stops it, whom to ask first, what to watch after."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.medicine.cupboard import Cupboard
from stepstool.web.medicine.presenters import present_enema


@require_safe
@child_page()
def enema(request: HttpRequest, visit: Visit) -> HttpResponse:
    cupboard = Cupboard(visit)
    page = {
        "page": present_enema(cupboard),
        "may_give": cupboard.may_give,
        "theme": cupboard.visit.theme,
        "id": keys.new_id(),
    }
    frame = cupboard.visit.frame("medicine") | page
    return render(request, "medicine/enema.html", frame)
