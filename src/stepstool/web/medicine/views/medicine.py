"""What is ordered, given or missed in one tap, and the last two weeks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary import keys, words
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.medicine.cupboard import Cupboard, Given, Ordered
from stepstool.web.medicine.presenters import present


@require_safe
@child_page()
def medicine(request: HttpRequest, visit: Visit) -> HttpResponse:
    cupboard = Cupboard(visit)
    touched = request.GET.get("touched", "")
    page = {
        "page": present(cupboard),
        "done": _done(cupboard.visit, touched) if touched else None,
        "may_give": cupboard.may_give,
        "theme": cupboard.visit.theme,
        "id": keys.new_id(),
    }
    frame = cupboard.visit.frame("medicine") | page
    return render(request, "medicine/medicine.html", frame)


def _done(visit: Visit, entry_id: str) -> Done:
    entry: method.Entry = visit.entry(entry_id)
    if not isinstance(entry, Given | Ordered) or entry.removed:
        raise Http404
    said = words.summary(entry, visit.gaps) or words.title(entry, visit.gaps)
    return done(entry, f"{_('Written down:')} {said}")
