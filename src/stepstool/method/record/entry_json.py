"""Entries as JSON: strict where somebody writes, lenient where we read our own."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from stepstool.method.record.entry import KINDS, LATEST, Entry, Timing, Version
from stepstool.method.record.faults import Fault, NonsenseError
from stepstool.method.record.unknown import UNKNOWN
from stepstool.method.record.unread import Unread

ENVELOPE = (
    "id", "kind", "at", "until", "timing", "offset", "by", "written_at",
    "version", "device", "removed", "note", "origin", "data",
)  # fmt: skip


def read_entry(raw: Mapping[str, Any]) -> Entry:
    """Make an entry from its JSON form.

    Fields that this version does not know are kept in `beyond`.
    Raises NonsenseError with every fault found.
    """
    made = KINDS.get(str(raw.get("kind")))
    if made is None:
        raise NonsenseError([_strange_kind(raw.get("kind"))])
    faults: list[Fault] = []
    envelope = _read_envelope(raw, faults)
    answers, beyond = _read_answers(made, raw.get("data", {}), faults)
    try:
        entry = made(**envelope, **answers, beyond=beyond | _beyond(raw))
    except NonsenseError as nonsense:
        raise NonsenseError([*faults, *nonsense.faults]) from None
    if faults:
        raise NonsenseError(faults)
    return entry


def read_or_keep(raw: Mapping[str, Any]) -> Entry:
    """Make an entry from its JSON form, or keep it unread; never raises."""
    try:
        return read_entry(raw)
    except NonsenseError as nonsense:
        return unread(raw, str(nonsense))


def unread(raw: Mapping[str, Any], why: str) -> Unread:
    """Keep what can't be read, as far in its place as its moment is known."""
    return Unread(
        id=str(raw.get("id", "")),
        kind=str(raw.get("kind", "")),
        at=_moment_or(raw.get("at"), LATEST),
        version=Version(_counter(raw), str(raw.get("device", ""))),
        removed=raw.get("removed") is True,
        raw=raw,
        why=why,
    )


def write_entry(entry: Entry) -> dict[str, Any]:
    """Give the JSON form of an entry; what is unknown is left out."""
    if isinstance(entry, Unread):
        return dict(entry.raw)
    beyond = dict(entry.beyond)
    data = _write_answers(entry) | beyond.pop("data", {})
    return _write_envelope(entry) | {"data": data} | beyond


def _write_envelope(entry: Entry) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": entry.id,
        "kind": entry.KIND,
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
        "note": "" if entry.note is UNKNOWN else entry.note,
        "origin": dict(entry.origin),
    }
    written |= {name: value for name, value in optional.items() if value}
    return written if entry.offset is None else written | {"offset": entry.offset}


def _write_answers(entry: Entry) -> dict[str, Any]:
    answered = {name: getattr(entry, name) for name in entry.QUESTIONS}
    return {
        name: entry.QUESTIONS[name].write(value)
        for name, value in answered.items()
        if value is not UNKNOWN
    }


def _read_answers(
    made: type[Entry], data: Any, faults: list[Fault]
) -> tuple[dict[str, Any], dict[str, Any]]:
    if not isinstance(data, Mapping):
        faults.append(_fault("data", data, "an object of answers", "Write {} for none"))
        return {}, {}
    answers = {}
    for name, question in made.QUESTIONS.items():
        if (raw := data.get(name, "unknown")) != "unknown":
            try:
                answers[name] = question.read(raw)
            except (KeyError, TypeError, ValueError):
                faults.append(_fault(name, raw, question.allowed, question.cure))
    strange = {name: data[name] for name in data if name not in made.QUESTIONS}
    return answers, {"data": strange} if strange else {}


def _read_envelope(raw: Mapping[str, Any], faults: list[Fault]) -> dict[str, Any]:
    envelope = {
        "id": raw.get("id"),
        "at": _moment("at", raw.get("at"), faults),
        "until": raw.get("until") and _moment("until", raw["until"], faults),
        "written_at": raw.get("written_at")
        and _moment("written_at", raw["written_at"], faults),
        "version": Version(_checked_counter(raw, faults), str(raw.get("device", ""))),
        "removed": raw.get("removed", False) is True,
        "by": str(raw.get("by", "")),
        "note": raw.get("note", UNKNOWN),
        "origin": raw.get("origin") or {},
    }
    return envelope | _read_timing(raw, faults) | _read_offset(raw, faults)


def _read_timing(raw: Mapping[str, Any], faults: list[Fault]) -> dict[str, Any]:
    try:
        return {"timing": Timing(raw.get("timing", Timing.EXACT))}
    except ValueError:
        allowed = "one of " + ", ".join(Timing)
        faults.append(_fault("timing", raw["timing"], allowed, "Choose one of these"))
        return {}


def _read_offset(raw: Mapping[str, Any], faults: list[Fault]) -> dict[str, Any]:
    offset = raw.get("offset")
    if offset is None or (type(offset) is int and abs(offset) <= 15 * 60):
        return {"offset": offset}
    allowed = "minutes from UTC, -900 to 900"
    faults.append(_fault("offset", offset, allowed, "Leave it out"))
    return {}


def _moment(field: str, raw: Any, faults: list[Fault]) -> datetime:
    try:
        return datetime.fromisoformat(raw)
    except (TypeError, ValueError):
        cure = "Write it like 2026-03-04T18:10+00:00"
        faults.append(_fault(field, raw, "a moment with its offset from UTC", cure))
        return datetime(2000, 1, 1, tzinfo=UTC)


def _moment_or(raw: Any, otherwise: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(raw)
        return moment.astimezone(UTC) if moment.tzinfo else otherwise
    except (TypeError, ValueError, OverflowError):
        return otherwise


def _counter(raw: Mapping[str, Any]) -> int:
    counter = raw.get("version", 1)
    return counter if type(counter) is int else 1


def _checked_counter(raw: Mapping[str, Any], faults: list[Fault]) -> int:
    counter = raw.get("version", 1)
    if type(counter) is not int:
        cure = "Count the writings of an entry from 1"
        faults.append(_fault("version", counter, "a whole number from 1", cure))
    return _counter(raw)


def _beyond(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: raw[name] for name in raw if name not in ENVELOPE}


def _strange_kind(value: object) -> Fault:
    allowed = "one of " + ", ".join(sorted(KINDS))
    return _fault("kind", value, allowed, "Choose one of these, or update Stepstool")


def _fault(field: str, value: object, allowed: str, cure: str) -> Fault:
    return Fault(field=field, value=value, allowed=allowed, cure=cure)
