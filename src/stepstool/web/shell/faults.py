"""What goes wrong under the house: which fault an exception is, and one sentence with its cure.

Disk, files and databases fail in many words, of the system, of SQLite, of PostgreSQL and of
Django. Here each becomes one of few faults. The sentences are for whoever runs the house: the
command line prints them and the log writes them. A page says of the same fault what a family
needs. Nothing that a family wrote is quoted; PostgreSQL is, only when it lets nobody in.
"""

import errno
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError


class MendableError(Exception):
    """Something that whoever runs the house can mend; its sentence says how."""


class Fault(StrEnum):
    """What is wrong, whichever library says so."""

    DISK_FULL = "disk full"
    READ_ONLY = "read only"
    NOT_OURS = "not ours"
    DISK_FAILS = "disk fails"
    DAMAGED = "damaged"
    NO_DATABASE = "no database"
    NOT_PREPARED = "not prepared"
    BUSY = "busy"
    FOLDER_MISSING = "folder missing"
    A_FILE_IN_THE_WAY = "a file in the way"
    NAME_TOO_LONG = "name too long"
    TOO_MANY_FILES = "too many files"
    AWAY = "away"
    UNKNOWN_HOST = "unknown host"
    UNKNOWN_DATABASE = "unknown database"
    NOT_LET_IN = "not let in"
    TOO_MANY_GUESTS = "too many guests"
    MAY_NOT = "may not"
    REFUSED = "refused"
    SETTING = "setting"


_BACKUP: Final = (
    "Keep it as it is, and put the newest backup in its place: stepstool restore FILE."
)
_ADDRESS: Final = "STEPSTOOL_DATABASE_URL"
WORDS: Final = {
    Fault.DISK_FULL: "The disk is full. What was saved before is kept; make room, and"
    " try again.",
    Fault.READ_ONLY: "It can only be read. Mount the disk so that it can be written to,"
    " or name another folder in STEPSTOOL_DATA.",
    Fault.NOT_OURS: "This user may not read or write it. Start Stepstool as the user"
    " whom it belongs to, or give it to this one (chown).",
    Fault.DISK_FAILS: "The disk could not read or write. Look after the disk (dmesg"
    " says more) before you go on, and take a copy of the data folder elsewhere.",
    Fault.DAMAGED: f"The database is damaged. {_BACKUP}",
    Fault.NO_DATABASE: f"The database file is no database. {_BACKUP}",
    Fault.NOT_PREPARED: "The database is not prepared for this Stepstool. Start it"
    " once (./run, or stepstool serve), which does so.",
    Fault.BUSY: "Somebody else writes to the database for too long. Try again in a"
    " minute; end other programs that hold it open.",
    Fault.FOLDER_MISSING: "There is no such file or folder. Look at how it is written.",
    Fault.A_FILE_IN_THE_WAY: "A file stands where a folder is wanted, or a folder where"
    " a file is. Name another place.",
    Fault.NAME_TOO_LONG: "That name is too long for this disk. Choose a shorter one.",
    Fault.TOO_MANY_FILES: "Too many files are open at once. Raise the limit (ulimit -n"
    " 4096), and start again.",
    Fault.AWAY: "PostgreSQL does not answer. Start it, or mend host and port in"
    f" {_ADDRESS}.",
    Fault.UNKNOWN_HOST: "PostgreSQL’s host is not known by that name. Mend the host in"
    f" {_ADDRESS}.",
    Fault.UNKNOWN_DATABASE: "PostgreSQL has no database of that name. Make it (CREATE"
    f" DATABASE), or mend the name in {_ADDRESS}.",
    Fault.NOT_LET_IN: f"PostgreSQL lets nobody in so. Mend user and password in {_ADDRESS}.",
    Fault.TOO_MANY_GUESTS: "PostgreSQL has no connection left. Raise max_connections"
    " there, or start with fewer --workers.",
    Fault.MAY_NOT: "PostgreSQL does not let this role do that. docs/self-hosting.md,"
    " “With PostgreSQL”, says which role may do what.",
    Fault.REFUSED: f"PostgreSQL could not be reached. Look at {_ADDRESS}.",
}

