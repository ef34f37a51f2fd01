"""Given: one tap, one entry, with its Undo; two phones make one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stepstool.web.diary import reading, writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit, visit_of
from stepstool.web.families.roles import Needs
from stepstool.web.rewards.presenters.due import older_dues
from stepstool.web.rewards.presenters.touched import is_of_rewards
from stepstool.web.rewards.writing_down import write_all

Mark = Callable[..., Any]


@require_POST
def give(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    """Write down that these were given, or something instead of one of them."""
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    wanted, instead = request.POST.getlist("due"), request.POST.get("instead", "")
    dues = [each for each in visit.advice.rewards.found.due if each.id in wanted]
    if any(instead not in ("", *each.instead) for each in dues):
        raise Http404
    write_all(visit, [each.given(visit.now, instead) for each in dues])
    there = {each.id for each in dues}
    there |= {each.id for each in visit.advice.rewards.given}
    return to_rewards(visit, next((each for each in wanted if each in there), ""))


@require_POST
def give_older(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    """Write down that all that is older was given at its time."""
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    older = older_dues(visit)
    write_all(visit, (each.due.given(each.due.at) for each in older))
    return to_rewards(visit, "")


@require_POST
def undo(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    return _marked(writing.undo, request, (family_id, child_id), entry_id)


@require_POST
def restore(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    return _marked(writing.restore, request, (family_id, child_id), entry_id)


def _marked(
    mark: Mark, request: HttpRequest, whose: tuple[int, UUID], entry_id: str
) -> HttpResponse:
    visit = visit_of(request, *whose, Needs.WRITE)
    entry = reading.entry(visit.membership, visit.child, entry_id)
    if not is_of_rewards(entry):
        raise Http404
    with denied_if_refused():
        mark(visit.membership, visit.child, [entry_id])
    return to_rewards(visit, entry_id)


def to_rewards(visit: Visit, entry_id: str, page: str = "rewards") -> HttpResponse:
    """Go to a page of this room, which shows what was just done, with its Undo."""
    address = reverse(page, args=[visit.child.family_id, visit.child.id])
    return redirect(f"{address}?touched={entry_id}" if entry_id else address)
