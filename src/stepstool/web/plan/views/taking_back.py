"""Undo of a decision, and the way back from that: one tap each, nothing is lost."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from stepstool.web.diary import reading, writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import visit_of
from stepstool.web.families.roles import Needs
from stepstool.web.plan.presenters.touched import is_of_the_plan
from stepstool.web.plan.views.deciding import to_plan

Mark = Callable[..., Any]


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
    if not is_of_the_plan(entry):
        raise Http404
    with denied_if_refused():
        mark(visit.membership, visit.child, [entry_id])
    return to_plan(visit, entry_id)
