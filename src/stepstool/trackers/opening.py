"""From bytes to documents of one format: unzipped, decoded, recognised by content."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stepstool.trackers.archive import is_zip, members
from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.decoding import check_parts, check_size, decoded
from stepstool.trackers.format import Document, Format
from stepstool.trackers.formats import (
    baby_buddy,
    baby_connect,
    fhir,
    glow,
    huckleberry,
    nighp,
    piyolog,
    stepstool,
)

FORMATS: Final[Sequence[Format]] = (
    huckleberry.FORMAT,
    nighp.FORMAT,
    glow.FORMAT,
    baby_connect.FORMAT,
    baby_buddy.FORMAT,
    piyolog.FORMAT,
    fhir.FORMAT,
    stepstool.FORMAT,
)


@dataclass(frozen=True, kw_only=True)
class Export:
    """An export ready to be read. others: the names of files in it that are none."""

    format: Format
    documents: tuple[Document, ...]
    others: tuple[str, ...] = ()


def opened(name: str, data: bytes, wanted: str | None = None) -> Export:
    """Open a file and find its format; wanted: the key of the format it is said to be.

    Raises NotUnderstoodError.
    """
    check_size(len(data))
    offered = [_format(wanted)] if wanted else FORMATS
    if is_zip(data):
        return _of_zip(data, offered)
    document = Document(name, decoded(data))
    match = _format_of(document, offered)
    if match is None:
        raise _nothing(offered, wanted)
    return Export(format=match, documents=(document,))


def _of_zip(data: bytes, offered: Sequence[Format]) -> Export:
    known: dict[str, list[Document]] = defaultdict(list)
    others: list[str] = []
    for name, content in members(data):
        document = _document(name, content)
        match = document and _format_of(document, offered)
        if document and match:
            known[match.key].append(document)
        else:
            others.append(name)
    if len(known) > 1:
        raise NotUnderstoodError("mixed")
    for key, documents in known.items():
        check_parts([document.text for document in documents])
        return Export(
            format=_format(key), documents=tuple(documents), others=tuple(others)
        )
    raise _nothing(offered, None)


def _document(name: str, content: bytes) -> Document | None:
    """Give a file of a zip as a document; what is no text stands aside."""
    try:
        return Document(name, decoded(content))
    except NotUnderstoodError:
        return None


def _format_of(document: Document, offered: Sequence[Format]) -> Format | None:
    return next((tracker for tracker in offered if tracker.recognises(document)), None)


def _format(key: str) -> Format:
    for tracker in FORMATS:
        if _letters(key) in {tracker.key, _letters(tracker.name)}:
            return tracker
    keys = ", ".join(tracker.key for tracker in FORMATS)
    raise NotUnderstoodError("no_such_format", name=key, names=keys)


def _letters(name: str) -> str:
    """Give a name as anybody may write it: Baby Buddy, baby-buddy, babybuddy."""
    return "".join(filter(str.isalnum, name.casefold()))


def _nothing(offered: Sequence[Format], wanted: str | None) -> NotUnderstoodError:
    names = ", ".join(tracker.name for tracker in offered)
    if wanted:
        return NotUnderstoodError("other_format", name=names)
    return NotUnderstoodError("unknown_format", names=names)
