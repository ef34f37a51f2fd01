"""The front door: for strangers a welcome, for the family its child."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from stepstool.web.families.access import doors_of


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "welcome/home.html")
    children = [child for door in doors_of(request.user) for child in door.children]
    if not children:
        return redirect("start")
    if len(children) == 1:
        return redirect("today", children[0].family_id, children[0].id)
    return render(request, "welcome/which_child.html", {"children": children})
