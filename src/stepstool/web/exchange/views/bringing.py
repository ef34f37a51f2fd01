"""Bringing a file in: a stretch at a time, so that a big one never holds the house up."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stepstool.web.diary.refusals import RefusedError
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.exchange import stretches
from stepstool.web.exchange.forms import ReadingForm
from stepstool.web.exchange.looking import OpenQuestionError, UnreadableError, look_into
from stepstool.web.exchange.views.arriving import import_of
from stepstool.web.families.roles import Needs


@require_POST
@child_page(Needs.MANAGE)
def bring_in(request: HttpRequest, visit: Visit, import_id: UUID) -> HttpResponse:
    """Bring in the next stretch; come again until all is there."""
    arrived = import_of(visit, import_id)
    if arrived.done_at is None:
        form = ReadingForm(visit, request.POST)
        reading = stretches.reading_of(arrived) or form.reading()
        try:
            look = look_into(arrived, visit.child, reading)
            stretches.next_one(visit, arrived, look)
        except OpenQuestionError:
            return visit.to("import-preview", import_id)
        except (UnreadableError, RefusedError) as error:
            stretches.give_up(visit, arrived)
            messages.error(request, str(error))
            return visit.to("import")
    if arrived.done_at and not arrived.added:
        stretches.forget(arrived)
        messages.success(request, _("All of it was here already. Nothing was added."))
        return visit.to("import")
    return visit.to("import-preview", import_id)
