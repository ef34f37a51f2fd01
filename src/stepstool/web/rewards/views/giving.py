"""Given: one tap, one entry, with its Undo; two phones make one."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.undo import marking
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.rewards.presenters.due import older_dues
from stepstool.web.rewards.presenters.touched import is_of_rewards
from stepstool.web.rewards.writing_down import write_all

Mark = Callable[..., Any]


@require_POST
@child_page(Needs.WRITE)
def give(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that these were given, or something instead of one of them."""
    wanted, instead = request.POST.getlist("due"), request.POST.get("instead", "")
    dues = [each for each in visit.advice.rewards.found.due if each.id in wanted]
    if any(instead not in ("", *each.instead) for each in dues):
        raise Http404
    write_all(visit, [each.given(visit.now, instead) for each in dues])
    there = {each.id for each in dues}
    there |= {each.id for each in visit.advice.rewards.given}
    return to_rewards(visit, next((each for each in wanted if each in there), ""))


@require_POST
@child_page(Needs.WRITE)
def give_older(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that all that is older was given at its time."""
    older = older_dues(visit)
    write_all(visit, (each.due.given(each.due.at) for each in older))
    return to_rewards(visit, "")


def to_rewards(visit: Visit, entry_id: str, page: str = "rewards") -> HttpResponse:
    """Go to a page of this room, which shows what was just done, with its Undo."""
    return visit.to(page, touched=entry_id)


def _to_rewards(visit: Visit, entry: method.Entry) -> HttpResponse:
    return to_rewards(visit, entry.id)


undo = marking(writing.undo, _to_rewards, is_of_rewards)
restore = marking(writing.restore, _to_rewards, is_of_rewards)
