"""A moment that somebody names on the command line."""

from datetime import datetime

from stepstool import method
from stepstool.cli.complaint import ComplaintError


def moment(text: str) -> datetime:
    """Read it. Raises ComplaintError, which says how to write it."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.utcoffset() is None:
        raise ComplaintError(
            f"--at {text!r} is no moment with its offset from UTC. "
            "Write it like 2026-03-04T08:00+00:00."
        )
    if not method.EARLIEST <= read < method.LATEST:
        raise ComplaintError(f"--at {text!r} lies outside 2000 to 2100.")
    return read
