"""Which database: SQLite in the data folder, or the PostgreSQL that an address names.

Of a PostgreSQL there are two addresses: that of the role by which pages read and write, and that
of the role that owns the tables, for what changes or copies them (docs/self-hosting.md).
"""

import sqlite3
import sys
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# SQLite 3.7.0 to 3.51.2 can, very rarely, corrupt a WAL database when two connections
# write and checkpoint at the same moment (fixed in 3.51.3, March 2026).
SOUND_SQLITE = (3, 51, 3)

CONNECT_WITHIN = "10"  # seconds, after which a PostgreSQL that says nothing is away

# IMMEDIATE takes the write lock at BEGIN, so that two writers wait instead of failing;
# FULL keeps every acknowledged commit through a power cut. With secure_delete what is deleted is
# overwritten with zeros, so that the file does not keep what a family let go of.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;"
    "PRAGMA journal_size_limit=67108864;PRAGMA secure_delete=ON;",
}


def use_sound_sqlite() -> None:
    """Put the SQLite of the pysqlite3 wheel in place of an unsound one, if it is there."""
    if sqlite3.sqlite_version_info >= SOUND_SQLITE:
        return
    try:
        import pysqlite3  # noqa: PLC0415 - only where the system's own is unsound
        import pysqlite3.dbapi2  # noqa: PLC0415
    except ImportError:
        return  # a system check warns (shell/checks.py)
    if pysqlite3.sqlite_version_info > sqlite3.sqlite_version_info:
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def database(address: str, data: Path) -> dict[str, Any]:
    """Turn an address (postgres://user:word@host:port/name) into Django's settings."""
    if not address:
        return _sqlite(data / "stepstool.sqlite3")
    return _postgresql(_parts("STEPSTOOL_DATABASE_URL", address))


def owner(address: str, of_pages: str) -> dict[str, Any]:
    """Turn the owner's address into Django's settings; nothing without one.

    of_pages: the address by which pages go to the same database.
    """
    if address and not of_pages:
        raise ImproperlyConfigured(
            "STEPSTOOL_DATABASE_OWNER_URL names who owns the tables of a PostgreSQL, and"
            " STEPSTOOL_DATABASE_URL names none. Set both, or leave both out for SQLite."
        )
    return (
        _postgresql(_parts("STEPSTOOL_DATABASE_OWNER_URL", address)) if address else {}
    )


def connecting(name: str, address: str) -> dict[str, Any]:
    """Turn the address of a PostgreSQL into what its driver asks; by the name of its setting."""
    known = _postgresql(_parts(name, address))
    words = {"dbname": "NAME", "user": "USER", "password": "PASSWORD"}
    words |= {"host": "HOST", "port": "PORT"}
    named = {word: known[key] for word, key in words.items() if known[key]}
    return {**named, **known["OPTIONS"]}


def _parts(name: str, address: str) -> SplitResult:
    cure = (
        "Write postgres://user:password@host:5432/name, or leave it out for SQLite; in a"
        " password write @ as %40, / as %2F and # as %23."
    )
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is no address ({error}). {cure}") from error
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} is not the address of a PostgreSQL. {cure}")
    try:
        _ = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} names no port that can be. Use a number, like 5432; in a password"
            " write @ as %40, / as %2F and # as %23."
        ) from error
    return parts


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "stepstool.web.config.queueing_sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": SQLITE_OPTIONS,
    }


def _postgresql(parts: SplitResult) -> dict[str, Any]:
    options = {"connect_timeout": CONNECT_WITHIN} | dict(parse_qsl(parts.query))
    return {
        "ENGINE": "stepstool.web.config.family_postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,  # as family_postgresql wants it
        "OPTIONS": options,
    }
