"""What the family chose: sweets or not, prices, the prize, how rewards grow quieter."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, visit_of
from stepstool.web.families.roles import May, Needs
from stepstool.web.rewards import forms
from stepstool.web.rewards.presenters.choices import present
from stepstool.web.rewards.views.giving import to_rewards
from stepstool.web.rewards.views.rewards import touched
from stepstool.web.rewards.writing_down import write_down

Form = forms.HouseForm | forms.PriceForm | forms.PrizeForm | forms.FadingForm


@require_safe
def choices(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    return _page(request, visit, None)


def _page(request: HttpRequest, visit: Visit, faulty: Form | None) -> HttpResponse:
    shown = {
        "page": present(visit, faulty),
        "touched": touched(visit, request.GET.get("touched", "")),
        "id": keys.new_id(),
    }
    page = visit.frame("plan") | shown
    status = 422 if faulty else 200
    return render(request, "rewards/choices.html", page, status=status)


@require_POST
def house(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    return _chosen(request, family_id, child_id, forms.HouseForm)


@require_POST
def price(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    return _chosen(request, family_id, child_id, forms.PriceForm)


@require_POST
def prize(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    return _chosen(request, family_id, child_id, forms.PrizeForm)


@require_POST
def fading(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    return _chosen(request, family_id, child_id, forms.FadingForm)


def _chosen(
    request: HttpRequest, family_id: int, child_id: UUID, made: type[Form]
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    if May.WRITE not in visit.may(method.lasting.Settings.KIND):
        raise PermissionDenied
    form = made(request.POST, visit.advice.rewards.found)
    if not form.is_valid():
        return _page(request, visit, form)
    entry = form.entry(keys.id_in(request.POST), visit.now)
    write_down(visit, entry)
    return to_rewards(visit, entry.id, "reward-choices")
