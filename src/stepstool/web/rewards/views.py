"""Rewards: what is due is given in one tap, with its Undo; and what the family chose."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys, reading, writing
from stepstool.web.diary.undo import Done, marking
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.access import View
from stepstool.web.families.roles import Needs
from stepstool.web.rewards import forms
from stepstool.web.rewards.choices import choices_of
from stepstool.web.rewards.page import (
    days_of,
    is_of_rewards,
    older_dues,
    page_of,
    touched_of,
)

Settings = method.lasting.Settings
Form = forms.HouseForm | forms.PriceForm | forms.PrizeForm | forms.FadingForm


def write_down(visit: Visit, entry: method.Entry) -> None:
    """Write it, or raise PermissionDenied; what was taken back is written after all."""
    written = visit.write(entry)
    if written.unchanged and visit.entry(entry.id).removed:
        visit.change(entry)


def write_all(visit: Visit, entries: Iterable[method.Entry]) -> None:
    """Write some of them."""
    for entry in entries:
        write_down(visit, entry)


@require_safe
@child_page()
def rewards(request: HttpRequest, visit: Visit) -> HttpResponse:
    shown = {
        "page": page_of(visit, visit.names),
        "done": touched(visit, request.GET.get("touched", "")),
    }
    return render(request, "rewards/rewards.html", visit.frame("plan") | shown)


def touched(visit: Visit, entry_id: str) -> Done | None:
    """Give what was just done, for the line with its Undo."""
    if not entry_id:
        return None
    entry = visit.entry(entry_id)
    if not is_of_rewards(entry):
        raise Http404
    return touched_of(visit, entry)


@require_safe
@child_page()
def rewards_given(request: HttpRequest, visit: Visit) -> HttpResponse:
    rewards = reading.lasting(visit.child, method.lasting.Reward)
    page = visit.frame("plan") | {"days": days_of(visit, rewards, visit.names)}
    return render(request, "rewards/given.html", page)


@require_POST
@child_page(Needs.WRITE)
def give(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that these were given, or something instead of one of them."""
    wanted, instead = request.POST.getlist("due"), request.POST.get("instead", "")
    dues = [due for due in visit.advice.rewards.unspoken.due if due.id in wanted]
    if any(instead not in ("", *due.instead) for due in dues):
        raise Http404
    write_all(visit, [due.given(visit.now, instead) for due in dues])
    there = {due.id for due in dues}
    there |= {reward.id for reward in visit.advice.rewards.given}
    return to_rewards(visit, next((due_id for due_id in wanted if due_id in there), ""))


@require_POST
@child_page(Needs.WRITE)
def give_older(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that all that is older was given at its time."""
    older = older_dues(visit)
    write_all(visit, (spoken.due.given(spoken.due.at) for spoken in older))
    return to_rewards(visit, "")


def to_rewards(visit: Visit, entry_id: str, page: str = "rewards") -> HttpResponse:
    """Go to a page of this room, which shows what was just done, with its Undo."""
    return visit.to(page, touched=entry_id)


def _to_rewards(visit: Visit, entry: method.Entry) -> HttpResponse:
    return to_rewards(visit, entry.id)


undo = marking(writing.undo, _to_rewards, is_of_rewards)
restore = marking(writing.restore, _to_rewards, is_of_rewards)


@require_safe
@child_page()
def choices(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _page(request, visit, None)


def _page(request: HttpRequest, visit: Visit, faulty: Form | None) -> HttpResponse:
    shown = {
        "page": choices_of(visit, faulty),
        "done": touched(visit, request.GET.get("touched", "")),
        "id": keys.new_id(),
    }
    page = visit.frame("plan") | shown
    status = 422 if faulty else 200
    return render(request, "rewards/choices.html", page, status=status)


def _choosing(made: type[Form]) -> View:
    """Make the view that one of the forms is sent to."""

    @require_POST
    @child_page(Needs.WRITE, writes=Settings.KIND)
    def chosen(request: HttpRequest, visit: Visit) -> HttpResponse:
        form = made(request.POST, visit.advice.rewards.unspoken)
        if not form.is_valid():
            return _page(request, visit, form)
        entry = form.entry(keys.id_in(request.POST), visit.now)
        write_down(visit, entry)
        return visit.to("reward-choices", touched=entry.id)

    return chosen


house = _choosing(forms.HouseForm)
price = _choosing(forms.PriceForm)
prize = _choosing(forms.PrizeForm)
fading = _choosing(forms.FadingForm)
