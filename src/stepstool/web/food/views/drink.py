"""A cup of something, in one tap."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stepstool.web.diary import keys
from stepstool.web.diary.visit import visit_of
from stepstool.web.families.roles import Needs
from stepstool.web.food.presenters.picture import CUP, CUPS
from stepstool.web.food.writing_down import write_down


@require_POST
def drink(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
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
    return redirect("saved", family_id, child_id, entry.id)
