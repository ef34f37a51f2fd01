"""Where backups lie: in a folder, or in a store that speaks S3.

Files are sent and fetched in pieces, so that memory does not grow with them. A name appears when the
whole file is there, and none is ever written over.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

import obstore
from obstore import exceptions
from obstore.store import S3Store

HALF: Final = ".part"
"""How a file is called in a folder until all of it is there."""
PIECE: Final = 8 * 1024 * 1024
PATIENCE: Final = timedelta(minutes=10)  # for one piece, on the slow line of a home
TRIES: Final = 3
NOT_LET_IN: Final = (
    "The store does not let this key in. It must be let list, read, write and delete: mend "
    "STEPSTOOL_BACKUP_S3_KEY and STEPSTOOL_BACKUP_S3_SECRET."
)
UNREACHED: Final = (
    "The store could not be reached, or did not understand. Look at "
    "STEPSTOOL_BACKUP_S3_ENDPOINT and STEPSTOOL_BACKUP_S3_REGION."
)
WHY: Final = {
    "401": NOT_LET_IN,
    "403": NOT_LET_IN,
    "404": "The store has no such bucket, or no such backup. Look at STEPSTOOL_BACKUP_TO.",
}


class ShelfError(Exception):
    """A backup cannot be put there or fetched; the sentence says what to do."""


class Place(NamedTuple):
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


class Shelf(Protocol):
    """Holds backups by their names."""

    def names(self) -> list[str]:
        """Give all names there, in order; others than ours too."""

    def put(self, file: Path, name: str) -> None:
        """Put a copy of the file there, under a name that is not there yet."""

    def fetch(self, name: str, target: Path) -> None:
        """Write what has this name into a file of its owner only."""

    def drop(self, name: str) -> None:
        """Delete what has this name."""


def shelf(place: Place) -> Shelf:
    """Give the shelf at a place."""
    return Folder(place.folder) if place.folder else Bucket(place)


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
    with source.open("rb") as read, _new(target) as written:
        shutil.copyfileobj(read, written, PIECE)
        written.flush()
        os.fsync(written.fileno())


def _new(target: Path) -> Any:
    return os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")


class Bucket:
    """Backups in a bucket of a store that speaks S3."""

    def __init__(self, place: Place) -> None:
        self._name = place.bucket
        endpoint = {"endpoint": place.endpoint} if place.endpoint else {}
        self._store = S3Store(
            place.bucket,
            prefix=place.prefix or None,
            region=place.region,
            access_key_id=place.key,
            secret_access_key=place.secret,
            client_options={
                "allow_http": place.endpoint.startswith("http://"),
                "timeout": PATIENCE,
                "connect_timeout": timedelta(seconds=20),
            },
            retry_config={"max_retries": TRIES, "retry_timeout": PATIENCE},
            disable_bulk_delete=True,  # not all stores know it
            **endpoint,  # type: ignore[arg-type]
        )

    def names(self) -> list[str]:
        """Give the names right there, not those of folders below."""
        with self._said():
            listed = [
                meta["path"] for some in obstore.list(self._store) for meta in some
            ]
        return sorted(name for name in listed if "/" not in name)

    def put(self, file: Path, name: str) -> None:
        """Send it in pieces; the store shows it when all have come."""
        with self._said():
            if name in self.names():
                raise FileExistsError(name)
            obstore.put(self._store, name, file, chunk_size=PIECE, max_concurrency=2)

    def fetch(self, name: str, target: Path) -> None:
        """Fetch it in pieces."""
        with _new(target) as written, self._said():
            for piece in obstore.get(self._store, name).stream(min_chunk_size=PIECE):
                written.write(piece)

    def drop(self, name: str) -> None:
        """Delete it."""
        with self._said():
            obstore.delete(self._store, name)

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Say in our words what the store refuses: its own may quote the key."""
        try:
            yield
        except (exceptions.BaseError, FileNotFoundError) as problem:
            raise ShelfError(f"{self._why(problem)} (bucket {self._name})") from problem

    def _why(self, problem: Exception) -> str:
        """Tell by its status, which stands in the words of whatever the store refused."""
        status = re.search(r"status code: (\d{3})", str(problem))
        return WHY.get(status[1] if status else "", UNREACHED)
