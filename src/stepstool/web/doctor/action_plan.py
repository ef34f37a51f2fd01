"""The doctor's own plan at home: shown word for word, written down zone by zone, ended."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.asking.controls import Control, KindForm, controls_of
from stepstool.web.asking.typed import Typed, UnfitError, entry_now, typed_in, typed_of
from stepstool.web.diary import keys, reading, words
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import May, Needs

ActionPlan, PlanZone = method.action_plan.ActionPlan, method.action_plan.PlanZone
KIND: Final = ActionPlan.KIND
WHOSE: Final = {
    "ordered_by": gettext_lazy(
        "Whose plan is it? Without a name we write nothing down."
    )
}


@dataclass(frozen=True, kw_only=True)
class ZoneCard:
    """A zone as it was written down."""

    zone: str
    title: str
    text: str
    # When it holds, sign by sign.
    signs: list[str]
    # Whether all of its signs are needed, or any.
    all_of: bool
    # Whether it holds now.
    is_now: bool


@dataclass(frozen=True)
class DoctorsPlanPage:
    """A visit to the doctor's plan."""

    visit: Visit

    @cached_property
    def plan(self) -> method.action_plan.ActionPlan | None:
        """The newest plan, if it is not over."""
        plans = reading.lasting(self.visit.child, ActionPlan)
        return method.action_plan.in_force(plans, self.visit.today)

    @property
    def may_write(self) -> bool:
        """Whether this visitor writes it down."""
        return self.visit.may_write and May.WRITE in self.visit.may(KIND)

    @property
    def may_end(self) -> bool:
        """Whether it goes on, and this visitor may write down that it ends today."""
        goes_on = self.plan is not None and self.plan.until_day != self.visit.today
        return goes_on and self.may_write

    @property
    def by(self) -> str:
        """Whose plan it is."""
        by = self.plan.ordered_by if self.plan else method.UNKNOWN
        return "" if by is method.UNKNOWN else by

    @property
    def since(self) -> str:
        """Since which day it stands here."""
        return _day(self.visit.clock.day(self.plan.at)) if self.plan else ""

    @property
    def until(self) -> str:
        """Its last day, if it has one."""
        last = self.plan.until_day if self.plan else method.UNKNOWN
        return "" if last is method.UNKNOWN else _day(last)

    @property
    def zones(self) -> list[ZoneCard]:
        """Those that have words, in their order."""
        return [card for zone in PlanZone if (card := self._card(zone))]

    def _card(self, zone: method.action_plan.PlanZone) -> ZoneCard | None:
        text = self.plan.says(zone) if self.plan else method.UNKNOWN
        if self.plan is None or text is method.UNKNOWN:
            return None
        now, signs = self.visit.advice.zone, self.plan.when(zone)
        return ZoneCard(
            zone=zone,
            title=zone_title(self.visit, zone),
            text=text,
            signs=[words.answer_word(sign, self.visit.gaps) for sign in signs],
            all_of=zone is PlanZone.WELL,
            is_now=now is not None and now.of.zone is zone,
        )

    @property
    def figures(self) -> tuple[method.SpokenFigure, ...]:
        """What such plans did in a trial, said both ways."""
        age = self.visit.advice.child.youngest_months(self.visit.today)
        topic = method.FigureTopic.ACTION_PLAN
        return method.figures_for(topic, age, self.visit.speaker)


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def zone_title(visit: Visit, zone: method.action_plan.PlanZone) -> str:
    """Give the name of a zone."""
    return visit.speaker.say(f"action_plan.zone.{zone}")


@require_safe
@child_page(reads=KIND)
def plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    touched = request.GET.get("touched", "")
    page = {
        "page": DoctorsPlanPage(visit),
        "done": _done(visit, touched) if touched else None,
    }
    return render(request, "doctor/action_plan.html", visit.frame("medicine") | page)


def _done(visit: Visit, entry_id: str) -> Done:
    entry: method.Entry = visit.entry(entry_id)
    if not isinstance(entry, ActionPlan):
        raise Http404
    return done(entry, _("The doctor’s plan is written down."))


@dataclass(frozen=True, kw_only=True)
class ZoneFields:
    """What is asked about one zone."""

    zone: str
    title: str
    controls: list[Control]


def fields_of(asking: KindForm, visit: Visit) -> list[ZoneFields]:
    """Give the questions zone by zone."""
    return [
        ZoneFields(
            zone=zone,
            title=zone_title(visit, zone),
            controls=controls_of(asking, (f"{zone}_when", zone)),
        )
        for zone in PlanZone
    ]


def missing_in(typed: Typed) -> Mapping[str, str | Promise]:
    """Say what may not stay open: of a zone neither its words nor when it holds, nor all."""
    missing: dict[str, str | Promise] = dict(WHOSE)
    for zone in PlanZone:
        if zone in typed:
            missing[f"{zone}_when"] = _("When does this hold? Tap at least one.")
        if f"{zone}_when" in typed:
            missing[zone] = _("What does the doctor say to do then? In the same words.")
    if len(missing) == len(WHOSE):
        missing[PlanZone.WELL] = _("Write down at least one of the three.")
    return missing


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, writes=KIND)
def write(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the form with the plan that holds; write the new one in its place."""
    typed, errors = typed_in(request.POST), dict[str, str]()
    if request.method == "POST":
        envelope = visit.envelope(request.POST)
        try:
            entry = entry_now(ActionPlan, envelope, typed, missing_in(typed))
        except UnfitError as unfit:
            errors = unfit.errors
        else:
            visit.write(entry)
            return visit.to("action-plan", touched=entry.id)
    elif kept := DoctorsPlanPage(visit).plan:
        typed = typed_of(kept)
    asking = KindForm(
        kind=KIND, gaps=visit.gaps, typed=typed, errors=errors, needed=WHOSE
    )
    page = {
        "zones": fields_of(asking, visit),
        "controls": controls_of(asking, ("ordered_by", "until_day")),
        "id": keys.new_id(),
        "errors": errors,
    }
    frame = visit.frame("medicine") | page
    status = 422 if errors else 200
    return render(request, "doctor/action_plan_form.html", frame, status=status)


@require_POST
@child_page(Needs.WRITE, writes=KIND)
def end(_request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    """Write today as its last day."""
    page = DoctorsPlanPage(visit)
    if page.plan is None or page.plan.id != entry_id or not page.may_end:
        raise Http404
    visit.change(replace(page.plan, until_day=visit.today))
    return visit.to("action-plan")
