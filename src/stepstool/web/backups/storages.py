"""Where backups lie: in a folder, or in a store that speaks S3 (`bucket`).

Files are sent and fetched in pieces, so that memory does not grow with them. A name appears when the
whole file is there, and none is ever written over.
"""

import os
import shutil
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, Protocol

from stepstool.web.shell.faults import MendableError

HALF: Final = ".part"
"""How a file is called in a folder until all of it is there."""
PIECE: Final = 8 * 1024 * 1024


class StorageError(MendableError):
    """A backup cannot be put there or fetched; the sentence says what to do."""


class Destination(NamedTuple):
    """Where a host wants backups: a folder, or a bucket with what opens it.

    endpoint: empty for Amazon's own. prefix: a folder in the bucket, or empty.
    """

    folder: Path | None = None
    bucket: str = ""
    prefix: str = ""
    endpoint: str = ""
    region: str = ""
    key: str = ""
    secret: str = ""


class Storage(Protocol):
    """Holds backups by their names."""

    def names(self) -> list[str]:
        """Give all names there, in order; others than ours too."""

    def put(self, file: Path, name: str) -> None:
        """Put a copy of the file there, under a name that is not there yet."""

    def fetch(self, name: str, target: Path) -> None:
        """Write what has this name into a file of its owner only."""

    def drop(self, name: str) -> None:
        """Delete what has this name."""


class Folder:
    """Backups in a folder, which is made when the first comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """Give the names of whole files there."""
        if not self._folder.is_dir():
            return []
        files = (one for one in self._folder.iterdir() if one.is_file())
        return sorted(one.name for one in files if one.suffix != HALF)

    def put(self, file: Path, name: str) -> None:
        """Copy the file, and name it when the disk holds all of it."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for rest in self._folder.glob(f"stepstool-*{HALF}"):  # of one that was cut off
            rest.unlink()
        half = self._folder / (name + HALF)
        try:
            _copy(file, half)
            os.link(half, self._folder / name)
        finally:
            half.unlink(missing_ok=True)

    def fetch(self, name: str, target: Path) -> None:
        """Copy it."""
        _copy(self._folder / name, target)

    def drop(self, name: str) -> None:
        """Delete it."""
        (self._folder / name).unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, new_file(target) as written:
        shutil.copyfileobj(read, written, PIECE)
        written.flush()
        os.fsync(written.fileno())


def new_file(target: Path) -> BinaryIO:
    """Begin a file that is not there yet, for its owner only."""
    return os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")
