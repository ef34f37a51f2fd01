"""The work of a night: let go of what nobody needs, make a backup, let go of old ones."""

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone

from stepstool.cli.house import backups, tidying
from stepstool.web.backups import nights
from stepstool.web.backups.nights import MANY, Nights
from stepstool.web.families.models import Family
from stepstool.web.shell.faults import sentence_of

LOG: Final = logging.getLogger("stepstool.nightly")
AT_WORK: Final = "nightly.lock"
CUT_OFF: Final = "The work of that night was cut off."


class AtWorkError(Exception):
    """Another process does the work of this night."""


def state() -> Nights:
    """Give what is remembered of the last nights."""
    return nights.read(Path(settings.DATA))


def work() -> bool:
    """Do it now; say whether all went well. Each backup, and each failure, is a line in the log."""
    with _alone():
        begun = timezone.now()
        before = replace(state(), tried=begun)
        # Whoever is killed at it has failed too.
        _remember(replace(before, failures=before.failures + 1, why=CUT_OFF))
        try:
            tidying.tidy()
            after = _backed_up(before, begun)
        except Exception as problem:  # noqa: BLE001 - whatever it is, the host must hear of it
            after = _failed(before, problem)
        _remember(after)
    return not after.failures


def _remember(these: Nights) -> None:
    nights.remember(Path(settings.DATA), these)


def _backed_up(before: Nights, begun: datetime) -> Nights:
    done = replace(before, done=begun, failures=0, why="")
    if settings.STEPSTOOL_BACKUP == "off" or not Family.objects.exists():
        return done
    made = backups.make()
    old = backups.let_go(begun)
    took = (timezone.now() - begun).total_seconds()
    LOG.info(
        "backup %s made and read back (%.1f MB in %.0f s), %d old ones let go of",
        made.name,
        made.size / 1e6,
        took,
        len(old),
    )
    return replace(done, name=made.name)


def _failed(before: Nights, problem: Exception) -> Nights:
    failures = before.failures + 1
    why = sentence_of(problem) or str(problem) or type(problem).__name__
    LOG.error("backup failed, %s in a row: %s", failures, why)
    if failures >= MANY:
        LOG.critical(
            "NO BACKUP SINCE %s. Look at docs/self-hosting.md, Backup and restore, and try "
            "`stepstool nightly` by hand.",
            f"{before.done:%Y-%m-%d}" if before.done else "EVER",
        )
    return replace(before, failures=failures, why=why)


@contextmanager
def _alone() -> Iterator[None]:
    """Let one at a time work; the system lets go of the lock of a process that ends."""
    path = Path(settings.DATA) / AT_WORK
    path.touch(mode=0o600)
    with path.open("rb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise AtWorkError("Another process does this night’s work.") from taken
        yield
