"""Our own diary file: its entries as they are, with their ids and versions."""

from collections.abc import Iterator
from typing import Final

from stepstool import method
from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.format import Document, Documents, Format, Options
from stepstool.trackers.limits import MOST_ENTRIES
from stepstool.trackers.piece import Piece


def _recognises(document: Document) -> bool:
    return document.begins.startswith("{") and '"entries"' in document.text


def _read(documents: Documents, _options: Options) -> Iterator[Piece]:
    for document in documents:
        try:
            diary = method.read_diary(document.text, MOST_ENTRIES)
        except method.TooManyEntriesError:
            raise NotUnderstoodError("too_many_rows", most=MOST_ENTRIES) from None
        except method.NotADiaryError as why:
            raise NotUnderstoodError("diary") from why
        yield diary.child
        yield from diary.entries


FORMAT: Final = Format(
    key="stepstool",
    name="Stepstool",
    recognises=_recognises,
    read=_read,
    has_zone=True,
    most=MOST_ENTRIES + 1,  # the child is one of its pieces
)
