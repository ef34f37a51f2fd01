"""A file arrives, is looked into, and waits for a yes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.exchange import arrivals, presenters, sizes
from stepstool.web.exchange.forms import FileForm, ReadingForm
from stepstool.web.exchange.looking import (
    OpenQuestionError,
    UnreadableError,
    check,
    look_into,
)
from stepstool.web.exchange.models import Import
from stepstool.web.families.roles import Needs


@csrf_exempt  # checked in _with_body: a body that is too big is never read
@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.MANAGE)
def imports(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show where a file can be dropped, and what was brought in before."""
    if request.method == "POST" and (told := sizes.too_big(request)):
        return _page(request, visit, told, status=413)
    return _with_body(request, visit)


@csrf_protect
def _with_body(request: HttpRequest, visit: Visit) -> HttpResponse:
    if request.method != "POST":
        return _page(request, visit)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, visit, form.says, status=422)
    file = form.cleaned_data["file"]
    kept = arrivals.keep(visit.membership, visit.child, file.name, file.chunks())
    try:
        check(kept, visit.child, str(visit.clock.zone_at(visit.now)))
    except UnreadableError as error:
        arrivals.throw_away(kept)
        return _page(request, visit, str(error), status=422)
    where = reverse("import-preview", args=[kept.family_id, kept.child_id, kept.id])
    if request.accepts("text/html"):
        return redirect(where)
    return HttpResponse(where, content_type="text/plain")  # drop.js goes there itself


def _page(
    request: HttpRequest, visit: Visit, error: str = "", status: int = 200
) -> HttpResponse:
    shown = presenters.arrival_page(visit) | {"error": error}
    return render(request, "exchange/import.html", shown, status=status)


@require_http_methods(["GET", "HEAD"])
@child_page(Needs.MANAGE)
def preview(request: HttpRequest, visit: Visit, import_id: UUID) -> HttpResponse:
    """Show what is in a file that waits; or how far it is; or what it brought."""
    arrived = import_of(visit, import_id)
    if arrived.done_at:
        shown = presenters.done_page(visit, arrived)
        return render(request, "exchange/done.html", shown)
    if arrived.begun_at:
        shown = presenters.progress_page(visit, arrived)
        return render(request, "exchange/progress.html", shown)
    return _preview(request, visit, arrived)


def _preview(request: HttpRequest, visit: Visit, arrived: Import) -> HttpResponse:
    form = ReadingForm(visit, request.GET or None)
    try:
        look = look_into(arrived, visit.child, form.reading())
    except OpenQuestionError as question:
        form.ask(question.name, question.answers)
        shown = presenters.question_page(visit, arrived, form, question)
        return render(request, "exchange/preview.html", shown)
    except UnreadableError as error:
        arrivals.throw_away(arrived)
        return _page(request, visit, str(error), status=422)
    shown = presenters.preview_page(visit, arrived, look, form)
    return render(request, "exchange/preview.html", shown)


@require_POST
@child_page(Needs.MANAGE)
def forget(request: HttpRequest, visit: Visit, import_id: UUID) -> HttpResponse:
    """Throw a waiting file away: nothing was changed."""
    arrived = import_of(visit, import_id)
    if arrived.begun_at is None:
        arrivals.throw_away(arrived)
        messages.success(request, _("We threw the file away. Nothing was changed."))
    return visit.to("import")


def import_of(visit: Visit, import_id: UUID) -> Import:
    """Give one import of this child, or raise Http404."""
    found = Import.objects.filter(
        family_id=visit.child.family_id, child_id=visit.child.id, id=import_id
    ).first()
    if found is None:
        raise Http404
    return found
