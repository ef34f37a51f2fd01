"""Where the diaries are, and what files beside them are called."""

from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

BACKUPS: Final = "backups"
"""The folder of backups in the folder of data."""


def is_sqlite() -> bool:
    """Say whether the diaries are in a SQLite file."""
    return connection.vendor == "sqlite"


def database_file() -> Path:
    """Return the SQLite file that holds the diaries."""
    return Path(settings.DATABASES["default"]["NAME"])


def new_backup(why: str = "") -> Path:
    """Return a new name in the folder of backups, which it makes."""
    folder = Path(settings.DATA) / BACKUPS
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    first = folder / backup_name(why)
    # A start that is cut off may be followed by another in the same second.
    others = (first.with_stem(f"{first.stem}-{number}") for number in count(2))
    return next(file for file in chain([first], others) if not file.exists())


def backup_name(why: str) -> str:
    """Return what a backup of this moment is called; why: empty if somebody asked for it."""
    return f"stepstool-{moment()}{why}.{'sqlite3' if is_sqlite() else 'pgdump'}"


def moment() -> str:
    """Return the moment as names of files have it: 2026-11-22T101500Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
