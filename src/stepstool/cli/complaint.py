"""What goes wrong with a command: one sentence that says what to do, no traceback."""

import argparse
import functools
import sys
from collections.abc import Callable
from typing import TypeAlias

Command: TypeAlias = Callable[[argparse.Namespace], int]

FAILED = 2
"""The exit code of a command that was given what it can't work with."""


class ComplaintError(Exception):
    """Something that whoever runs the command can mend."""


def complaining(run: Command) -> Command:
    """Say what is wrong on the error stream, and fail."""

    @functools.wraps(run)
    def wrapped(args: argparse.Namespace) -> int:
        try:
            return run(args)
        except ComplaintError as complaint:
            print(complaint, file=sys.stderr)
            return FAILED

    return wrapped
