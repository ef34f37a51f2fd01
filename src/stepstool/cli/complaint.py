"""What goes wrong with a command: one sentence that says what to do, no traceback."""

import argparse
import functools
import os
import sys
from collections.abc import Callable
from typing import TypeAlias

from stepstool.method import NotCompiledError

Command: TypeAlias = Callable[[argparse.Namespace], int]

FAILED = 2
"""The exit code of a command that was given what it can't work with."""


class ComplaintError(Exception):
    """Something that whoever runs the command can mend."""


def complaining(run: Command) -> Command:
    """Say what is wrong on the error stream, and fail; end when nobody listens."""

    @functools.wraps(run)
    def wrapped(args: argparse.Namespace) -> int:
        try:
            return _flushed(run(args))
        except BrokenPipeError:  # `stepstool schema | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except (ComplaintError, NotCompiledError) as complaint:
            print(complaint, file=sys.stderr)
            return FAILED

    return wrapped


def _flushed(code: int) -> int:
    """Write out now what was printed, while a broken pipe can still be met."""
    sys.stdout.flush()
    return code