_BY_ERRNO: Final = {
    errno.ENOSPC: Fault.DISK_FULL,
    errno.EDQUOT: Fault.DISK_FULL,
    errno.EFBIG: Fault.DISK_FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.NOT_OURS,
    errno.EPERM: Fault.NOT_OURS,
    errno.EIO: Fault.DISK_FAILS,
    errno.ENOENT: Fault.FOLDER_MISSING,
    errno.ENOTDIR: Fault.A_FILE_IN_THE_WAY,
    errno.EISDIR: Fault.A_FILE_IN_THE_WAY,
    errno.EEXIST: Fault.A_FILE_IN_THE_WAY,
    errno.ENAMETOOLONG: Fault.NAME_TOO_LONG,
    errno.EMFILE: Fault.TOO_MANY_FILES,
    errno.ENFILE: Fault.TOO_MANY_FILES,
}
# By SQLite's name for it, or its first two words (SQLITE_IOERR of SQLITE_IOERR_WRITE).
_BY_SQLITE: Final = {
    "SQLITE_FULL": Fault.DISK_FULL,
    "SQLITE_IOERR_SHMSIZE": Fault.DISK_FULL,  # no room for what readers of a journal share
    "SQLITE_READONLY": Fault.READ_ONLY,
    "SQLITE_PERM": Fault.NOT_OURS,
    "SQLITE_CANTOPEN": Fault.NOT_OURS,
    "SQLITE_IOERR": Fault.DISK_FAILS,
    "SQLITE_CORRUPT": Fault.DAMAGED,
    "SQLITE_NOTADB": Fault.NO_DATABASE,
    "SQLITE_BUSY": Fault.BUSY,
    "SQLITE_LOCKED": Fault.BUSY,
}
# By PostgreSQL's code, or its first two characters (a class of codes).
_BY_SQLSTATE: Final = {
    "25006": Fault.READ_ONLY,  # a stand-by
    "28": Fault.NOT_LET_IN,
    "3D": Fault.UNKNOWN_DATABASE,
    "42501": Fault.MAY_NOT,
    "42P01": Fault.NOT_PREPARED,
    "42703": Fault.NOT_PREPARED,
    "40": Fault.BUSY,
    "55P03": Fault.BUSY,
    "53100": Fault.DISK_FULL,
    "53300": Fault.TOO_MANY_GUESTS,
    "57": Fault.AWAY,
    "58": Fault.DISK_FAILS,
    "08": Fault.AWAY,
    "XX001": Fault.DAMAGED,
    "XX002": Fault.DAMAGED,
}
# Who is not let in gets no code, only words; those that we do not know are quoted.
_BY_WORDS: Final = (
    (re.compile(r"no such (table|column)"), Fault.NOT_PREPARED),
    # Such as: bad value for connect_timeout, invalid sslmode value.
    (re.compile(r"(bad|invalid) .{0,80}value|connection option"), Fault.REFUSED),
    (re.compile(r"resolve host|translate host name|not known"), Fault.UNKNOWN_HOST),
    (re.compile(r"database .{0,80} does not exist"), Fault.UNKNOWN_DATABASE),
    (
        re.compile(r"role .{0,80} does not exist|authentication|no password|pg_hba"),
        Fault.NOT_LET_IN,
    ),
    (
        re.compile(r"too many (clients|connections)|connection slots"),
        Fault.TOO_MANY_GUESTS,
    ),
    (
        re.compile(r"refused|No such file|timeout|timed out|unreachable|starting up"),
        Fault.AWAY,
    ),
    (
        re.compile(r"closed the connection|connection is closed|shutting down"),
        Fault.AWAY,
    ),
    (re.compile(r"connection (failed|is bad)"), Fault.REFUSED),
)
_QUOTED: Final = frozenset({Fault.NOT_LET_IN, Fault.AWAY, Fault.REFUSED})


def fault_of(error: BaseException) -> Fault | None:
    """Tell which fault it is; none where nobody foresaw it."""
    return next(filter(None, map(_one, _chain(error))), None)


def sentence_of(error: BaseException) -> str | None:
    """Say what is wrong and how to mend it; nothing where nobody foresaw it."""
    fault = fault_of(error)
    if fault is None:
        return None
    if fault is Fault.SETTING:
        return str(error)
    return " ".join(filter(None, [_where(error), WORDS[fault], _quoted(fault, error)]))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give what was raised, and what it came from: Django wraps what a driver says."""
    one: BaseException | None = error
    while one is not None:
        yield one
        # Of a database's errors, one that Django raises beside what the driver said names no cause.
        beside = one.__context__ if isinstance(one, DatabaseError) else None
        one = one.__cause__ or beside


def _one(error: BaseException) -> Fault | None:
    if isinstance(error, (ImproperlyConfigured, MendableError)):
        return Fault.SETTING
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    if name := getattr(error, "sqlite_errorname", ""):
        sort = "_".join(name.split("_")[:2])
        return _BY_SQLITE.get(name) or _BY_SQLITE.get(sort) or _by_words(error)
    if type(error).__module__.startswith("psycopg"):
        code = getattr(error, "sqlstate", None) or ""
        return _BY_SQLSTATE.get(code) or _BY_SQLSTATE.get(code[:2]) or _by_words(error)
    return None


def _by_words(error: BaseException) -> Fault | None:
    words = str(error)
    known = (fault for says, fault in _BY_WORDS if says.search(words))
    return next(known, None)


def _where(error: BaseException) -> str:
    """Name the file or folder, if the system does."""
    names = (getattr(one, "filename", None) for one in _chain(error))
    name = next(filter(None, names), "")
    return f"{name}:" if name else ""


def _quoted(fault: Fault, error: BaseException) -> str:
    """Quote PostgreSQL, which knows best why nobody comes in."""
    driver = [one for one in _chain(error) if type(one).__module__ == "psycopg"]
    if fault not in _QUOTED or not driver:
        return ""
    return f"It says: {str(driver[0]).partition(chr(10))[0].strip()}."
