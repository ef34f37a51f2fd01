"""Looking around with a made-up child: nothing is asked, nothing is kept."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from stepstool.web.diary.example import example_record
from stepstool.web.welcome.around import present


@login_not_required
@require_safe
def look_around(request: HttpRequest) -> HttpResponse:
    record = example_record(timezone.now())
    shown = present(record, get_language() or "en")
    return render(request, "welcome/around.html", shown)
