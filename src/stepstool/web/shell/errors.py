"""When something does not work: one plain sentence, and the way back."""

import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


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


def server_error(request: HttpRequest) -> HttpResponse:
    """Tell that we failed, without asking the database or the session for anything."""
    if isinstance(sys.exc_info()[1], OperationalError):
        return _out_of_reach()
    title = _("That was our fault")
    sentence = _("Something broke on our side. What you wrote before is kept.")
    return HttpResponse(_page(None, title, sentence), status=500)


def _out_of_reach() -> HttpResponse:
    """Say that the database did not answer, or that too many were writing."""
    title = _("Busy just now")
    sentence = _(
        "The diary is out of reach for a moment. If you were writing something down, it is"
        " not there yet: please go back and try again in a minute."
    )
    return HttpResponse(_page(None, title, sentence), status=503)
