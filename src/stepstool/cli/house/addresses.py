"""Where the house can be reached: as one types it, and as the camera of a phone reads it."""

import ipaddress
from collections.abc import Iterator
from typing import Final, TextIO

import segno
from django.conf import settings

from stepstool.web.config import hosts

ONLY_HERE: Final = (
    "Only this machine reaches it. To open it on a phone in your home network, end it"
    " and start it with HOST=0.0.0.0 ./run"
)
NO_NETWORK: Final = (
    "This machine is in no network just now, so that no phone reaches it."
)


def greeting(host: str, port: int) -> Iterator[str]:
    """Tell where the house is, for this machine and for others; only what it answers to."""
    if is_only_here(host) or host in hosts.EVERYWHERE:
        yield f"Stepstool is at http://localhost:{port}{_below()} (Ctrl+C ends it)."
    names = [name for name in settings.ALLOWED_HOSTS if name not in hosts.LOOPBACK]
    if is_only_here(host):
        # Under a name that was set, a proxy of this machine lets others in.
        yield from () if names else [ONLY_HERE]
    elif address := on_a_phone(host, port):
        yield f"On a phone in the same network: {address}"
    else:
        named = f"It answers others who call it {', '.join(names)}."
        yield named if names else NO_NETWORK


def on_a_phone(host: str, port: int) -> str:
    """Give what a phone in the same network opens; empty if none can, or by its proxy only."""
    name = "" if is_only_here(host) else settings.HOST_ELSEWHERE[hosts.LOOPBACK[0]]
    typed = f"[{name}]" if ":" in name else name
    return f"http://{typed}:{port}{_below()}" if name else ""


def _below() -> str:
    """Give the path that the house stands below, as it ends an address (STEPSTOOL_PATH)."""
    return f"{settings.FORCE_SCRIPT_NAME}/" if settings.FORCE_SCRIPT_NAME else ""


def show_code(address: str, screen: TextIO) -> None:
    """Draw the address for a camera, where somebody looks at a screen and no file is written."""
    if address and screen.isatty():
        segno.make_qr(address).terminal(screen, compact=True)


def is_only_here(host: str) -> bool:
    """Say whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
