"""Warnings for whoever runs the house."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import connection

# The same number as in config/databases.py, which this room may not import.
SOUND_SQLITE = (3, 51, 3)


@checks.register()
def sqlite_is_sound(**_: Any) -> Sequence[checks.CheckMessage]:
    """Warn of an SQLite that can corrupt a database under two writers."""
    used = sqlite_version()
    if connection.vendor != "sqlite" or used >= SOUND_SQLITE:
        return []
    version = ".".join(map(str, used))
    sentence = f"SQLite {version} can, very rarely, damage a database with two writers."
    cure = "Install pysqlite3 (pip install pysqlite3), or an SQLite of 3.51.3 or newer."
    return [checks.Warning(sentence, hint=cure, id="shell.W001")]


def sqlite_version() -> tuple[int, ...]:
    """Give the version that Django's SQLite engine really uses."""
    from django.db.backends.sqlite3 import base  # noqa: PLC0415 - after the swap

    return tuple(base.Database.sqlite_version_info)  # type: ignore[attr-defined]
