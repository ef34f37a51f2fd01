"""After: how strong it was, what ended it, how long; all of it may stay open."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepstool import method
from stepstool.web.families.roles import Needs
from stepstool.web.listening.forms import AfterForm
from stepstool.web.listening.presenters import endings, scales
from stepstool.web.listening.session import rewrite, session_of, visit_to


@require_http_methods(["GET", "HEAD", "POST"])
def after(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_to(request, family_id, child_id, Needs.WRITE)
    session = session_of(visit, entry_id)
    form = AfterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        rewrite(visit, session, **form.answers())
        address = reverse("listening", args=[family_id, child_id])
        return redirect(f"{address}?touched={entry_id}")
    page = {
        "session": session,
        "scales": scales(visit, session),
        "endings": endings(visit, session),
        "minutes": "" if session.minutes is method.UNKNOWN else session.minutes,
        "form": form,
    }
    status = 422 if form.errors else 200
    frame = visit.frame("listening") | page
    return render(request, "listening/after.html", frame, status=status)
