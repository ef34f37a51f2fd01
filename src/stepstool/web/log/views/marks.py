"""Undo, remove, bring back: one tap each, and nothing is lost by any of them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stepstool.web.diary import reading, writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit, visit_of
from stepstool.web.families.roles import Needs


@require_POST
def undo(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    _mark(writing.undo, visit, entry_id)
    return redirect("saved", family_id, child_id, entry_id)


@require_POST
def remove(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    _mark(writing.remove, visit, entry_id)
    return _to_its_day(visit, entry_id)


@require_POST
def restore(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    _mark(writing.restore, visit, entry_id)
    return _to_its_day(visit, entry_id)


def _mark(mark: Callable[..., Any], visit: Visit, entry_id: str) -> None:
    reading.entry(visit.membership, visit.child, entry_id)  # 404 where nothing is
    with denied_if_refused():
        mark(visit.membership, visit.child, [entry_id])


def _to_its_day(visit: Visit, entry_id: str) -> HttpResponse:
    entry = reading.entry(visit.membership, visit.child, entry_id)
    day = visit.clock.day(entry.at).isoformat()
    target = redirect("day", visit.child.family_id, visit.child.id, day)
    target["Location"] += f"?touched={entry_id}#touched"
    return target
