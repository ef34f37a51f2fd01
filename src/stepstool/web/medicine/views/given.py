"""Given, missed or not wanted: one tap, one entry."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.medicine.cupboard import Given
from stepstool.web.medicine.forms import GivenForm
from stepstool.web.medicine.writing_down import write_down


@require_POST
@child_page(Needs.WRITE)
def given(request: HttpRequest, visit: Visit) -> HttpResponse:
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
