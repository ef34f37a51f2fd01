"""Files that a command reads and writes; `-` is what comes in or goes out."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

from stepstool import method
from stepstool.cli.complaint import ComplaintError

STREAM: Final = "-"


def read_bytes(name: str, most: int) -> bytes:
    """Read a file; of one that is larger than `most` bytes only a little more."""
    try:
        if name == STREAM:
            return sys.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise ComplaintError(f"{name}: {_why(error)}.") from None


def read_diary(name: str) -> method.DiaryFile:
    """Read a diary file."""
    try:
        whole = sys.stdin.buffer.read() if name == STREAM else Path(name).read_bytes()
        return method.read_diary(whole.decode("utf-8-sig"))
    except OSError as error:
        raise ComplaintError(f"{name}: {_why(error)}.") from None
    except UnicodeDecodeError:
        raise ComplaintError(f"{name}: This is no diary file; it is no text.") from None
    except method.NotADiaryError as error:
        raise ComplaintError(f"{name}: {error}") from None


def write_text(name: str, text: str) -> None:
    """Write a file as a whole or not at all: a full disk leaves the old one as it was."""
    if name == STREAM:
        sys.stdout.write(text)
        return
    write_bytes(name, text.encode())


def write_bytes(name: str, whole: bytes) -> None:
    """Write a file as a whole or not at all."""
    try:
        _replace(Path(name), whole)
    except OSError as error:
        raise ComplaintError(f"{name}: {_why(error)}.") from None


def _replace(path: Path, whole: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(whole)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def _why(error: OSError) -> str:
    return error.strerror or str(error)
