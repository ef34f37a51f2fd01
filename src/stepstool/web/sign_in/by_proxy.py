"""Signing in by a header that a proxy of the host sets, such as one with single sign-on.

Off unless STEPSTOOL_USER_HEADER names the header. It is believed from the addresses of
STEPSTOOL_USER_PROXIES alone, by the machine that speaks to us and not by what it passes on;
from anybody else it is an attempt to get in, and logged as one.
"""

from collections.abc import Callable
from ipaddress import ip_address
from typing import Final

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from stepstool.web.families import accounts
from stepstool.web.families.models import User
from stepstool.web.families.names import sign_in_name
from stepstool.web.sign_in import attempts, newcomers

# Marks a session that ends when the proxy names nobody any more.
BY_PROXY: Final = "signed_in_by_proxy"


def named_by_proxy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let whom a trusted proxy names be who is here."""

    def answer(request: HttpRequest) -> HttpResponse:
        header = settings.STEPSTOOL_USER_HEADER
        if header:
            _follow(request, _as_text(request.headers.get(header, "")))
        return get_response(request)

    return answer


def _follow(request: HttpRequest, name: str) -> None:
    if not _is_trusted(request.META.get("REMOTE_ADDR", "")):
        if name:
            attempts.log_failure(request)
    elif name:
        _be(request, name)
    elif request.session.get(BY_PROXY):
        logout(request)


def _be(request: HttpRequest, name: str) -> None:
    """Be signed in as the one of this name, and as nobody else."""
    here = request.user
    if here.is_authenticated and here.username == sign_in_name(name):
        return
    user = User.objects.filter(username=sign_in_name(name)).first()
    user = user or newcomers.welcomed(name)
    if here.is_authenticated:
        logout(request)
    if user and user.is_active:
        accounts.sign_in(request, user)
        request.session[BY_PROXY] = True


def _is_trusted(address: str) -> bool:
    try:
        peer = ip_address(address)
    except ValueError:
        return False
    return any(peer in network for network in settings.STEPSTOOL_USER_PROXIES)


def _as_text(value: str) -> str:
    """Read a header as the UTF-8 that proxies send; WSGI hands it over as Latin-1."""
    try:
        return value.encode("latin-1").decode().strip()
    except UnicodeError:
        return ""
