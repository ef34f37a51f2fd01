"""Warnings for whoever runs the house."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning, register
from django.db import connection

# The same number as in config/databases.py, which this room may not import.
SOUND_SQLITE = (3, 51, 3)


@register()
def sqlite_is_sound(**_: Any) -> Sequence[CheckMessage]:
    """Warn of an SQLite that can corrupt a database under two writers."""
    used = sqlite_version()
    if connection.vendor != "sqlite" or used >= SOUND_SQLITE:
        return []
    version = ".".join(map(str, used))
    told = f"SQLite {version} can, very rarely, damage a database with two writers."
    cure = "Install pysqlite3 (pip install pysqlite3), or an SQLite of 3.51.3 or newer."
    return [Warning(told, hint=cure, id="shell.W001")]


def sqlite_version() -> tuple[int, ...]:
    """Give the version that Django's SQLite engine really uses."""
    from django.db.backends.sqlite3.base import Database  # noqa: PLC0415 - after the swap

    return tuple(getattr(Database, "sqlite_version_info", sqlite3.sqlite_version_info))
