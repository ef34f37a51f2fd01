"""Everything else that can be written down, and the form of each kind."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import May, Needs
from stepstool.web.log.asking import Asking, typed_in
from stepstool.web.log.composing import UnfitError
from stepstool.web.log.groups import may_be_written
from stepstool.web.log.presenters.forms import new_form
from stepstool.web.log.presenters.more import sections
from stepstool.web.log.writing_down import write_down


@child_page(Needs.WRITE)
def more(request: HttpRequest, visit: Visit) -> HttpResponse:
    may_listen = May.WRITE in visit.may("listening")
    page = {"sections": sections(visit), "may_listen": may_listen}
    return render(request, "log/more.html", visit.frame("more") | page)


@child_page(Needs.WRITE)
def write(request: HttpRequest, visit: Visit, kind: str) -> HttpResponse:
    if not may_be_written(kind) or May.WRITE not in visit.may(kind):
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
            return visit.to("saved", entry.id)
    asking = Asking(kind=kind, gaps=visit.gaps, typed=typed, errors=errors)
    page = visit.frame("more") | new_form(visit, asking)
    return render(request, "log/form.html", page, status=422 if errors else 200)
