"""The child asks for a diaper: it is given, written down, and that was right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.undo import done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.today.views.writing import write


@require_POST
@child_page(Needs.WRITE)
def asks(request: HttpRequest, visit: Visit) -> HttpResponse:
    entry = method.toileting.DiaperRequest(
        id=keys.id_in(request.POST),
        at=visit.now,
        written_at=visit.now,
        given=method.YesNo.YES,
    )
    write(visit, entry)
    return visit.to("diaper-given", entry.id)


@require_safe
@child_page(Needs.WRITE)
def given(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    entry = visit.entry(entry_id)
    page = visit.frame("today") | {
        "entry": entry,
        "done": done(entry, _("Written down, just now.")),
        "theme": visit.theme,
    }
    return render(request, "today/give_it.html", page)
