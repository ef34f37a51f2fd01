"""When something does not work: one plain sentence, and the way back."""

import sys
from typing import Final

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

OUT_OF_REACH: Final = gettext_lazy(
    "The diary is out of reach for a moment. If you were writing something down, it is"
    " not there yet: please go back and try again in a minute."
)
_FILE_FAILED: Final = gettext_lazy(
    "The diary’s file could not be read or written. If you were writing something"
    " down, this one was not saved. Please tell whoever runs this house."
)
# What waiting does not mend, by the name of SQLite's error.
HOST_MENDS: Final = {
    "SQLITE_FULL": gettext_lazy(
        "The disk of this house is full. If you were writing something down, this one was"
        " not saved; what you wrote before is kept. Please tell whoever runs this house."
    ),
    "SQLITE_READONLY": gettext_lazy(
        "The diary can only be read just now. If you were writing something down, this"
        " one was not saved; what you wrote before is kept. Please tell whoever runs this"
        " house."
    ),
    "SQLITE_IOERR": _FILE_FAILED,
    "SQLITE_CANTOPEN": _FILE_FAILED,
}


def _page(request: HttpRequest | None, title: str, sentence: str) -> str:
    page = {"title": title, "sentence": sentence}
    return render_to_string("shell/error.html", page, request=request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    title = _("That did not work")
    sentence = _("Your browser sent something we could not read. Please try again.")
    return HttpResponse(_page(request, title, sentence), status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    title = _("Please try once more")
    sentence = _("This page had been open for a while. Go back, reload it, try again.")
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
    if isinstance(problem, OperationalError):
        return _database_error(problem)
    title = _("That was our fault")
    sentence = _("Something broke on our side. What you wrote before is kept.")
    return HttpResponse(_page(None, title, sentence), status=500)


def _database_error(problem: OperationalError) -> HttpResponse:
    """Promise that a minute helps only where it does: the database is busy or away."""
    sentence = HOST_MENDS.get(_sqlite_name(problem))
    title = _("The diary needs a hand") if sentence else _("Busy just now")
    return HttpResponse(_page(None, title, str(sentence or OUT_OF_REACH)), status=503)


def _sqlite_name(problem: OperationalError) -> str:
    """Name SQLite's error, of SQLITE_IOERR_WRITE the first two words; else nothing."""
    name = getattr(problem.__cause__, "sqlite_errorname", "")
    return "_".join(name.split("_")[:2])
