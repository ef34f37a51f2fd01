"""Where the house can be reached, as one types it."""

import ipaddress
import socket
from collections.abc import Iterator

from stepstool.web.config import hosts


def greeting(host: str, port: int) -> Iterator[str]:
    """Tell where the house is, for this machine and for others."""
    if is_only_here(host) or host in hosts.EVERYWHERE:
        yield f"Stepstool is at http://localhost:{port} (Ctrl+C ends it)."
    if not is_only_here(host):
        others = hosts.own_address() if host in hosts.EVERYWHERE else [host]
        for address in others:
            yield f"On other devices of this network, type http://{address}:{port}"


def why_not(host: str, port: int) -> str | None:
    """Tell why one cannot listen there; granian itself would share a port in silence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except (OSError, OverflowError) as problem:
        return f"Stepstool cannot listen on {host}, port {port}: {problem}."
    return None


def is_only_here(host: str) -> bool:
    """Say whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
