"""What is ordered, given or missed in one tap, and the last two weeks."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary import keys, reading, words
from stepstool.web.medicine.cupboard import Cupboard, Given, Ordered, cupboard_of
from stepstool.web.medicine.presenters import present


@require_safe
def medicine(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    cupboard = cupboard_of(request, family_id, child_id)
    touched = request.GET.get("touched", "")
    page = {
        "page": present(cupboard),
        "touched": _touched(cupboard, touched) if touched else None,
        "may_give": cupboard.may_give,
        "theme": cupboard.visit.theme,
        "id": keys.new_id(),
    }
    frame = cupboard.visit.frame("medicine") | page
    return render(request, "medicine/medicine.html", frame)


def _touched(cupboard: Cupboard, entry_id: str) -> dict[str, str]:
    visit = cupboard.visit
    entry: method.Entry = reading.entry(visit.membership, visit.child, entry_id)
    if not isinstance(entry, Given | Ordered) or entry.removed:
        raise Http404
    said = words.summary(entry, visit.gaps) or words.title(entry, visit.gaps)
    return {"id": entry.id, "says": said}
