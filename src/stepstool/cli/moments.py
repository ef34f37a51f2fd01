"""A diary file and a moment of it, as somebody names them on the command line."""

from argparse import ArgumentParser
from datetime import datetime

from stepstool import method
from stepstool.cli.complaint import ComplaintError


def add_diary_and_moment(parser: ArgumentParser) -> None:
    """Let a command ask which diary it reads, and for when."""
    parser.add_argument(
        "diary", metavar="DIARY", help="the diary file; - reads what comes in"
    )
    parser.add_argument(
        "--at",
        required=True,
        metavar="MOMENT",
        help="such as 2026-03-04T08:00+00:00; what was written later is ignored",
    )


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
