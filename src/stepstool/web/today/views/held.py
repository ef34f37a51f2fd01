"""Is it pushing, or holding? Told apart by picture, written down, and what helps."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.undo import done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.today.views.writing import write

Meaning = method.toileting.Meaning


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE)
def which(request: HttpRequest, visit: Visit) -> HttpResponse:
    if request.method != "POST":
        page = visit.frame("today") | {"id": keys.new_id(), "theme": visit.theme}
        return render(request, "today/which.html", page)
    entry = _signal(visit, request)
    return visit.to("what-helps", entry.id)


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
@child_page(Needs.WRITE)
def what_helps(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    entry = visit.entry(entry_id)
    if not isinstance(entry, method.toileting.Signal):
        raise Http404
    page = {
        "entry": entry,
        "done": done(entry, _("Written down, just now.")),
        "holding": entry.meaning is Meaning.HOLDING,
        "theme": visit.theme,
    }
    return render(request, "today/what_helps.html", visit.frame("today") | page)
