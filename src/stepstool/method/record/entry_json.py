"""Entries as JSON and as rows: strict where somebody writes, lenient where we read our own.

Rows of our own database become entries quickly, and without being checked again.
"""

import dataclasses
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from stepstool.method.record.entry import (
    EARLIEST,
    KINDS,
    LATEST,
    LONGEST_ID,
    MOST_WRITINGS,
    Entry,
    Timing,
    Unread,
    Version,
    computed_id,
)
from stepstool.method.record.question import (
    UNKNOWN,
    AnswerFault,
    NonsenseError,
    Question,
    Reader,
    is_plain_text,
    readers_of,
    whole,
)

ENVELOPE: Final = (
    "id", "kind", "at", "until", "timing", "offset", "by", "written_at",
    "version", "device", "removed", "note", "origin", "data",
)  # fmt: skip
MOMENT: Final = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})$"
)
TIMINGS: Final[dict[Any, Timing]] = {str(timing): timing for timing in Timing}
_is_moment: Final = re.compile(MOMENT).fullmatch


def read_entry(raw: Mapping[str, Any]) -> Entry:
    """Make an entry from its JSON form.

    Fields that this version does not know are kept in `beyond`.
    Raises NonsenseError with every fault found.
    """
    made = KINDS.get(str(raw.get("kind")))
    if made is None:
        raise NonsenseError([_strange_kind(raw.get("kind"))])
    data = raw.get("data", {})
    strange = [] if isinstance(data, Mapping) else [_strange_data(data)]
    answers, beyond = _read_answers(made, {} if strange else data)
    beyond |= {name: raw[name] for name in raw if name not in ENVELOPE}
    try:
        entry = made(**_read_envelope(raw), **answers, beyond=beyond)
    except NonsenseError as nonsense:
        raise NonsenseError([*strange, *nonsense.faults]) from None
    if strange:
        raise NonsenseError(strange)
    return entry


def read_or_keep(raw: Mapping[str, Any]) -> Entry:
    """Make an entry from its JSON form, or keep it unread; never raises."""
    try:
        return read_entry(raw)
    except NonsenseError as nonsense:
        return unread(raw, str(nonsense))


def unread(raw: Mapping[str, Any], why: str) -> Unread:
    """Keep what can't be read, as far in its place as its moment is known.

    Without an id that can be used it gets one that is computed from all of it.
    """
    known = raw.get("id")
    return Unread(
        id=str(known) if _is_id(known) else computed_id("unread", _canonical(raw)),
        kind=str(raw.get("kind", "")),
        at=_moment_of(raw),
        version=_version_of(raw),
        removed=raw.get("removed") is True,
        raw=raw,
        why=why,
    )


def write_entry(entry: Entry) -> dict[str, Any]:
    """Give the JSON form of an entry; what is unknown is left out."""
    if isinstance(entry, Unread):
        return _write_unread(entry)
    beyond = dict(entry.beyond)
    data = _write_answers(entry) | beyond.pop("data", {})
    return write_envelope(entry, entry.KIND) | {"data": data} | beyond


def write_envelope(entry: Entry, kind: str) -> dict[str, Any]:
    """Give the JSON form of what an entry carries around its answers."""
    written: dict[str, Any] = {
        "id": entry.id,
        "kind": kind,
        "at": entry.at.isoformat(),
        "version": entry.version.counter,
        "removed": entry.removed,
    }
    optional = {
        "device": entry.version.device,
        "until": entry.until and entry.until.isoformat(),
        "timing": "" if entry.timing is Timing.EXACT else str(entry.timing),
        "by": entry.by,
        "written_at": entry.written_at and entry.written_at.isoformat(),
        "note": entry.note or "",
        "origin": dict(entry.origin),
    }
    written |= {name: value for name, value in optional.items() if value}
    return written if entry.offset is None else written | {"offset": entry.offset}


def _write_unread(entry: Unread) -> dict[str, Any]:
    """Give it as it came; if it was removed or restored since, with that."""
    raw = dict(entry.raw)
    if entry.version == _version_of(raw):
        return raw
    return raw | {
        "version": entry.version.counter,
        "device": entry.version.device,
        "removed": entry.removed,
    }


def _write_answers(entry: Entry) -> dict[str, Any]:
    answered = {name: getattr(entry, name) for name in entry.QUESTIONS}
    return {
        name: entry.QUESTIONS[name].write(value)
        for name, value in answered.items()
        if value is not UNKNOWN
    }


