"""A file arrives, is brought in and taken back as a whole; and the diary is taken along."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from uuid import UUID

from django.contrib import messages
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool.web.diary import whole, writing
from stepstool.web.diary.refusals import RefusedError
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.exchange import arrivals, page, stretches
from stepstool.web.exchange.forms import FileForm, ReadingForm
from stepstool.web.exchange.looking import (
    OpenQuestionError,
    UnreadableError,
    check,
    look_into,
)
from stepstool.web.exchange.models import Import
from stepstool.web.families import audit
from stepstool.web.families.roles import Needs
from stepstool.web.shell.middleware import takes

LINES_A_PIECE = 300  # of the exported file, some 60 kB


@takes(arrivals.MOST)
@csrf_exempt  # checked in _with_body: a body that is too big is never read
@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.MANAGE)
def imports(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show where a file can be dropped, and what was brought in before."""
    if request.method == "POST" and (refusal := arrivals.too_big(request)):
        return _page(request, visit, refusal, status=413)
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
    shown = page.arrival_page(visit) | {"error": error}
    return render(request, "exchange/import.html", shown, status=status)


@require_http_methods(["GET", "HEAD"])
@child_page(Needs.MANAGE)
def preview(request: HttpRequest, visit: Visit, import_id: UUID) -> HttpResponse:
    """Show what is in a file that waits; or how far it is; or what it brought."""
    arrived = import_of(visit, import_id)
    if arrived.done_at:
        shown = page.done_page(visit, arrived)
        return render(request, "exchange/done.html", shown)
    if arrived.begun_at:
        shown = page.progress_page(visit, arrived)
        return render(request, "exchange/progress.html", shown)
    return _preview(request, visit, arrived)


def _preview(request: HttpRequest, visit: Visit, arrived: Import) -> HttpResponse:
    form = ReadingForm(visit, request.GET or None)
    try:
        look = look_into(arrived, visit.child, form.reading())
    except OpenQuestionError as question:
        form.ask(question.name, question.answers)
        shown = page.question_page(visit, arrived, form, question)
        return render(request, "exchange/preview.html", shown)
    except UnreadableError as error:
        arrivals.throw_away(arrived)
        return _page(request, visit, str(error), status=422)
    shown = page.preview_page(visit, arrived, look, form)
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
    arrival = Import.objects.filter(
        family_id=visit.child.family_id, child_id=visit.child.id, id=import_id
    ).first()
    if arrival is None:
        raise Http404
    return arrival


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


@require_POST
@child_page(Needs.MANAGE)
def take_back(request: HttpRequest, visit: Visit, import_id: UUID) -> HttpResponse:
    """Take out of the diary all that one file brought."""
    arrived = import_of(visit, import_id)
    count = writing.take_back(visit.membership, visit.child, str(arrived.id))
    arrived.taken_back_at = timezone.now()
    arrived.save(update_fields=["taken_back_at"])
    sentence = ngettext(
        "%d entry was taken back.", "%d entries were taken back.", count
    )
    messages.success(request, sentence % count)
    return visit.to("import-preview", import_id)


@require_POST
@child_page(Needs.MANAGE)
def bring_back(request: HttpRequest, visit: Visit, import_id: UUID) -> HttpResponse:
    """Bring back what was taken back; what a hand removed stays removed."""
    arrived = import_of(visit, import_id)
    writing.bring_back(visit.membership, visit.child, str(arrived.id))
    arrived.taken_back_at = None
    arrived.save(update_fields=["taken_back_at"])
    messages.success(request, _("It is all back."))
    return visit.to("import-preview", import_id)


@require_safe
@child_page(Needs.MANAGE)
def export(request: HttpRequest, visit: Visit) -> StreamingHttpResponse:
    """Give the whole diary as a file, while it is read: it is the family's."""
    pieces = _pieces(whole.text_of(visit.child))
    return _along(request, visit, "json", pieces)


@require_safe
@child_page(Needs.MANAGE)
def sheets(request: HttpRequest, visit: Visit) -> StreamingHttpResponse:
    """Give the diary as sheets for a spreadsheet, while it is read."""
    return _along(request, visit, "zip", whole.sheets_of(visit.child))


def _along(
    request: HttpRequest, visit: Visit, ending: str, pieces: Iterator[str | bytes]
) -> StreamingHttpResponse:
    """Send a file of the diary, and write down who took it."""
    if request.method == "GET" and not visit.is_made_up:
        by = visit.membership
        with suppress(
            DatabaseError
        ):  # a diary leaves a house that is full all the same
            audit.note(by.family_id, audit.Deed.EXPORTED, by.name, visit.child.nickname)
    answer = StreamingHttpResponse(pieces, content_type=f"application/{ending}")
    name = whole.file_name(visit.child, timezone.now().date(), ending)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _pieces(lines: Iterator[str]) -> Iterator[str]:
    """Put lines together as they travel: some hundred in one go, never all of them."""
    while piece := "".join(islice(lines, LINES_A_PIECE)):
        yield piece
