"""By which names this house may be called from a browser."""

import socket

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - recognised, not bound here
# TEST-NET-1 (RFC 5737): "connecting" a datagram socket sends nothing, it only asks the
# system which of its own addresses it would speak from.
NOWHERE = ("192.0.2.1", 9)


def allowed_hosts(named: list[str], host: str) -> list[str]:
    """Give the names to answer to: those set, else this machine as far as HOST opens it."""
    if named:
        return [*named, *LOOPBACK]
    if host in EVERYWHERE:
        return [*LOOPBACK, *own_names()]
    return [*LOOPBACK, *([host] if host and host not in LOOPBACK else [])]


def elsewhere(named: list[str], host: str) -> dict[str, str]:
    """Give, for each name that only this machine understands, the one that others use.

    Empty where none is known: the house is not open to others, or is under a name of
    which only its proxy knows the port.
    """
    others = own_address() if host in EVERYWHERE else [host]
    other = "" if named or host in LOOPBACK else next(iter(others), "")
    return dict.fromkeys(LOOPBACK, other)


def own_names() -> list[str]:
    """Give the names and the address under which the home network knows this machine."""
    name = socket.gethostname().lower()
    return [name, f"{name}.local", *own_address()]


def own_address() -> list[str]:
    """Give this machine's address in the home network, if it is in one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(NOWHERE)
        except OSError:
            return []
        return [str(probe.getsockname()[0])]
