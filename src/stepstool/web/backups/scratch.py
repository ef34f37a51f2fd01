"""Folders of half-done work in the data folder, for their owner only.

Whoever works in one holds its lock, which the system lets go of for who dies: so what was left
where somebody pulled the plug is known from what is in use.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from django.conf import settings

PREFIX: Final = ".backup-"
"""How their names begin."""


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder for this block."""
    with TemporaryDirectory(prefix=PREFIX, dir=settings.DATA) as made:
        handle = os.open(made, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield Path(made)
        finally:
            os.close(handle)


def clear() -> None:
    """Delete those in which nobody works any more."""
    for rest in Path(settings.DATA).glob(f"{PREFIX}*"):
        with suppress(OSError):  # in use, gone meanwhile, or another user's
            _clear(rest)


def _clear(rest: Path) -> None:
    handle = os.open(rest, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(rest)
    finally:
        os.close(handle)
