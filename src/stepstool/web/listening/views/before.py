"""Before: is now a good time, what is said once, what never; and the beginning."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys, reading, writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import Needs
from stepstool.web.listening.forms import BeginForm, GrownUp
from stepstool.web.listening.presenters import present
from stepstool.web.listening.session import Listening, running, session_of, visit_to


@require_safe
def before(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_to(request, family_id, child_id)
    touched = request.GET.get("touched", "")
    return _page(request, visit, kept=_kept(visit, touched) if touched else None)


def _kept(visit: Visit, entry_id: str) -> dict[str, str]:
    """Say what was kept, and one kind sentence for how it ended."""
    session = session_of(visit, entry_id)
    ended = session.stopped_by
    known = ended is not method.UNKNOWN
    says = visit.speaker.say(f"listening.stopped.{ended}") if known else ""
    return {"id": session.id, "says": says}


def _page(
    request: HttpRequest,
    visit: Visit,
    *,
    kept: dict[str, str] | None = None,
    not_now: str = "",
    status: int = 200,
) -> HttpResponse:
    page = {
        "page": present(visit),
        "running": running(visit),
        "kept": kept,
        "not_now": not_now,
        "id": keys.new_id(),
    }
    frame = visit.frame("listening") | page
    return render(request, "listening/before.html", frame, status=status)


@require_POST
def begin(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_to(request, family_id, child_id, Needs.WRITE)
    going_on = running(visit)
    if going_on:
        return redirect("listening-now", family_id, child_id, going_on.id)
    form = BeginForm(request.POST)
    if not form.is_valid():
        return _page(request, visit, not_now="unanswered", status=422)
    told = form.cleaned_data
    if not visit.advice.listening.begins(told["grown_up"], told["talks"]):
        return _page(request, visit, not_now=_why_not(visit, told))
    return redirect("listening-now", family_id, child_id, _begun(request, visit).id)


def _why_not(visit: Visit, told: dict[str, str]) -> str:
    """Say kindly why not now; the gate's own reasons stand on the page already."""
    if told["grown_up"] != GrownUp.RESTED:
        return visit.speaker.say(f"listening.not_rested.{told['grown_up']}")
    if told["talks"] != method.YesNo.YES:
        return visit.speaker.say("listening.not_rested.cannot_say")
    return ""


def _begun(request: HttpRequest, visit: Visit) -> method.Entry:
    entry = Listening(
        id=keys.id_in(request.POST),
        at=visit.now,
        written_at=visit.now,
        grown_up=GrownUp.RESTED,
        child_talks=method.YesNo.YES,
    )
    with denied_if_refused():
        writing.write(visit.membership, visit.child, [entry])
    return reading.entry(visit.membership, visit.child, entry.id)
