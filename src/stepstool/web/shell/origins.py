"""From where a form comes: what its browser says, and what a proxy left of the name of this house.

A form is only taken from a page of this house. A browser says from which (Origin, Referer), and the
proxy in front passes on by which name the house was called (Host). A proxy that drops the port, or
names the house by its own address, would make every form one of a stranger. So a form counts as ours
too where it comes by https from a name that the host set, on any port: whoever answers there by another
port already shares the cookies of this house, and the token of the form is asked for all the same.

Where none of this fits, page and log name what was sent. That is text from outside, so no more of it is
written than a name needs: its own signs, and not many.
"""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

# Names that are no name of one house: all of a domain, or any at all.
_PATTERNS: Final = (".", "*")
# All that is in a name with its port, or in an address in its place.
_NO_SIGN_OF_A_NAME: Final = re.compile(r"[^A-Za-z0-9._:\[\]-]")
_LONGEST: Final = 100
_SCHEMES: Final = ("http", "https")


def known_by_name(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let a form of this house be one, whatever its proxy left of the name."""

    def answer(request: HttpRequest) -> HttpResponse:
        for header in ("HTTP_ORIGIN", "HTTP_REFERER"):
            _put_right(request, header)
        return get_response(request)

    return answer


def _put_right(request: HttpRequest, header: str) -> None:
    """Write the name as it was passed on in place of the one that the browser knows."""
    parts = _parts(request.META.get(header, ""))
    if not _is_ours(parts):
        return
    try:
        passed_on = {"scheme": request.scheme or "", "netloc": request.get_host()}
    except DisallowedHost:
        return
    request.META[header] = parts._replace(**passed_on).geturl()


def _is_ours(parts: SplitResult) -> bool:
    """Whether it is a name of this house that the host set, called by https behind a proxy."""
    names = {name for name in settings.ALLOWED_HOSTS if not name.startswith(_PATTERNS)}
    return settings.HTTPS and parts.scheme == "https" and parts.hostname in names


def _parts(address: str) -> SplitResult:
    """Split an address; one that is none has no parts."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError:
        return urlsplit("")
    return parts


def why_a_stranger(request: HttpRequest) -> str:
    """Say to whoever runs the house why a form was taken for one of another site."""
    origin = request.META.get("HTTP_ORIGIN") or request.META.get("HTTP_REFERER") or ""
    if origin in {"", "null"}:
        return _(
            "The browser does not say from which page the form comes. Let it send its"
            " origin (Referer) to this house; an add-on or a setting keeps it back."
        )
    parts = _parts(origin)
    if parts.scheme == "https" and not settings.HTTPS:
        return _(
            "The browser called it by https, and the house does not know. Set"
            " STEPSTOOL_HTTPS=1, and have the proxy pass on X-Forwarded-Proto."
        )
    words = _(
        "The browser comes from %(origin)s, and the house was called %(host)s. Have the"
        " proxy pass on Host as it came (nginx: proxy_set_header Host $http_host;), and"
        " name the house in STEPSTOOL_ALLOWED_HOSTS."
    )
    return words % {"origin": _came_from(parts), "host": _called(request)}


def why_not_secure() -> str:
    """Say to whoever runs the house why a browser keeps nothing of it."""
    return _(
        "The house is set to https (STEPSTOOL_HTTPS=1) and was called by http, where a"
        " browser keeps no sign-in. Open its https address; if that is the one, have the"
        " proxy set X-Forwarded-Proto to https."
    )


def why_unknown(request: HttpRequest) -> str:
    """Say to whoever runs the house why it does not answer to a name."""
    words = _(
        "The house was called %(host)s, and does not answer to that name. Add it to"
        " STEPSTOOL_ALLOWED_HOSTS, or have the proxy pass on Host as it came."
    )
    return words % {"host": _called(request)}


def _came_from(parts: SplitResult) -> str:
    """Give the site that a form comes from: no path, no question, and nobody's password."""
    name = _signs_of_a_name(parts.netloc.rpartition("@")[2])
    return f"{parts.scheme}://{name}" if parts.scheme in _SCHEMES else name


def _called(request: HttpRequest) -> str:
    """Give the name by which the house was called."""
    return _signs_of_a_name(request.META.get("HTTP_HOST", ""))


def _signs_of_a_name(text: str) -> str:
    """Give of what a stranger sent only what a name is written with; "?" if that is nothing."""
    return _NO_SIGN_OF_A_NAME.sub("", text)[:_LONGEST] or "?"