def _read_answers(
    made: type[Entry], data: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read the answers; the constructor refuses those that stay as they came."""
    answers = {
        name: _answer(question, data[name])
        for name, question in made.QUESTIONS.items()
        if name in data and data[name] != "unknown"
    }
    strange = {name: data[name] for name in data if name not in made.QUESTIONS}
    return answers, {"data": strange} if strange else {}


def _answer(question: Question, raw: Any) -> Any:
    try:
        return question.read(raw)
    except (KeyError, TypeError, ValueError):
        return raw


def _read_envelope(raw: Mapping[str, Any]) -> dict[str, Any]:
    timing = raw.get("timing", "exact")
    known = isinstance(timing, str) and timing in TIMINGS
    return {
        "id": raw.get("id"),
        "at": _moment(raw.get("at")),
        "until": _moment(raw.get("until")),
        "timing": TIMINGS[timing] if known else timing,
        "offset": whole(raw.get("offset")),
        "by": raw.get("by", ""),
        "written_at": _moment(raw.get("written_at")),
        "version": Version(whole(raw.get("version", 1)), raw.get("device", "")),
        "removed": raw.get("removed", False),
        "note": raw.get("note", UNKNOWN),
        "origin": raw.get("origin", {}),
    }


def _moment(raw: Any) -> Any:
    """Read a moment; what is none stays as it is."""
    if not isinstance(raw, str) or not _is_moment(raw):
        return raw
    try:
        return datetime.fromisoformat(raw)
    except ValueError:
        return raw


def _moment_of(raw: Mapping[str, Any]) -> datetime:
    """The moment of what can't be read: its own, else when it was written, else last."""
    for name in ("at", "written_at"):
        moment = _moment(raw.get(name))
        if isinstance(moment, datetime) and EARLIEST <= moment < LATEST:
            return moment.astimezone(UTC)
    return LATEST


def _version_of(raw: Mapping[str, Any]) -> Version:
    counter, device = whole(raw.get("version", 1)), raw.get("device", "")
    sound = type(counter) is int and 1 <= counter <= MOST_WRITINGS
    return Version(counter if sound else 1, device if _is_id(device) else "")


def _is_id(value: Any) -> bool:
    fits = isinstance(value, str) and 0 < len(value) <= LONGEST_ID
    return fits and is_plain_text(value)


def _canonical(raw: Mapping[str, Any]) -> str:
    return json.dumps(raw, sort_keys=True, default=str)


def _strange_kind(value: object) -> AnswerFault:
    allowed = "one of " + ", ".join(sorted(KINDS))
    cure = "Choose one of these, or update Stepstool"
    return AnswerFault(field="kind", value=value, allowed=allowed, cure=cure)


def _strange_data(value: object) -> AnswerFault:
    allowed, cure = "an object of answers", "Write {} for none"
    return AnswerFault(field="data", value=value, allowed=allowed, cure=cure)


_READERS: dict[str, dict[str, Reader]] = {}


def row(
    kind: str,
    entry_id: str,
    at: datetime,
    data: Mapping[str, Any],
    envelope: Mapping[str, Any],
) -> Entry:
    """Make an entry of what the database holds.

    envelope: further fields of `Entry` by their names (until, timing, version, …).
    A row that can't be read becomes an unread entry; nothing is raised.
    """
    made = KINDS.get(kind)
    if made is None:
        return _unread(kind, entry_id, at, data, envelope)
    try:
        answers, beyond = _answers(made, data)
    except (KeyError, TypeError, ValueError):
        return _unread(kind, entry_id, at, data, envelope)
    entry = object.__new__(made)
    entry.__dict__.update(
        {"id": entry_id, "at": at, "origin": {}, "beyond": beyond},
        **envelope,
        **answers,
    )
    return entry


def _answers(
    made: type[Entry], data: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    readers = _READERS.get(made.KIND) or _READERS.setdefault(
        made.KIND, readers_of(made.QUESTIONS)
    )
    answers = {name: readers[name](data[name]) for name in data if name in readers}
    if len(answers) == len(data):
        return answers, {}
    return answers, {"data": {name: data[name] for name in data if name not in readers}}


def _unread(
    kind: str,
    entry_id: str,
    at: datetime,
    data: Mapping[str, Any],
    envelope: Mapping[str, Any],
) -> Unread:
    why = "This entry was written by another version of Stepstool."
    entry = Unread(id=entry_id, kind=kind, at=at, raw={}, why=why, **envelope)
    raw = write_envelope(entry, kind) | {"data": data} | dict(entry.beyond)
    return dataclasses.replace(entry, raw=raw)
