"""What goes wrong with a command: one sentence that says what to do, no traceback.

Every command runs through here, so that a fault has one sentence, whichever command meets it.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Callable
from typing import Final, TypeAlias

from stepstool.method import NotCompiledError

Command: TypeAlias = Callable[[argparse.Namespace], int]

FAILED: Final = 2
"""The exit code of a command that was given what it can't work with."""
FAULTY: Final = 1
"""The exit code of a command that something under the house keeps from its work."""


class ComplaintError(Exception):
    """Something that whoever runs the command can mend.

    code: how the command ends.
    """

    code = FAILED


def answered(run: Command, args: argparse.Namespace) -> int:
    """Run a command; say what is wrong on the error stream, and end when nobody listens."""
    try:
        return _flushed(run(args))
    except BrokenPipeError:  # `stepstool schema | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (ComplaintError, NotCompiledError) as complaint:
        print(complaint, file=sys.stderr)
        return getattr(complaint, "code", FAILED)
    except Exception as error:
        if not (said := _sentence(error)):
            raise
        print(said, file=sys.stderr)
        return FAULTY


def _sentence(error: Exception) -> str | None:
    """Say what is wrong; nothing of what nobody foresaw, for developers."""
    from stepstool.web.config import environment
    from stepstool.web.shell import faults, logs

    if said := faults.sentence_of(error):
        return said
    if os.environ.get("STEPSTOOL_DEBUG", "").strip().lower() in environment.YES:
        return None
    place = logs.brief("".join(traceback.format_exception(error)))
    return (
        f"Something went wrong that nobody foresaw {place}. STEPSTOOL_DEBUG=1 before the"
        " command shows all of it; please report it."
    )


def _flushed(code: int) -> int:
    """Write out now what was printed, while a broken pipe can still be met."""
    sys.stdout.flush()
    return code
