"""Where the house can be reached: names it answers to, and what to type."""

import ipaddress
import socket
from collections.abc import Iterator

HERE = "127.0.0.1"
ALL = ("0.0.0.0", "::")  # noqa: S104 - compared with, chosen only by who sets HOST
_ELSEWHERE = ("192.0.2.1", 9)  # documentation's own network (RFC 5737); nothing is sent


def names(host: str) -> list[str]:
    """Return the names under which a server that listens on `host` may be asked."""
    own = ["localhost", HERE, "[::1]"]
    if is_private(host):
        return own
    name = socket.gethostname()
    return [*own, *((_outward(),) if host in ALL else (host,)), name, f"{name}.local"]


def greeting(host: str, port: int) -> Iterator[str]:
    """Tell where the house is, for this machine and for others."""
    if is_private(host) or host in ALL:
        yield f"Stepstool is at http://localhost:{port} (Ctrl+C ends it)."
    if not is_private(host):
        shown = _outward() if host in ALL else host
        yield f"On other devices in this network, type http://{shown}:{port}"


def is_private(host: str) -> bool:
    """Say whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _outward() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
        except OSError:
            return HERE
        return str(probe.getsockname()[0])
