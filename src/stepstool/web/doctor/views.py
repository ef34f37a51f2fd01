"""The page for the doctor: seen as it goes out, taken along as a file, asked along."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import (
    require_http_methods,
    require_safe,
)

from stepstool import method
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.doctor.kept import kept_form
from stepstool.web.doctor.page import Outgoing
from stepstool.web.families.roles import May, Needs, may_enter

# Who may not read what clinicians said, may not read the page that tells it.
READS = method.health.ClinicianWord.KIND
Questions = method.visit.VisitQuestions


@require_safe
@child_page(reads=READS)
def doctor(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {
        "outgoing": Outgoing(visit, request.GET),
        "may_ask": May.WRITE in visit.may(Questions.KIND),
        "may_hand_over": may_enter(visit.membership.role, Needs.MANAGE),
    }
    return render(request, "doctor/doctor.html", visit.frame("doctor") | page)


@require_safe
@child_page(reads=READS)
def pdf(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the same page as a PDF."""
    out = Outgoing(visit, request.GET)
    language = get_language() or ""
    return _file(out.pdf(language), "application/pdf", f"doctor-{out.until}.pdf")


@require_safe
@child_page(reads=READS)
def bundle(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the copy for programs alone."""
    out = Outgoing(visit, request.GET)
    if not out.bundle:
        raise Http404
    return _file(out.bundle, "application/fhir+json", f"doctor-{out.until}.fhir.json")


def _file(content: bytes | str, kind: str, name: str) -> HttpResponse:
    """Give a file to keep; nobody between keeps it too."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kind, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, writes=Questions.KIND)
def questions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask for the family's own three questions."""
    return kept_form(request, visit, Questions, "doctor")
