"""Is it pushing, or holding? Told apart by picture, written down, and what helps."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit, visit_of
from stepstool.web.families.roles import Needs
from stepstool.web.today.views.writing import write

Meaning = method.toileting.Meaning


@require_http_methods(["GET", "HEAD", "POST"])
def which(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    if request.method != "POST":
        page = visit.frame("today") | {"id": keys.new_id(), "theme": visit.theme}
        return render(request, "today/which.html", page)
    entry = _signal(visit, request)
    return redirect("what-helps", family_id, child_id, entry.id)


def _signal(visit: Visit, request: HttpRequest) -> method.Entry:
    try:
        meaning = Meaning(request.POST.get("meaning", ""))
    except ValueError:
        raise Http404 from None
    entry = method.toileting.Signal(
        id=keys.id_in(request.POST), at=visit.now, written_at=visit.now, meaning=meaning
    )
    return write(visit, entry)


@require_safe
def what_helps(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    entry = reading.entry(visit.membership, visit.child, entry_id)
    if not isinstance(entry, method.toileting.Signal):
        raise Http404
    page = {
        "entry": entry,
        "holding": entry.meaning is Meaning.HOLDING,
        "theme": visit.theme,
    }
    return render(request, "today/what_helps.html", visit.frame("today") | page)
