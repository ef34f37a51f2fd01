"""Zip files: opened with care, since a small one may hold a flood."""

import io
import zipfile
import zlib
from typing import Final

from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.limits import LARGEST_UNPACKED, MOST_MEMBERS, TIGHTEST

_LOCKED: Final = 0x1
"""The flag of a member that needs a password."""

_SPREADSHEETS: Final = {"[Content_Types].xml", "META-INF/manifest.xml"}
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def is_zip(data: bytes) -> bool:
    """Whether it begins like a zip file."""
    return data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}


def members(data: bytes) -> list[tuple[str, bytes]]:
    """Give the files in a zip with their names; refuse floods, locks and damage."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            infos = [info for info in opened.infolist() if _is_wanted(info)]
            _check(infos, {info.filename for info in opened.infolist()})
            return [(info.filename, opened.read(info)) for info in infos]
    except NotUnderstoodError:
        raise
    except _DAMAGE:
        raise NotUnderstoodError("zip_damaged") from None


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    hidden = info.filename.startswith(("__MACOSX/", ".")) or "/." in info.filename
    return not info.is_dir() and not hidden


def _check(infos: list[zipfile.ZipInfo], names: set[str]) -> None:
    if names & _SPREADSHEETS:
        raise NotUnderstoodError("spreadsheet")
    if any(info.flag_bits & _LOCKED for info in infos):
        raise NotUnderstoodError("zip_locked")
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    flood = total > LARGEST_UNPACKED or total > TIGHTEST * packed + 1_000
    if len(infos) > MOST_MEMBERS or flood:
        raise NotUnderstoodError("zip_too_full")
    if not infos:
        raise NotUnderstoodError("empty")
