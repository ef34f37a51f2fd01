"""A decision about the plan, and what a parent tells about it: written, with an Undo."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.plan.forms import DecisionForm
from stepstool.web.plan.journey import Journey, Plan, journey_of
from stepstool.web.plan.presenters.asking import Fault
from stepstool.web.plan.presenters.touched import TOLD_HERE
from stepstool.web.plan.views.plan import plan_page

Told, Topic = method.interview.Told, method.interview.Topic


@require_POST
@child_page(Needs.WRITE, writes=Plan.KIND)
def decide(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    form = DecisionForm(request.POST, journey)
    if not form.is_valid():
        return _faulty(request, journey, form)
    decision = _decision(form)
    if journey.is_shut and journey.asks_more(decision):
        return plan_page(request, journey, fault=Fault("", _softness_first()))
    return _written(journey.visit, decision)


def _softness_first() -> str:
    return _(
        "Softness comes first, so nothing was changed. This can be decided as soon as "
        "it is soft and easy again."
    )


def _faulty(request: HttpRequest, journey: Journey, form: DecisionForm) -> HttpResponse:
    """Say what a person can mend; what no button of ours sends is not there."""
    if not form.is_mendable:
        raise Http404
    words = " ".join(str(each) for errors in form.errors.values() for each in errors)
    fault = Fault(request.POST.get("form", ""), words)
    return plan_page(request, journey, fault=fault)


def _decision(form: DecisionForm) -> Plan:
    try:
        return form.decision()
    except method.NonsenseError:
        raise Http404 from None


@require_POST
@child_page(Needs.WRITE)
def tell(request: HttpRequest, visit: Visit, topic: str) -> HttpResponse:
    """Write down that it has become a fight, or that it is soft and painless."""
    journey = journey_of(visit)
    try:
        asked, told = Topic(topic), Told(request.POST.get("answers", ""))
        entry = method.interview.Interview(
            id=keys.id_in(request.POST),
            at=journey.visit.now,
            written_at=journey.visit.now,
            topic=asked,
            answers=(told,),
        )
    except ValueError:
        raise Http404 from None
    if asked not in TOLD_HERE:
        raise Http404
    return _written(journey.visit, entry)


def _written(visit: Visit, entry: method.Entry) -> HttpResponse:
    visit.write(entry)
    return to_plan(visit, entry)


def to_plan(visit: Visit, entry: method.Entry) -> HttpResponse:
    """Go back to the plan, which shows what was just done, with its Undo."""
    return visit.to("plan", touched=entry.id)
