"""Medicine: what is ordered, given or missed in one tap, and before one from below."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.diary import keys, words
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.medicine.cupboard import Cupboard, Given, Ordered
from stepstool.web.medicine.forms import GivenForm, OrderForm
from stepstool.web.medicine.page import kinds, present, present_enema, title_of_order


def write_down(visit: Visit, entry: method.Entry) -> HttpResponse:
    """Write it and lead back to the medicine, or raise PermissionDenied."""
    visit.write(entry)
    return to_medicine(visit, entry.id)


def rewrite(visit: Visit, entry: method.Entry) -> HttpResponse:
    """Write its new version and lead back, or raise PermissionDenied."""
    visit.change(entry)
    return to_medicine(visit, entry.id)


def to_medicine(visit: Visit, entry_id: str) -> HttpResponse:
    """Lead to the medicine, which shows what was just done, with its Undo."""
    address = reverse("medicine", args=[visit.child.family_id, visit.child.id])
    return redirect(f"{address}?touched={entry_id}")


@require_safe
@child_page()
def medicine(request: HttpRequest, visit: Visit) -> HttpResponse:
    cupboard = Cupboard(visit)
    touched = request.GET.get("touched", "")
    page = {
        "page": present(cupboard),
        "done": _done(cupboard.visit, touched) if touched else None,
        "cupboard": cupboard,
        "theme": cupboard.visit.theme,
        "id": keys.new_id(),
    }
    frame = cupboard.visit.frame("medicine") | page
    return render(request, "medicine/medicine.html", frame)


def _done(visit: Visit, entry_id: str) -> Done:
    entry: method.Entry = visit.entry(entry_id)
    if not isinstance(entry, Given | Ordered) or entry.removed:
        raise Http404
    said = words.summary(entry, visit.gaps) or words.title(entry, visit.gaps)
    return done(entry, f"{_('Written down:')} {said}")


@require_POST
@child_page(Needs.WRITE)
def given(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = GivenForm(request.POST)
    if not form.is_valid():  # no button of ours sends this
        raise Http404
    entry = Given(
        **visit.envelope(request.POST),
        **form.answers(),
    )
    return write_down(visit, entry)


@require_safe
@child_page()
def enema(request: HttpRequest, visit: Visit) -> HttpResponse:
    cupboard = Cupboard(visit)
    page = {
        "page": present_enema(cupboard),
        "cupboard": cupboard,
        "theme": cupboard.visit.theme,
        "id": keys.new_id(),
    }
    frame = cupboard.visit.frame("medicine") | page
    return render(request, "medicine/enema.html", frame)


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
    entry = Ordered(**cupboard.visit.envelope(request.POST), **form.answers())
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
