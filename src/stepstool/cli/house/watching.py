"""The address at which a host's Prometheus reads what was counted; never the house's own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings

from stepstool.cli.complaint import ComplaintError
from stepstool.cli.house import checkup_backups, nightwork

# Where the processes that answer keep their counts: in memory, so that a full disk harms nothing.
IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"  # as the library calls it


class NotWatchedError(ComplaintError):
    """Nothing can be counted so; the sentence says how to mend it."""

    code = 1


def prepare() -> None:
    """Make an empty folder for the counts, before anything counts."""
    if not settings.STEPSTOOL_METRICS:
        return
    place = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    folder = place / f"stepstool-metrics-{os.getuid()}-{settings.STEPSTOOL_METRICS[1]}"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise NotWatchedError(
            f"STEPSTOOL_METRICS needs the folder {folder} ({error.strerror}). Delete "
            "what stands there, or leave the setting out."
        ) from error
    os.environ[FOLDER] = str(folder)


@contextmanager
def opened() -> Iterator[None]:
    """Answer at the address of STEPSTOOL_METRICS, beside the house, and leave nothing behind."""
    if not settings.STEPSTOOL_METRICS:
        yield
        return
    counts = Path(os.environ[FOLDER])
    try:
        _open(*settings.STEPSTOOL_METRICS, counts)
        yield
    finally:
        shutil.rmtree(counts, ignore_errors=True)


def newest_backup() -> datetime | None:
    """Give when the newest backup was made; of those in a store, as the house remembers it.

    Whoever counts asks every few seconds, and a store is far away.
    """
    if settings.STEPSTOOL_BACKUP_TO.folder:
        newest = checkup_backups.newest()
        return newest.at if newest else None
    nights = nightwork.state()
    return nights.done if nights.name else None


def _open(host: str, port: int, counts: Path) -> None:
    from prometheus_client import start_http_server

    from stepstool.web.config import metrics

    registry = metrics.of_the_house(counts, newest_backup)
    try:
        start_http_server(port, host, registry)
    except OSError as error:
        raise NotWatchedError(
            f"STEPSTOOL_METRICS is {host}:{port}, where one cannot listen "
            f"({error.strerror}). Choose another port."
        ) from error
