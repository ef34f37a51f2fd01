"""Taking an import back as a whole, and taking the whole diary along."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from stepstool.web.diary import writing
from stepstool.web.diary.models import StoredEntry
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.exchange import taking_along
from stepstool.web.exchange.views.arriving import import_of
from stepstool.web.families.roles import Needs


@require_POST
@child_page(Needs.MANAGE)
def take_back(request: HttpRequest, visit: Visit, import_id: UUID) -> HttpResponse:
    """Take out of the diary all that one file brought."""
    arrived = import_of(visit, import_id)
    taken = writing.take_back(visit.membership, visit.child, str(arrived.id))
    arrived.taken_back_at = timezone.now()
    arrived.save(update_fields=["taken_back_at"])
    count = len(taken.entries)
    told = ngettext("%d entry was taken back.", "%d entries were taken back.", count)
    messages.success(request, told % count)
    return visit.to("import-preview", import_id)


@require_POST
@child_page(Needs.MANAGE)
def bring_back(request: HttpRequest, visit: Visit, import_id: UUID) -> HttpResponse:
    """Bring back what was taken back; what a hand removed stays removed."""
    arrived = import_of(visit, import_id)
    gone = StoredEntry.objects.filter(
        family_id=visit.child.family_id,
        child_id=visit.child.id,
        batch=str(arrived.id),
        removed=True,
        device=writing.TAKEN_BACK,
    )
    ids = list(gone.values_list("id", flat=True))
    writing.restore(visit.membership, visit.child, ids)
    arrived.taken_back_at = None
    arrived.save(update_fields=["taken_back_at"])
    messages.success(request, _("It is all back."))
    return visit.to("import-preview", import_id)


@require_safe
@child_page(Needs.MANAGE)
def export(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the whole diary as a file: it is the family's."""
    return taking_along.diary_file(visit.child)
