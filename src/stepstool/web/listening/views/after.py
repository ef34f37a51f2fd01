"""After: how strong it was, what ended it, how long; all of it may stay open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stepstool import method
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.listening.forms import AfterForm
from stepstool.web.listening.presenters import endings, scales
from stepstool.web.listening.session import Listening, rewrite, session_of


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, reads=Listening.KIND)
def after(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    session = session_of(visit, entry_id)
    form = AfterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        rewrite(visit, session, **form.answers())
        return visit.to("listening", touched=entry_id)
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
