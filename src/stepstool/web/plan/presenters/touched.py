"""What was just done, in a line with its Undo."""

from typing import Final

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.undo import Done, done
from stepstool.web.plan.journey import Journey, Plan
from stepstool.web.plan.presenters.said import said

Interview, Topic = method.interview.Interview, method.interview.Topic
# What a parent can tell on the plan page.
TOLD_HERE: Final = frozenset({Topic.FIGHT, Topic.SOFT_AND_PAINLESS})


def is_of_the_plan(entry: method.Entry) -> bool:
    """Whether an entry is written, and taken back, on the plan page."""
    told = isinstance(entry, Interview) and entry.topic in TOLD_HERE
    return told or isinstance(entry, Plan | method.own_ladder.OwnLadder)


def touched_of(journey: Journey, entry: method.Entry) -> Done:
    """Say it."""
    visit = journey.visit
    what = said(journey, entry) if isinstance(entry, Plan) else _told(entry)
    gaps = {"what": what, "when": words.ago(visit.clock, entry.at, visit.now)}
    line = _("Written down: %(what)s, %(when)s.") % gaps
    if entry.removed:
        line = _("Taken back: %(what)s, %(when)s.") % gaps
    again = _("Decide it after all")
    return done(entry, line, again=again, ways=("plan-undo", "plan-restore"))


def _told(entry: method.Entry) -> str:
    if isinstance(entry, method.own_ladder.OwnLadder):
        return _("your own ladder")
    if isinstance(entry, Interview) and entry.topic is Topic.FIGHT:
        return _("it has become a fight")
    return _("how soft it is")
