"""Everything else that can be written down, and the form of each kind."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stepstool.web.diary.kinds import kind_of
from stepstool.web.diary.visit import visit_of
from stepstool.web.families.roles import May, Needs
from stepstool.web.log.asking import Asking, typed_in
from stepstool.web.log.composing import UnfitError
from stepstool.web.log.presenters.forms import new_form
from stepstool.web.log.presenters.more import sections
from stepstool.web.log.writing_down import write_down


def more(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    may_listen = May.WRITE in visit.may("listening")
    page = {"sections": sections(visit), "may_listen": may_listen}
    return render(request, "log/more.html", visit.frame("more") | page)


def write(
    request: HttpRequest, family_id: int, child_id: UUID, kind: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    if not kind_of(kind).by_hand or May.WRITE not in visit.may(kind):
        raise Http404
    posted = request.method == "POST"
    typed = typed_in(request.POST if posted else request.GET)
    errors = {}
    if posted:
        try:
            entry = write_down(visit, kind, typed)
        except UnfitError as unfit:
            errors = unfit.errors
        else:
            return redirect("saved", family_id, child_id, entry.id)
    asking = Asking(kind=kind, gaps=visit.gaps, typed=typed, errors=errors)
    page = visit.frame("more") | new_form(visit, asking)
    return render(request, "log/form.html", page, status=422 if errors else 200)
