"""A form for what a family keeps for a visit: the newest stands in it, and is replaced."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stepstool import method
from stepstool.web.asking.controls import KindForm, controls_of
from stepstool.web.asking.typed import UnfitError, entry_now, typed_in, typed_of
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit

Kept = method.visit.Office | method.visit.VisitQuestions


def kept_form(
    request: HttpRequest, visit: Visit, kind: type[Kept], leads_to: str
) -> HttpResponse:
    """Show the form of a kind with what was kept last; write it, and lead on.

    Its template is named like the kind.
    """
    typed, errors = typed_in(request.POST), dict[str, str]()
    if request.method == "POST":
        try:
            visit.write(entry_now(kind, visit.envelope(request.POST), typed))
        except UnfitError as unfit:
            errors = unfit.errors
        else:
            return visit.to(leads_to)
    else:
        kept = reading.lasting(visit.child, kind)
        typed = typed_of(kept[-1]) if kept else typed
    asking = KindForm(kind=kind.KIND, gaps=visit.gaps, typed=typed, errors=errors)
    page = {"controls": controls_of(asking), "id": keys.new_id()}
    frame = visit.frame("doctor") | page
    status = 422 if errors else 200
    return render(request, f"doctor/{kind.KIND}.html", frame, status=status)
