"""`stepstool nightly`: what the house does each night. `serve` has it done, without cron."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from stepstool.cli import Subparsers

# Django sets the zone of the process to UTC; this is the machine's, as it was before.
ZONE: Final = os.environ.get("TZ")
FIRST_LOOK: Final = 120.0  # seconds after a start: whoever waits for a page comes first
EACH_LOOK: Final = 20.0
A_MOMENT: Final = 1.0


def add_parser(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    words = "tidy, make a backup and read it back; `serve` does so each night by itself"
    parser = subparsers.add_parser("nightly", help=words, description=words)
    parser.add_argument("--watch", type=int, metavar="PROCESS", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do the work of a night now, or watch the clock for as long as a process lives."""
    if args.watch:
        watch(args.watch)
        return 0
    from stepstool.cli.house import nightwork

    try:
        return 0 if nightwork.work() else 1
    except nightwork.AtWorkError as taken:
        print(taken, file=sys.stderr)
        return 0


@contextmanager
def watched() -> Iterator[subprocess.Popen[bytes]]:
    """Have the nights looked after beside this process, by a small one that ends with it."""
    zone = {} if ZONE is None else {"TZ": ZONE}
    kept = {key: value for key, value in os.environ.items() if key != "TZ"}
    command = [
        sys.executable,
        "-m",
        "stepstool",
        "nightly",
        "--watch",
        str(os.getpid()),
    ]
    beside = subprocess.Popen(command, env=kept | zone, start_new_session=True)  # noqa: S603 - ourselves
    try:
        yield beside
    finally:
        beside.terminate()
        beside.wait()


def watch(process: int) -> None:
    """Look at the clock until the process that began this has ended."""
    from stepstool.web.backups import nights
    from stepstool.web.config import environment

    data = environment.folder("STEPSTOOL_DATA", "data")
    at = environment.time_of_day("STEPSTOOL_BACKUP_AT", "03:30")
    # What a full disk does not let the house remember is remembered here.
    rests_until = 0.0
    lives = lives_on(process, FIRST_LOOK)
    while lives:
        is_due = nights.read(data).is_due(datetime.now().astimezone(), at)
        if is_due and time.monotonic() >= rests_until:
            command = [sys.executable, "-m", "stepstool", "nightly"]
            ended = subprocess.run(command, check=False)  # noqa: S603 - ourselves
            if ended.returncode:
                rests_until = time.monotonic() + nights.REST.total_seconds()
        lives = lives_on(process, EACH_LOOK)


def lives_on(process: int, seconds: float) -> bool:
    """Wait, and say whether the process that began this one is still there."""
    until = time.monotonic() + seconds
    while os.getppid() == process:
        if time.monotonic() >= until:
            return True
        time.sleep(A_MOMENT)
    return False
