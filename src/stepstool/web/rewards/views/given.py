"""All that was ever given, the newest first, and by whom."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.households import names_of
from stepstool.web.rewards.presenters.given import days_of


@require_safe
@child_page()
def given(request: HttpRequest, visit: Visit) -> HttpResponse:
    rewards = reading.lasting(visit.child, method.lasting.Reward)
    page = visit.frame("plan") | {
        "days": days_of(visit, rewards, names_of(visit.child.family_id))
    }
    return render(request, "rewards/given.html", page)
