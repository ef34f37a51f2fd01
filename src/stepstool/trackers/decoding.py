"""Bytes to text: by their mark, as UTF-8, else as old Windows wrote."""

import codecs
from collections.abc import Iterable
from typing import Final

from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.limits import LARGEST, MOST_PARTS

BEGINNINGS: Final = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture"),
    (b"%PDF", "pdf"),
    (b"SQLite format 3", "database"),
    (b"\xd0\xcf\x11\xe0", "spreadsheet"),
    (b"\x1f\x8b", "packed"),
    (b"7z\xbc\xaf\x27\x1c", "packed"),
    (b"Rar!", "packed"),
    (b"<!doctype html", "web_page"),
    (b"<html", "web_page"),
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BETWEEN: Final = "\n,;\t[{"
"""What stands between cells, lines and values."""

_CUT: Final = ("unexpected end of data", "truncated data")


def check_size(size: int) -> None:
    """Refuse what is too large, before reading it; size in bytes."""
    if size > LARGEST:
        raise NotUnderstoodError("too_large", most=LARGEST // 1_000_000)


def check_parts(texts: Iterable[str]) -> None:
    """Refuse what would become too many cells, lines or values, before it does."""
    if sum(text.count(sign) for text in texts for sign in _BETWEEN) > MOST_PARTS:
        raise NotUnderstoodError("too_many_parts")


def decoded(data: bytes) -> str:
    """Give the text of a file, its line ends as one sign; refuse what is none.

    Every file of a stranger passes here, alone or out of a zip, before anything reads it.
    """
    check_size(len(data))
    _check_beginning(data)
    text = _text(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise NotUnderstoodError("not_text")
    if not text or text.isspace():
        raise NotUnderstoodError("empty")
    check_parts([text])
    return text


def _check_beginning(data: bytes) -> None:
    start = data[:16].lower()
    for beginning, what in BEGINNINGS:
        if start.startswith(beginning.lower()):
            raise NotUnderstoodError(what)


def _text(data: bytes) -> str:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.reason in _CUT:
                raise NotUnderstoodError("cut_short") from None
    raise NotUnderstoodError("not_text")


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    if data[1:2] == b"\x00":
        return ("utf-16-le",)
    if data.lstrip()[:1] == b"{":  # JSON is nothing else
        return ("utf-8",)
    return ("utf-8", "cp1252")
