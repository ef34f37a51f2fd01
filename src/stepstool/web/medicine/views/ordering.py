"""An order, in the clinician's words; and its end, when the clinician says so."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.medicine.cupboard import Cupboard, Ordered
from stepstool.web.medicine.forms import OrderForm
from stepstool.web.medicine.presenters import kinds, title_of_order
from stepstool.web.medicine.writing_down import rewrite, write_down


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, writes=Ordered.KIND)
def order(request: HttpRequest, visit: Visit) -> HttpResponse:
    cupboard = Cupboard(visit)
    form = OrderForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _ordered(request, cupboard, form)
    page = {
        "form": form,
        "kinds": kinds(cupboard, str(form["medicine"].value() or "")),
        "title": title_of_order(cupboard),
        "prescriber": cupboard.visit.speaker.say("medicine.prescriber"),
        "id": keys.new_id(),
    }
    frame = cupboard.visit.frame("medicine") | page
    status = 422 if form.errors else 200
    return render(request, "medicine/order.html", frame, status=status)


def _ordered(request: HttpRequest, cupboard: Cupboard, form: OrderForm) -> HttpResponse:
    now = cupboard.visit.now
    entry = Ordered(
        id=keys.id_in(request.POST), at=now, written_at=now, **form.answers()
    )
    return write_down(cupboard.visit, entry)


@require_POST
@child_page(Needs.WRITE)
def end(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    """Write today as its last day."""
    cupboard = Cupboard(visit)
    visit = cupboard.visit
    entry = visit.entry(entry_id)
    if not isinstance(entry, Ordered) or not cupboard.may_end(entry):
        raise Http404
    return rewrite(visit, replace(entry, until_day=visit.today))
