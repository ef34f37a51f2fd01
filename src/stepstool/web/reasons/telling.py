"""What the family tells: who may, what was found so far, and how an answer is kept."""

from django.http import HttpRequest
from django.utils.translation import get_language

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit


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
    visit.write(entry)
    return entry
