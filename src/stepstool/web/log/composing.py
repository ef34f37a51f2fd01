"""From what was typed to an entry: strict, and every fault named at its field."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.asking.typed import Typed, data_anew, entry_of, raw_of
from stepstool.web.log.whens import (
    RepeatedHourError,
    UnclearMomentError,
    any_moment,
    local_minute,
    moment,
    when_of,
)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where somebody writes: the child's clock, and the moment of writing."""

    clock: method.Clock
    now: datetime


def new_entry(desk: Desk, kind: str, entry_id: str, typed: Typed) -> method.Entry:
    """Make a new entry. Raises UnfitError."""
    errors: dict[str, str] = {}
    try:
        when = when_of(desk.clock, desk.now, typed)
        at, timing, offset = when.at, when.timing, when.offset
    except UnclearMomentError as unclear:
        errors |= _errors_of(unclear)
        at, timing, offset = desk.now, method.Timing.EXACT, 0
    envelope = {"id": entry_id, "at": at.isoformat(), "offset": offset}
    asked = method.KINDS[kind].QUESTIONS
    raw = _raw(desk, kind, asked, typed, errors) | envelope
    found_later = raw["data"].get("witness") == "found_later"
    if kind == "note" and "note" not in raw:
        errors["note"] = _("Write a few words here, or go back.")
    raw["timing"] = str(method.Timing.FOUND_LATER if found_later else timing)
    return entry_of(raw, errors)


def changed_entry(
    desk: Desk, entry: method.Entry, asked: Iterable[str], typed: Typed
) -> method.Entry:
    """Make the corrected entry; what was not asked stays. Raises UnfitError."""
    errors: dict[str, str] = {}
    names = set(asked)
    stored = method.write_entry(entry)
    raw = _raw(desk, entry.KIND, names, typed, errors)
    raw |= data_anew(entry, names, typed)
    asked_too = {"data", "note"} | ({"until"} if entry.SPANS else set())
    kept = {key: stored[key] for key in stored if key not in asked_too}
    return entry_of(kept | raw | _moved(desk, entry, typed, errors), errors)


def _errors_of(unclear: UnclearMomentError) -> dict[str, str]:
    """Give the sentence; of a repeated hour also at the question which one it was."""
    twice = isinstance(unclear, RepeatedHourError)
    return dict.fromkeys(["at", "fold"] if twice else ["at"], str(unclear))


def _raw(
    desk: Desk, kind: str, asked: Iterable[str], typed: Typed, errors: dict[str, str]
) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "kind": kind,
        "data": raw_of(kind, asked, typed),
        "written_at": desk.now.isoformat(),
    }
    if typed.get("note"):
        raw["note"] = typed["note"][0]
    if method.KINDS[kind].SPANS and typed.get("until"):
        raw |= _until(desk, typed["until"][0], errors)
    return raw


def _until(desk: Desk, text: str, errors: dict[str, str]) -> dict[str, str]:
    """Read the end, which may lie ahead: away until Sunday."""
    try:
        return {"until": any_moment(desk.clock, text).isoformat()}
    except UnclearMomentError as unclear:
        errors["until"] = str(unclear)
        return {}


def _moved(
    desk: Desk, entry: method.Entry, typed: Typed, errors: dict[str, str]
) -> dict[str, Any]:
    """Give the moment if it was changed: a minute left alone keeps its seconds."""
    text = (typed.get("at") or [""])[0]
    if text == local_minute(desk.clock, entry.at) and "fold" not in typed:
        return {}
    try:
        at = moment(desk.clock, desk.now, typed)
    except UnclearMomentError as unclear:
        errors |= _errors_of(unclear)
        return {}
    return {"at": at.isoformat(), "timing": str(method.Timing.EXACT)}
