"""Undo, remove, bring back: one tap each, and nothing is lost by any of them."""

from django.http import HttpResponse
from django.shortcuts import redirect

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.undo import marking
from stepstool.web.diary.visit import Visit


def _to_saved(visit: Visit, entry: method.Entry) -> HttpResponse:
    return visit.to("saved", entry.id)


def _to_its_day(visit: Visit, entry: method.Entry) -> HttpResponse:
    day = visit.clock.day(entry.at).isoformat()
    return redirect(visit.address("day", day, touched=entry.id) + "#touched")


undo = marking(writing.undo, _to_saved)
remove = marking(writing.remove, _to_its_day)
restore = marking(writing.restore, _to_its_day)
