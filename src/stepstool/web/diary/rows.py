"""Between rows and entries: rows are read leniently and without checking them again."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from stepstool import method
from stepstool.web.diary.models import EMPTIED, SHAPE, UNREAD, StoredEntry, Writing

# What a row has columns of its own for, in the JSON form of an entry.
OWN = frozenset(
    ["id", "kind", "at", "until", "timing", "offset", "by", "written_at", "version", "device", "removed", "note", "data"]
)  # fmt: skip
# What rules need; pages that show or change entries read whole rows.
LEAN = (
    "id", "moment", "end", "shape", "rest", "removed",
    "kind", "data", "timing", "note", "counter", "device", "by",
)  # fmt: skip
# What an entry says in full: all columns that `entry_of` reads.
FULL = ("offset", "written", *LEAN)
ANSWERS = FULL.index("kind")
# Under this name a version without its content says so, in a file and on its way back.
FORGOTTEN = "forgotten"
FORGOTTEN_WHY = (
    "What it said before is gone after 30 days; who wrote it, and when, is kept."
)
A_FETCH = 1000  # rows that are in memory at once while a whole diary goes by
# The columns of what is emptied.
NOTHING: Final[dict[str, Any]] = {
    "at": datetime(2000, 1, 2, tzinfo=UTC),
    "until": None,
    "timing": str(method.Timing.ABOUT),
    "offset": None,
    "note": "",
    "data": "",
    "rest": "",
    "written_at": None,
    "shape": EMPTIED,
}
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_TIMINGS = {str(timing): timing for timing in method.Timing}


@lru_cache(maxsize=4096)
def _parsed(text: str) -> dict[str, Any] | None:
    """Read JSON; families write the same few answers again and again. Never change it.

    None for what is no JSON object: such a row becomes unread.
    """
    try:
        parsed = json.loads(text) if text else {}
    except ValueError:
        return None
    return parsed if isinstance(parsed, dict) else None


def _text(value: Any) -> str:
    """Write JSON; half a character, which no database takes, as a number."""
    if not value:
        return ""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if method.is_plain_text(text) else json.dumps(value)


@lru_cache(maxsize=4096)
def _pattern(columns: tuple[Any, ...]) -> method.Entry | None:
    """Read what a row says beside its id and moment; None if that cannot be read.

    Entries of a diary differ in little else, so most rows only copy one of these.
    """
    kind, text, timing, note, counter, device, by = columns
    data = _parsed(text)
    if data is None:
        return None
    envelope = {
        "timing": _TIMINGS.get(timing, method.Timing.ABOUT),
        "version": method.Version(counter, device),
        "by": str(by or ""),
        "note": note or method.UNKNOWN,
    }
    entry = method.row(kind, "", _ANY_TIME, data, envelope)
    return None if isinstance(entry, method.Unread) else entry


def lean_entries(*parts: QuerySet[StoredEntry]) -> Iterator[method.Entry]:
    """Read entries for the rules: without offset, origin, and what is beyond us.

    parts: which rows, no row in two of them. They are asked for in one query, of which
    each part keeps its own index.
    """
    lean, *more = map(_lean, parts)
    for key, moment, end, shape, rest, removed, *columns in (
        lean.union(*more, all=True) if more else lean
    ):
        at = _instant(moment)
        like = _pattern(tuple(columns))
        if shape == UNREAD or like is None:
            raw = {
                "id": key,
                "kind": columns[0],
                "at": at.isoformat(),
                "data": columns[1],
            }
            beside = {"id": key, "removed": removed}
            yield method.read_or_keep({**raw, **(_parsed(rest) or {}), **beside})
            continue
        until = end and _instant(end)
        yield _copied(like, id=key, at=at, until=until, removed=removed)


def _copied(like: method.Entry, **own: Any) -> method.Entry:
    """Give the entry that differs from a pattern in this alone."""
    entry = object.__new__(type(like))
    entry.__dict__.update(like.__dict__, **own)
    return entry


def _lean(rows: QuerySet[StoredEntry]) -> QuerySet[StoredEntry, Any]:
    return rows.annotate(**_as_text(moment="at", end="until")).values_list(*LEAN)


def _as_text(**moments: str) -> dict[str, Cast]:
    """Ask for moments as both databases write them."""
    return {name: Cast(column, CharField()) for name, column in moments.items()}


def _instant(text: str) -> datetime:
    """Read a moment as both databases write it: three times quicker than Django does."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def entry_of(row: "StoredEntry | _Row", version: Writing | None = None) -> method.Entry:
    """Read an entry in full: its current version, or another one of its history."""
    if version is not None and version.shape == EMPTIED:
        return _forgotten(row, version)
    written = version or row
    data, rest = _parsed(written.data), dict(_parsed(written.rest) or {})
    if written.shape == UNREAD or data is None:
        raw = {"kind": row.kind, "at": written.at.isoformat(), "data": written.data}
        return method.read_or_keep({**raw, **rest, "id": row.id, **_version(written)})
    envelope = _envelope(written) | {"origin": rest.pop("origin", {})}
    entry = method.row(row.kind, row.id, written.at, data, envelope)
    if rest:
        object.__setattr__(entry, "beyond", {**entry.beyond, **rest})
    return entry


