"""Undo: what was done a moment ago stands in one line, and one tap takes it back.

    undo = marking(writing.undo, lambda visit, entry: visit.to("saved", entry.id))

A page that says so hands a `Done` to `diary/parts/done.html`. Nothing is lost by any of
these taps, and each has its way back.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.access import View
from stepstool.web.families.models import Child, Membership
from stepstool.web.families.roles import Needs

Mark = Callable[[Membership, Child, Iterable[str]], writing.Written]


@dataclass(frozen=True, kw_only=True)
class Done:
    """What was done a moment ago, in a line with one button."""

    line: str
    entry_id: str
    # The name of the address that takes it back, or brings it back.
    way: str
    button: str


def done(
    entry: method.Entry,
    line: str,
    *,
    again: str = "",
    ways: tuple[str, str] = ("undo", "restore"),
) -> Done:
    """Offer to take an entry back; one that was taken back, to write it after all.

    again: the words on the button of what was taken back; ways: the names of the two
    addresses.
    """
    undo, restore = ways
    if entry.removed:
        button = again or _("Write it after all")
        return Done(line=line, entry_id=entry.id, way=restore, button=button)
    return Done(line=line, entry_id=entry.id, way=undo, button=_("Undo"))


def marking(
    mark: Mark,
    lead_on: Callable[[Visit, method.Entry], HttpResponse],
    takes: Callable[[method.Entry], bool] = lambda _entry: True,
) -> View:
    """Make the view of a mark (undo, remove or restore of `writing`).

    lead_on: where it leads with the entry as it is then; takes: what may be marked here;
    anything else is not there (404).
    """

    @require_POST
    @child_page(Needs.WRITE)
    def marked(_request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
        if not takes(visit.entry(entry_id)):
            raise Http404
        with denied_if_refused():
            mark(visit.membership, visit.child, [entry_id])
        return lead_on(visit, visit.entry(entry_id))

    return marked
