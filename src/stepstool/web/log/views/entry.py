"""One entry: corrected, with its history; or only shown, to who may not change it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.stop_and_call import stop_and_call
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.log.asking import Asking, Typed, typed_in, typed_of
from stepstool.web.log.composing import UnfitError
from stepstool.web.log.groups import asked_of
from stepstool.web.log.presenters.entry import Story, story_of
from stepstool.web.log.presenters.forms import correction_form, typed_envelope
from stepstool.web.log.writing_down import correct


@child_page()
def entry(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    versions = reading.history(visit.membership, visit.child, entry_id)
    story = story_of(visit, versions)
    if not story.may_correct:
        page = _frame(visit, story)
        return render(request, "log/entry.html", page)
    if request.method == "POST":
        return _corrected(request, visit, versions[0], story)
    typed = {**typed_of(versions[0]), **typed_envelope(visit, versions[0])}
    return _page(request, visit, story, typed, {})


def _corrected(
    request: HttpRequest, visit: Visit, stored: method.Entry, story: Story
) -> HttpResponse:
    typed = typed_in(request.POST)
    before = Asking(kind=stored.KIND, gaps=visit.gaps, typed=typed_of(stored))
    try:
        correct(visit, stored, asked_of(before), typed)
    except UnfitError as unfit:
        return _page(request, visit, story, typed, unfit.errors)
    return visit.to("saved", stored.id)


def _frame(visit: Visit, story: Story) -> dict[str, Any]:
    shown = {"story": story, "stop_and_call": stop_and_call(visit, story.entry)}
    return visit.frame("diary") | shown


def _page(
    request: HttpRequest,
    visit: Visit,
    story: Story,
    typed: Typed,
    errors: dict[str, str],
) -> HttpResponse:
    asking = Asking(kind=story.entry.KIND, gaps=visit.gaps, typed=typed, errors=errors)
    form = correction_form(visit, asking, story.entry)
    page = _frame(visit, story) | form
    status = 422 if errors else 200
    return render(request, "log/form.html", page, status=status)
