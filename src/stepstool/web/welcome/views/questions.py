"""The questions of the first evening, one page each."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from stepstool.web.welcome import steps
from stepstool.web.welcome.answers import FRESH, answers_of, keep
from stepstool.web.welcome.question import Question


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def first(request: HttpRequest, way: str = FRESH) -> HttpResponse:
    """Ask who it is: the beginning of both ways."""
    return _ask(request, steps.FIRST_STEP, way)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: str) -> HttpResponse:
    """Ask one of the others, once we know who it is about."""
    answers = answers_of(request)
    if key not in steps.WAYS[answers.way][1:]:
        raise Http404
    if not answers.named:
        return redirect("start")
    return _ask(request, key, answers.way)


def _ask(request: HttpRequest, key: str, way: str) -> HttpResponse:
    step, answers = steps.STEPS[key], answers_of(request)
    if request.method != "POST":
        return _show(request, key, way, step.form(answers))
    if step.skip and "skip" in request.POST:
        return redirect(steps.after(answers, key))
    form = step.form(answers, request.POST)
    if not form.is_valid():
        return _show(request, key, way, form)
    told = keep(request, way=way, **form.changes())
    return redirect(steps.after(told, key))


def _show(request: HttpRequest, key: str, way: str, form: Question) -> HttpResponse:
    step = steps.STEPS[key]
    shown = {
        "title": step.title,
        "form": form,
        "skip": step.skip,
        "back": steps.before(way, key),
        "progress": steps.progress_of(way, key),
    }
    return render(request, step.template, shown)
