"""The link of a new invitation: shown once, in an address that another phone can open."""

from ipaddress import ip_address
from typing import Final, TypedDict
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from stepstool.web.families.invitations import NewInvitation

IN_SESSION: Final = "new_invitation"
# The quiet zone that the standard (ISO/IEC 18004) asks for, in modules.
QUIET_ZONE: Final = 4
# Names that mean something at home only: mDNS (RFC 6762), home networks (RFC 8375), this
# machine (RFC 6761), private use (ICANN, 2024), and what routers call their own.
AT_HOME: Final = (".local", ".home.arpa", ".localhost", ".internal", ".lan", ".home")


class Link(TypedDict):
    """An address, for whom it is, and whether other devices can open it."""

    address: str
    name: str
    reaches_others: bool


class ShownLink(Link):
    """A link with its QR code, which is empty where no other device could open it."""

    qr: SafeString


def keep_to_show(request: HttpRequest, new: NewInvitation) -> None:
    """Keep the link of a new invitation for the next page."""
    name, elsewhere = split_domain_port(request.get_host())[0], host_elsewhere(request)
    page = request.build_absolute_uri(reverse("invitation", args=[new.token]))
    address = urlsplit(page)._replace(netloc=elsewhere).geturl() if elsewhere else page
    reaches_others = bool(elsewhere) or name not in settings.HOST_ELSEWHERE
    request.session[IN_SESSION] = Link(
        address=address, name=new.invitation.name, reaches_others=reaches_others
    )


def host_elsewhere(request: HttpRequest) -> str:
    """Give the host as other devices call it, where the visitor's word is no use to them."""
    name, port = split_domain_port(request.get_host())
    other: str = settings.HOST_ELSEWHERE.get(name, "")
    return f"{other}:{port}" if other and port else other


def reaches_the_world(request: HttpRequest) -> bool:
    """Whether somebody who is not at home can open this house, over https.

    By its name alone: of one that only a private network knows this cannot be said.
    """
    name = split_domain_port(request.get_host())[0]
    return request.is_secure() and _is_public(name)


def _is_public(name: str) -> bool:
    try:
        return ip_address(name.strip("[]")).is_global
    except ValueError:
        return "." in name and not name.endswith(AT_HOME)


def shown_once(request: HttpRequest) -> ShownLink | None:
    """Give the link that the page before made, and forget it."""
    link: Link | None = request.session.pop(IN_SESSION, None)
    if link is None:
        return None
    return ShownLink(
        **link, qr=qr_of(link["address"] if link["reaches_others"] else "")
    )


def qr_of(address: str, level: str | None = None) -> SafeString:
    """Draw an address as SVG, without any style, which the CSP forbids.

    level: of error correction, at least (L, M, Q, H); more where it costs no room.
    """
    if not address:
        return SafeString()
    code = segno.make_qr(address, error=level)
    drawn = code.svg_inline(border=QUIET_ZONE, light="#fff", omitsize=True)
    return mark_safe(drawn)  # noqa: S308 - paths of numbers; the address is not in it
