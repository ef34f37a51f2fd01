"""The first useful page: a sentence for these answers, and one thing for tonight."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.welcome import steps
from stepstool.web.welcome.answers import Answers, answers_of
from stepstool.web.welcome.first_entries import child_told, entries_told
from stepstool.web.welcome.presenters import present


@login_not_required
@require_safe
def tonight(request: HttpRequest) -> HttpResponse:
    answers = answers_of(request)
    if not answers.complete:
        return redirect("start")
    advice = _advice_for(answers)
    shown = present(answers, advice) | {"back": steps.last_of(answers)}
    return render(request, "welcome/tonight.html", shown)


def _advice_for(answers: Answers) -> method.Advice:
    at = timezone.now()
    record = method.Record(child_told(answers), entries_told(answers, at), at)
    return method.advise(record, get_language() or "en")
