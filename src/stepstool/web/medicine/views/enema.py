"""Before one from below: what stops it, whom to ask first, what to watch after."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary import keys
from stepstool.web.medicine.cupboard import cupboard_of
from stepstool.web.medicine.presenters import present_enema


@require_safe
def enema(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    cupboard = cupboard_of(request, family_id, child_id)
    page = {
        "page": present_enema(cupboard),
        "may_give": cupboard.may_give,
        "theme": cupboard.visit.theme,
        "id": keys.new_id(),
    }
    frame = cupboard.visit.frame("medicine") | page
    return render(request, "medicine/enema.html", frame)
