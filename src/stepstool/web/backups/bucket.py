"""Backups in a bucket of a store that speaks S3, sent and fetched in pieces."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

import obstore
from obstore import exceptions
from obstore.store import S3Store

from stepstool.web.backups.storages import PIECE, Destination, StorageError, new_file

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


class Bucket:
    """Backups in a bucket of a store that speaks S3."""

    def __init__(self, place: Destination) -> None:
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
        with new_file(target) as written, self._said():
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
            raise StorageError(
                f"{self._why(problem)} (bucket {self._name})"
            ) from problem

    def _why(self, problem: Exception) -> str:
        """Tell by its status, which stands in the words of whatever the store refused."""
        status = re.search(r"status code: (\d{3})", str(problem))
        return WHY.get(status[1] if status else "", UNREACHED)
