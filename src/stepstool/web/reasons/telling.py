"""What the family tells: who may, what was found so far, and how an answer is kept."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import get_language

from stepstool import method
from stepstool.web.diary import keys, reading, writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit, visit_of
from stepstool.web.families.roles import May


def visit_with(may: May, request: HttpRequest, family_id: int, child_id: UUID) -> Visit:
    """Let in who may do this with answers of the interview: they are in the reasons too."""
    visit = visit_of(request, family_id, child_id)
    if may not in visit.may(method.interview.Interview.KIND):
        raise PermissionDenied
    return visit


def reasons_of(visit: Visit) -> method.SpokenReasons:
    """Give what may be in the way, from today's advice on."""
    record = reading.record_of(visit.child, visit.now)
    return method.reasons_of(record, get_language() or "", advice=visit.advice)


def answers_in(request: HttpRequest) -> tuple[method.interview.Told, ...]:
    """Give the answers that were sent, each once. Raises ValueError for what is none."""
    return tuple(
        dict.fromkeys(map(method.interview.Told, request.POST.getlist("answer")))
    )


def keep(
    visit: Visit,
    request: HttpRequest,
    topic: method.interview.Topic,
    answers: tuple[method.interview.Told, ...],
) -> method.interview.Interview:
    """Write an answer down. Raises ValueError where it does not fit the question."""
    entry = method.interview.Interview(
        id=keys.id_in(request.POST),
        at=visit.now,
        written_at=visit.now,
        topic=topic,
        answers=answers,
    )
    with denied_if_refused():
        writing.write(visit.membership, visit.child, [entry])
    return entry
