"""Bringing a file in: a stretch at a time, so that a big one never holds the house up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stepstool.web.diary.refusals import RefusedError
from stepstool.web.diary.visit import visit_of
from stepstool.web.exchange import stretches
from stepstool.web.exchange.forms import ReadingForm
from stepstool.web.exchange.looking import OpenQuestionError, UnreadableError, look_into
from stepstool.web.exchange.views.arriving import import_of
from stepstool.web.families.roles import Needs


@require_POST
def bring_in(
    request: HttpRequest, family_id: int, child_id: UUID, import_id: UUID
) -> HttpResponse:
    """Bring in the next stretch; come again until all is there."""
    visit = visit_of(request, family_id, child_id, Needs.MANAGE)
    arrived = import_of(visit, import_id)
    if arrived.done_at is None:
        form = ReadingForm(visit, request.POST)
        reading = stretches.reading_of(arrived) or form.reading()
        try:
            look = look_into(arrived, visit.child, reading)
            stretches.next_one(visit, arrived, look)
        except OpenQuestionError:
            return redirect("import-preview", family_id, child_id, import_id)
        except (UnreadableError, RefusedError) as error:
            stretches.give_up(visit, arrived)
            messages.error(request, str(error))
            return redirect("import", family_id, child_id)
    if arrived.done_at and not arrived.added:
        stretches.forget(arrived)
        messages.success(request, _("All of it was here already. Nothing was added."))
        return redirect("import", family_id, child_id)
    return redirect("import-preview", family_id, child_id, import_id)
