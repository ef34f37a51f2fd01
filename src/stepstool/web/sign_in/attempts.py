"""Wrong passwords: counted so that guessing ends, and no stranger keeps a parent out.

Counted by name alone, five wrong tries of anybody would shut a mother's account, for as long as
they like. So a device that was once signed in keeps a cookie that says so (a device cookie, as
OWASP describes it) and is counted by itself; all others are counted by name and address, and
all of them together by name. Who is refused on a new device comes in by recovery code or passkey,
which nobody guesses and no count by name shuts.
"""

import logging
import secrets
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from allauth.core.internal.ratelimit import RateLimitUsage, consume
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from stepstool.web.families.models import User
from stepstool.web.sign_in.devices import address_of

COOKIE: Final = "stepstool-device"
COOKIE_LASTS: Final = 365 * 24 * 60 * 60  # seconds, as a session
# A tablet that a family shares.
ACCOUNTS_AT_MOST: Final = 8
_SALT: Final = "stepstool.known-device"
_log = logging.getLogger("stepstool.sign_in")


class KnownDevice(NamedTuple):
    """A browser that was signed in before. accounts: the ids of whose it was."""

    id: str
    accounts: list[int]


def counted(request: HttpRequest, name: str) -> RateLimitUsage | None:
    """Count a try before the password is looked at; None if there were too many.

    Who then turns out right takes the count back (`RateLimitUsage.rollback`).
    """
    device = _known(request)
    if device and User.objects.filter(username=name, pk__in=device.accounts).exists():
        return _counted(request, "login_failed_known", device.id)
    here = _counted(request, "login_failed", f"{name} {address_of(request)}")
    anywhere = _counted(request, "login_failed_anywhere", name) if here else None
    if not here or not anywhere:
        return None
    return RateLimitUsage(usage=[*here.usage, *anywhere.usage])


def log_failure(request: HttpRequest) -> None:
    """Write the one line that fail2ban reads: no name, and nothing else that was typed."""
    _log.warning("failed sign-in from %s", address_of(request) or "nowhere")


def known_from_now_on(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let every device that is signed in remember whose it is, past signing out."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.session.accessed and request.user.is_authenticated:
            _remember(request, response, request.user.pk)
        return response

    return answer


def _counted(request: HttpRequest, action: str, key: str) -> RateLimitUsage | None:
    usage: RateLimitUsage | None = consume(
        request,
        app="stepstool",
        action=action,
        config=settings.ACCOUNT_RATE_LIMITS,
        key=key,
    )
    return usage


def _known(request: HttpRequest) -> KnownDevice | None:
    """Read the cookie; one that is forged, old or not ours is none."""
    try:
        kept: dict[str, Any] = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=COOKIE_LASTS
        )
    except signing.BadSignature:
        return None
    return KnownDevice(kept["id"], kept["accounts"])


def _remember(request: HttpRequest, response: HttpResponse, account: int) -> None:
    device = _known(request) or KnownDevice(secrets.token_urlsafe(16), [])
    if account in device.accounts:
        return
    accounts = [account, *device.accounts][:ACCOUNTS_AT_MOST]
    kept = signing.dumps({"id": device.id, "accounts": accounts}, salt=_SALT)
    response.set_cookie(
        COOKIE, kept, max_age=COOKIE_LASTS, httponly=True, samesite="Lax"
    )
