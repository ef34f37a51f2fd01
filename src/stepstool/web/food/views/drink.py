"""A cup of something, in one tap."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.food.presenters.picture import CUP, CUPS
from stepstool.web.food.writing_down import write_down


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
