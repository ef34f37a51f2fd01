"""Given, missed or not wanted: one tap, one entry."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from stepstool.web.diary import keys
from stepstool.web.families.roles import Needs
from stepstool.web.medicine.cupboard import Given, cupboard_of
from stepstool.web.medicine.forms import GivenForm
from stepstool.web.medicine.writing_down import write_down


@require_POST
def given(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = cupboard_of(request, family_id, child_id, Needs.WRITE).visit
    form = GivenForm(request.POST)
    if not form.is_valid():  # no button of ours sends this
        raise Http404
    entry = Given(
        id=keys.id_in(request.POST),
        at=visit.now,
        written_at=visit.now,
        **form.answers(),
    )
    return write_down(visit, entry)
