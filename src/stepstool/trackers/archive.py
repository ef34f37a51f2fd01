"""Zip files: opened with care, since a small one may hold a flood.

Nothing that a zip says of itself is believed: what comes out is counted as it comes.
"""

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Final

from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.limits import LARGEST_UNPACKED, MOST_MEMBERS, TIGHTEST

_LOCKED: Final = 0x1
"""The flag of a member that needs a password."""

_PACKINGS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Ways of packing that give as many bytes as asked for, and no more."""

_LISTED: Final = b"PK\x01\x02"
_MOST_LISTED: Final = 10 * MOST_MEMBERS
_PIECE: Final = 64 * 1024
_SPREADSHEETS: Final = {"[Content_Types].xml", "META-INF/manifest.xml"}
_NAMELESS: Final = "(without a name)"
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def is_zip(data: bytes) -> bool:
    """Whether it begins like a zip file."""
    return data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}


def members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the files in a zip with their names, one by one; refuse floods, locks and damage."""
    if data.count(_LISTED) > _MOST_LISTED:
        raise NotUnderstoodError("zip_too_full")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            infos = [info for info in opened.infolist() if _is_wanted(info)]
            _check(infos, {info.filename for info in opened.infolist()})
            yield from _unpacked(opened, infos)
    except NotUnderstoodError:
        raise
    except _DAMAGE:
        raise NotUnderstoodError("zip_damaged") from None


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    hidden = name.startswith(("__MACOSX/", ".")) or "/." in name
    return not name.endswith("/") and not hidden


def _check(infos: list[zipfile.ZipInfo], names: set[str]) -> None:
    if names & _SPREADSHEETS:
        raise NotUnderstoodError("spreadsheet")
    if any(info.flag_bits & _LOCKED for info in infos):
        raise NotUnderstoodError("zip_locked")
    if any(info.compress_type not in _PACKINGS for info in infos):
        raise NotUnderstoodError("packed")
    if len(infos) > MOST_MEMBERS:
        raise NotUnderstoodError("zip_too_full")
    if not infos:
        raise NotUnderstoodError("empty")
    if max(Counter(info.filename for info in infos).values()) > 1:
        raise NotUnderstoodError("zip_damaged")


def _unpacked(
    opened: zipfile.ZipFile, infos: list[zipfile.ZipInfo]
) -> Iterator[tuple[str, bytes]]:
    """Give name and content of each, as long as all of them together are no flood."""
    left = LARGEST_UNPACKED
    for info in infos:
        # What a member is packed in may be a lie too, and is no more than the zip itself.
        most = min(left, TIGHTEST * info.compress_size + 1_000)
        content = _at_most(opened, info, most)
        left -= len(content)
        yield info.filename or _NAMELESS, content


def _at_most(opened: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Read a member; refuses what is longer than this, or than it says."""
    content = bytearray()
    with opened.open(info) as packed:
        while piece := packed.read(_PIECE):
            content += piece
            if len(content) > most:
                raise NotUnderstoodError("zip_too_full")
    if len(content) != info.file_size:
        raise NotUnderstoodError("zip_damaged")
    return bytes(content)
