"""The child asks for a diaper: it is given, written down, and that was right."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import visit_of
from stepstool.web.families.roles import Needs
from stepstool.web.today.views.writing import write


@require_POST
def asks(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    entry = method.toileting.DiaperRequest(
        id=keys.id_in(request.POST),
        at=visit.now,
        written_at=visit.now,
        given=method.YesNo.YES,
    )
    write(visit, entry)
    return redirect("diaper-given", family_id, child_id, entry.id)


@require_safe
def given(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    entry = reading.entry(visit.membership, visit.child, entry_id)
    page = visit.frame("today") | {"entry": entry, "theme": visit.theme}
    return render(request, "today/give_it.html", page)
