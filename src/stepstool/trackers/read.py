"""Reading an export: open it, read its rows, make entries, report."""

from collections.abc import Callable
from datetime import datetime
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from stepstool import method
from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.entries import Maker
from stepstool.trackers.format import Documents, Format, Options
from stepstool.trackers.opening import Export, opened
from stepstool.trackers.piece import Piece, Strange
from stepstool.trackers.reading import Reading, ReadingBuilder
from stepstool.trackers.wall_time import DateOrder


class Hints(TypedDict, total=False):
    """What the family says, or the caller knows.

    name: of the file; format: the key of the format; newest: rows after this moment are
    not believed; date_order, child: answers that a NeedsAnswerError asked for; has_time:
    asked now and then while rows are read, and once it says no the file is refused.
    """

    name: str
    format: str | None
    newest: datetime | None
    date_order: DateOrder | str | None
    child: str
    has_time: Callable[[], bool]


def recognise(name: str | None, data: bytes) -> Format:
    """Say of which format a file is, by its content; raises NotUnderstoodError."""
    return opened(name or "", data).format


def read(data: bytes, zone: str, child_id: str = "", **hints: Unpack[Hints]) -> Reading:
    """Read an export.

    zone: where the family was, since exports seldom say; child_id: part of the ids, so
    that two children never share an entry.
    Raises NotUnderstoodError, whose sentence says what to do, and NeedsAnswerError where
    the file can be read in two ways.
    """
    there = _zone(zone)
    export = opened(hints.get("name", ""), data, hints.get("format"))
    order = hints.get("date_order")
    options = Options(
        date_order=DateOrder(order) if order else None, child=hints.get("child", "")
    )
    maker = Maker(
        app=export.format.key,
        child_id=child_id,
        zone=there,
        newest=hints.get("newest"),
    )
    has_time = hints.get("has_time", lambda: True)
    return _read(export, options, ReadingBuilder(maker, export.format.most, has_time))


def _read(export: Export, options: Options, report: ReadingBuilder) -> Reading:
    piece: Piece | None = None
    for piece in export.format.read(export.documents, options):
        report.take(piece)
    if piece is None:
        raise NotUnderstoodError("no_rows")
    if isinstance(piece, Strange) and _is_open(piece, export.documents):
        raise NotUnderstoodError("cut_short")
    formulas = sum(document.formulas for document in export.documents)
    return report.reading(export.format, formulas=formulas, other_files=export.others)


def _is_open(last: Strange, documents: Documents) -> bool:
    """Whether the last row is a time begun only: the file was cut there."""
    is_end = documents[-1].text.endswith(last.row)
    return last.doubt.reason == "bad_time" and is_end


def _zone(name: str) -> ZoneInfo:
    if not method.lasting.is_zone(name):
        raise NotUnderstoodError("zone", zone=name)
    return ZoneInfo(name)
