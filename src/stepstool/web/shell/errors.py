"""When something does not work: one plain sentence, and the way back."""

import logging
import re
import sys
from typing import Final

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool.web.shell import health, origins
from stepstool.web.shell.faults import Fault, fault_of

OUT_OF_REACH: Final = gettext_lazy(
    "The diary is out of reach for a moment. If you were writing something down, it is"
    " not there yet: please go back and try again in a minute."
)
_FILE_FAILED: Final = gettext_lazy(
    "The diary’s file could not be read or written. If you were writing something"
    " down, this one was not saved. Please tell whoever runs this house."
)
_NOT_WRITABLE: Final = gettext_lazy(
    "The diary can only be read just now. If you were writing something down, this"
    " one was not saved; what you wrote before is kept. Please tell whoever runs this"
    " house."
)
# What a family reads of a fault that waiting does not mend.
HOST_MENDS: Final = {
    Fault.DISK_FULL: gettext_lazy(
        "The disk of this house is full. If you were writing something down, this one was"
        " not saved; what you wrote before is kept. Please tell whoever runs this house."
    ),
    Fault.READ_ONLY: _NOT_WRITABLE,
    Fault.MAY_NOT: _NOT_WRITABLE,
    Fault.NOT_OURS: _FILE_FAILED,
    Fault.DISK_FAILS: _FILE_FAILED,
    Fault.DAMAGED: _FILE_FAILED,
    Fault.NO_DATABASE: _FILE_FAILED,
}
# Of these the next try may go well: the database is busy, or away for a while.
PASSES: Final = frozenset(
    [Fault.BUSY, Fault.AWAY, Fault.TOO_MANY_GUESTS, Fault.TOO_MANY_FILES]
)
_log = logging.getLogger("stepstool.names")
# Fields that no page ever shows again.
_SECRET: Final = re.compile("password|code|secret|token|login", re.IGNORECASE)
TOKEN: Final = "csrfmiddlewaretoken"  # noqa: S105 - the name of its field


def _page(request: HttpRequest | None, title: str, sentence: str) -> str:
    page = {"title": title, "sentence": sentence}
    return render_to_string("shell/error.html", page, request=request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, DisallowedHost):
        title = _("This house does not know its name")
        return _badly_called(title, origins.why_unknown(request), status=400)
    title = _("That did not work")
    sentence = _("Your browser sent something we could not read. Please try again.")
    return HttpResponse(_page(request, title, sentence), status=400)


def _badly_called(title: str, cure: str, status: int) -> HttpResponse:
    """Say that it is for the host to mend, on the page and in the log; without the request.

    What asks the request for its name would fail again.
    """
    _log.warning(cure)
    words = _(
        "Nothing was saved, and it is not your fault. Please show this to whoever runs"
        " this house: %(cure)s"
    )
    return HttpResponse(_page(None, title, words % {"cure": cure}), status=status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Tell apart a page that was open for long from what a host has to mend."""
    if reason.startswith(("Origin checking", "Referer checking")):
        title = _("This form did not find home")
        return _badly_called(title, origins.why_a_stranger(request), status=403)
    if settings.CSRF_COOKIE_SECURE and not request.is_secure():
        title = _("Please open it by https")
        return _badly_called(title, origins.why_not_secure(), status=403)
    title = _("Please try once more")
    sentence = _("This page had been open for a while. Go back, reload it, try again.")
    if not request.COOKIES:
        sentence = f"{sentence} " + _(
            "Please let your browser keep cookies of this house."
        )
    answer = HttpResponse(_page(request, title, sentence), status=403)
    answer.headers["X-Stale"] = "yes"  # for shell/once.js, which takes a new token
    return answer


def not_by_link(request: HttpRequest, allowed: str) -> HttpResponse:
    """Answer who opens the address of a button as if it were a page."""
    title = _("Only a button leads here")
    sentence = _("Nothing was changed, and nothing is lost.")
    page = _page(request, title, sentence)
    return HttpResponse(page, status=405, headers={"Allow": allowed})


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    title = _("Not with this account")
    sentence = _("A parent of the family can do this, or can let you.")
    return HttpResponse(_page(request, title, sentence), status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    title = _("Nothing here")
    sentence = _("There is no such page, or it is not yours to see.")
    return HttpResponse(_page(request, title, sentence), status=404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that it was tried often; not so where no try can be counted, so that none is let in."""
    if (status := health.examination.status()) != health.WELL:
        return _not_saved(request, HOST_MENDS.get(Fault(status), OUT_OF_REACH))
    title = _("A little pause")
    sentence = _("That was tried many times. Please wait a few minutes.")
    return HttpResponse(_page(request, title, sentence), status=429)


def too_big(request: HttpRequest) -> HttpResponse:
    title = _("That is too much at once")
    sentence = _("Please write less of it. Nothing was changed, and nothing is lost.")
    return HttpResponse(_page(request, title, sentence), status=413)


def server_error(request: HttpRequest) -> HttpResponse:
    """Tell that we failed, without asking the database or the session for anything."""
    problem = sys.exc_info()[1]
    sentence = None if problem is None else _why_not(problem)
    if sentence is not None:
        return _not_saved(request, sentence)
    title = _("That was our fault")
    sentence = _("Something broke on our side. What you wrote before is kept.")
    return HttpResponse(_page(None, title, sentence), status=500)


def _why_not(problem: BaseException) -> str | Promise | None:
    """Say what keeps the diary from being read or written; None where it is our own fault.

    Promises that a minute helps only where it does: the database is busy or away.
    """
    fault = fault_of(problem)
    if fault in HOST_MENDS:
        return HOST_MENDS[fault]
    away = isinstance(problem, OperationalError | InterfaceError)
    return OUT_OF_REACH if fault in PASSES or away else None


def _not_saved(request: HttpRequest, sentence: str | Promise) -> HttpResponse:
    """Give back what was typed, in a form that sends it once more."""
    title = (
        _("Busy just now") if sentence is OUT_OF_REACH else _("The diary needs a hand")
    )
    page = {"title": title, "sentence": sentence, "again": _typed(request)}
    if request.method == "POST":
        page |= {"address": request.get_full_path(), "csrf_token": get_token(request)}
    return HttpResponse(render_to_string("shell/not_saved.html", page), status=503)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Give the fields of a form; none of one with a file or a password, which start anew."""
    names = [name for name in request.POST if name != TOKEN]
    if request.FILES or any(map(_SECRET.search, names)):
        return []
    return [(name, value) for name in names for value in request.POST.getlist(name)]
