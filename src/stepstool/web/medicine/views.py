"""Medicine: what is ordered, given or missed in one tap, and the treatment day by day."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.asking.typed import UnfitError, entry_now, typed_in
from stepstool.web.diary import keys, words
from stepstool.web.diary.kinds import kind_of
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import May, Needs
from stepstool.web.medicine.cupboard import Cupboard, Given, Kind, Ordered
from stepstool.web.medicine.forms import ORDER_NEEDS, TAP_NEEDS, order_controls
from stepstool.web.medicine.page import present, present_enema
from stepstool.web.medicine.treatment import Review, Sign, TreatmentCard, Word


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
    return visit.to("medicine", touched=entry_id)


@require_safe
@child_page()
def medicine(request: HttpRequest, visit: Visit) -> HttpResponse:
    touched = request.GET.get("touched", "")
    return _medicine(request, visit, done=_done(visit, touched) if touched else None)


def _medicine(
    request: HttpRequest, visit: Visit, *, done: Done | None = None, wrong_day: str = ""
) -> HttpResponse:
    """Show the page; wrong_day: the review whose new day cannot be read."""
    cupboard = Cupboard(visit)
    page = {
        "page": present(cupboard),
        "done": done,
        "cupboard": cupboard,
        "treatment": TreatmentCard(visit),
        "wrong_day": wrong_day,
        "id": keys.new_id(),
    }
    frame = visit.frame("medicine") | page
    status = 422 if wrong_day else 200
    return render(request, "medicine/medicine.html", frame, status=status)


def _done(visit: Visit, entry_id: str) -> Done:
    entry: method.Entry = visit.entry(entry_id)
    if not isinstance(entry, Given | Ordered | Review | Word) or entry.removed:
        raise Http404
    what = words.summary(entry, visit.gaps) or words.title(entry, visit.gaps)
    return done(entry, f"{_('Written down:')} {what}")


@require_POST
@child_page(Needs.WRITE)
def medicine_given(request: HttpRequest, visit: Visit) -> HttpResponse:
    envelope, typed = visit.envelope(request.POST), typed_in(request.POST)
    try:
        entry = entry_now(Given, envelope, typed, TAP_NEEDS)
    except UnfitError:
        raise Http404 from None  # no button of ours sends this
    return write_down(visit, entry)


@require_safe
@child_page()
def enema(request: HttpRequest, visit: Visit) -> HttpResponse:
    cupboard = Cupboard(visit)
    page = {
        "page": present_enema(cupboard),
        "cupboard": cupboard,
        "id": keys.new_id(),
    }
    frame = visit.frame("medicine") | page
    return render(request, "medicine/enema.html", frame)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, writes=Ordered.KIND)
def order(request: HttpRequest, visit: Visit) -> HttpResponse:
    typed, errors = typed_in(request.POST), {}
    if request.method == "POST":
        envelope = visit.envelope(request.POST)
        try:
            entry = entry_now(Ordered, envelope, typed, ORDER_NEEDS)
        except UnfitError as unfit:
            errors = unfit.errors
        else:
            return write_down(visit, entry)
    page = {
        "controls": order_controls(visit, typed, errors),
        "title": words.fill(kind_of(Ordered.KIND).on_button, visit.gaps),
        "id": keys.new_id(),
    }
    frame = visit.frame("medicine") | page
    status = 422 if errors else 200
    return render(request, "medicine/order.html", frame, status=status)


@require_POST
@child_page(Needs.WRITE)
def end(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    """Write today as its last day."""
    entry = visit.entry(entry_id)
    if not isinstance(entry, Ordered) or not Cupboard(visit).may_end(entry):
        raise Http404
    return rewrite(visit, replace(entry, until_day=visit.today))


@require_POST
@child_page(Needs.WRITE, writes=Word.KIND)
def over(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that the clean-out is over, as whoever ordered it says."""
    by = [
        order.ordered_by for order in Cupboard(visit).in_force.get(Kind.CLEAN_OUT, ())
    ]
    word = method.health.Word.CLEAN_OUT_OVER
    envelope = visit.envelope(request.POST)
    named = by[-1] if by else method.UNKNOWN
    return write_down(visit, Word(**envelope, word=word, name=named))


@require_POST
@child_page(Needs.WRITE, writes=Sign.KIND)
def sign(request: HttpRequest, visit: Visit, sign: str) -> HttpResponse:
    """Write down a sign that does not belong to a clean-out, and lead to the call."""
    signs = {
        str(each.key): each.key for each in TreatmentCard(visit).today.not_expected
    }
    if sign not in signs:
        raise Http404
    here = method.health.DangerAnswer.HERE
    envelope = visit.envelope(request.POST)
    visit.write(Sign(**envelope, sign=signs[sign], answer=here))
    return visit.to("call" if May.READ in visit.may(Word.KIND) else "today")


@require_POST
@child_page(Needs.WRITE, writes=Review.KIND)
def review(request: HttpRequest, visit: Visit, look: str) -> HttpResponse:
    """Keep a review, or move it to another day."""
    if look not in {line.look for line in TreatmentCard(visit).reviews}:
        raise Http404
    typed = {**typed_in(request.POST), "look": [look]}
    needed = {} if typed.get("kept") else {"on_day": ""}
    try:
        entry = entry_now(Review, visit.envelope(request.POST), typed, needed)
    except UnfitError:
        return _medicine(request, visit, wrong_day=look)
    return write_down(visit, entry)