def _forgotten(row: "StoredEntry | _Row", version: Writing) -> method.Unread:
    """Give a version of which only who wrote it, and when, is kept."""
    moment = version.at.isoformat()
    raw = {"id": row.id, "kind": row.kind, "at": moment, "written_at": moment}
    return method.Unread(
        id=row.id,
        kind=row.kind,
        at=version.at,
        written_at=version.at,
        by=str(version.by or ""),
        version=method.Version(version.counter, version.device),
        removed=version.removed,
        raw=raw | _version(version) | {FORGOTTEN: FORGOTTEN_WHY},
        why=FORGOTTEN_WHY,
    )


def is_forgotten(entry: method.Entry) -> bool:
    """Whether it is a version whose content was let go of, here or before it came here."""
    beyond = entry.raw if isinstance(entry, method.Unread) else entry.beyond
    return FORGOTTEN in beyond


def full_entries(rows: QuerySet[StoredEntry]) -> Iterator[method.Entry]:
    """Read entries in full, one after another while they come from the database."""
    moments = _as_text(moment="at", end="until", written="written_at")
    columns = rows.annotate(**moments).values_list(*FULL)  # a quarter of models' cost
    return map(_full, columns.iterator(A_FETCH))


class _Row(NamedTuple):
    """The columns of an entry in full, in the order of FULL, its moments being read."""

    offset: int | None
    written_at: datetime | None
    id: str
    at: datetime
    until: datetime | None
    shape: int
    rest: str
    removed: bool
    kind: str
    data: str
    timing: str
    note: str
    counter: int
    device: str
    by: int | None


def _full(columns: tuple[Any, ...]) -> method.Entry:
    """Read an entry in full, as `entry_of` does; by its pattern if it says nothing else."""
    offset, written, key, moment, end, shape, rest, removed, *_ = columns
    moments: dict[str, Any] = {
        "at": _instant(moment),
        "until": end and _instant(end),
        "written_at": written and _instant(written),
    }
    like = _pattern(columns[ANSWERS:])
    if rest or shape == UNREAD or like is None:
        return entry_of(_Row(*columns)._replace(**moments))
    return _copied(like, id=key, offset=offset, removed=removed, **moments)


def _version(written: "Writing | _Row") -> dict[str, Any]:
    return {
        "version": written.counter,
        "device": written.device,
        "removed": written.removed,
        "by": str(written.by or ""),
    }


def _envelope(written: "Writing | _Row") -> dict[str, Any]:
    return {
        "until": written.until,
        "timing": _TIMINGS.get(written.timing, method.Timing.ABOUT),
        "offset": written.offset,
        "version": method.Version(written.counter, written.device),
        "removed": written.removed,
        "by": str(written.by or ""),
        "written_at": written.written_at,
        "note": written.note or method.UNKNOWN,
    }


def columns_of(entry: method.Entry) -> dict[str, Any]:
    """Give the columns of one version; who and when on the server are not among them."""
    raw = method.write_entry(entry)
    unread = isinstance(entry, method.Unread)
    rest = raw if unread else {key: raw[key] for key in raw if key not in OWN}
    return {
        "at": entry.at,
        "until": entry.until,
        "timing": str(entry.timing),
        "offset": entry.offset,
        "note": entry.note or "",
        "data": "" if unread else _text(raw["data"]),
        "rest": _text(rest),
        "shape": UNREAD if unread else SHAPE,
        "counter": entry.version.counter,
        "device": entry.version.device,
        "removed": entry.removed,
        "written_at": entry.written_at,
    }


def of_the_writing(moment: Any) -> dict[str, Any]:
    """Give the columns of a version of which only the moment of its writing is kept."""
    return NOTHING | {"at": moment, "written_at": moment}


def kind_of(entry: method.Entry) -> str:
    """Give the name of its kind, of unread entries too."""
    return entry.kind if isinstance(entry, method.Unread) else entry.KIND


def is_whole(entry: method.Entry) -> bool:
    """Whether it is always read, however old: a lasting one, or one that is not understood."""
    return entry.LASTING or isinstance(entry, method.Unread)
