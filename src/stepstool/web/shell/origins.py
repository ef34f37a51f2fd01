"""From where a form comes: what its browser says, and what a proxy left of the name of this house.

A form is only taken from a page of this house. A browser says from which (Origin, Referer), and the
proxy in front passes on by which name the house was called (Host). A proxy that drops the port, or
names the house by its own address, would make every form one of a stranger. So a form counts as ours
too where it comes by https from a name that the host set, on any port: whoever answers there by another
port already shares the cookies of this house, and the token of the form is asked for all the same.
"""

from collections.abc import Callable
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

# Names that are no name of one house: all of a domain, or any at all.
_PATTERNS: Final = (".", "*")
_LONGEST: Final = 100


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
    return words % {
        "origin": shown(f"{parts.scheme}://{parts.netloc}"),
        "host": called(request),
    }


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
    return words % {"host": called(request)}


def called(request: HttpRequest) -> str:
    """Give the name by which the house was called, as far as it can be shown."""
    return shown(request.META.get("HTTP_HOST", "")) or "?"


def shown(text: str) -> str:
    """Give what a stranger sent as one short line of plain signs."""
    return "".join(sign for sign in text if " " < sign < "\x7f")[:_LONGEST]
