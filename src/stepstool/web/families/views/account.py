"""My account: my families, my password, the way out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.families.access import doors_of, visitor_of
from stepstool.web.families.views.links import shown_once


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    user = visitor_of(request)
    told = {"doors": doors_of(user), "link": shown_once(request)}
    return render(request, "families/account.html", told)
