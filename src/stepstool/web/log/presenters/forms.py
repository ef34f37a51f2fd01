"""A form for one entry: a new one, or the correction of one that is there."""

from typing import Any

from stepstool import method
from stepstool.web.diary import keys, kinds, words
from stepstool.web.diary.visit import Visit
from stepstool.web.log import whens
from stepstool.web.log.asking import Asking, Typed
from stepstool.web.log.groups import groups_of


def new_form(visit: Visit, asking: Asking) -> dict[str, Any]:
    """Give the form of a new entry."""
    chosen = _first(asking.typed, "when") or "now"
    return _form(visit, asking) | {
        "id": keys.new_id(),
        "whens": whens.options(visit.clock, visit.now, chosen),
        "at": _first(asking.typed, "at") or whens.local_minute(visit.clock, visit.now),
    }


def correction_form(
    visit: Visit, asking: Asking, entry: method.Entry
) -> dict[str, Any]:
    """Give the form of an entry that is there."""
    at = _first(asking.typed, "at") or whens.local_minute(visit.clock, entry.at)
    return _form(visit, asking) | {"at": at}


def typed_envelope(visit: Visit, entry: method.Entry) -> Typed:
    """Give what would have to be typed for the note and the end of an entry."""
    texts: dict[str, list[str]] = {}
    if entry.note is not method.UNKNOWN:
        texts["note"] = [entry.note]
    if entry.until is not None:
        texts["until"] = [whens.local_minute(visit.clock, entry.until)]
    return texts


def _form(visit: Visit, asking: Asking) -> dict[str, Any]:
    declared = kinds.kind_of(asking.kind)
    return {
        "title": words.fill(declared.on_button, visit.gaps),
        "picture": declared.drawing,
        "groups": groups_of(asking),
        "errors": asking.errors,
        "note": _first(asking.typed, "note"),
        "until": _first(asking.typed, "until"),
        "lasts": declared.of.SPANS,
        "latest": whens.local_minute(visit.clock, visit.now),
    }


def _first(typed: Typed, name: str) -> str:
    return (typed.get(name) or [""])[0]
