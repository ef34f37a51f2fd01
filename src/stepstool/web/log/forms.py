"""Writing down what was typed: the page of kinds, the form of one, and its entry, once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied

from stepstool import method
from stepstool.web.asking.controls import KindForm, Option
from stepstool.web.asking.typed import Typed, UnfitError
from stepstool.web.diary import keys, kinds, words, writing
from stepstool.web.diary.refusals import RefusalReason, RefusedError
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.log import whens
from stepstool.web.log.composing import (
    Desk,
    changed_entry,
    new_entry,
)
from stepstool.web.log.groups import groups_of


class KindSection(NamedTuple):
    """Some kinds under a heading."""

    title: str
    kinds: list[Option]


def sections(visit: Visit) -> list[KindSection]:
    """Give the kinds that this visitor may write, in their company."""
    offered = (
        KindSection(
            str(title),
            [
                _option(visit, kind)
                for kind in kinds.KINDS.values()
                if kind.more is heading and May.WRITE in visit.may(kind.name)
            ],
        )
        for heading, title in kinds.HEADINGS.items()
    )
    return [section for section in offered if section.kinds]


def _option(visit: Visit, kind: kinds.Kind) -> Option:
    button = words.fill(kind.on_button, visit.gaps)
    return Option(value=kind.name, words=button, picture=kind.drawing)


def new_form(visit: Visit, asking: KindForm) -> dict[str, Any]:
    """Give the form of a new entry."""
    chosen = _first(asking.typed, "when") or "now"
    return _form(visit, asking) | {
        "id": keys.new_id(),
        "whens": whens.options(visit.clock, visit.now, chosen),
        "at": _first(asking.typed, "at") or whens.local_minute(visit.clock, visit.now),
    }


def correction_form(
    visit: Visit, asking: KindForm, entry: method.Entry
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


def _form(visit: Visit, asking: KindForm) -> dict[str, Any]:
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


def desk_of(visit: Visit) -> Desk:
    """Give the child's clock and the moment of writing."""
    return Desk(clock=visit.clock, now=visit.now)


def write_down(visit: Visit, kind: str, typed: Typed) -> method.Entry:
    """Write a new entry; sent twice with one id it is one. Raises UnfitError."""
    if May.WRITE not in visit.may(kind):
        raise PermissionDenied
    entry = new_entry(
        desk_of(visit),
        kind,
        keys.id_in({name: texts[0] for name, texts in typed.items()}),
        typed,
    )
    with _unfit_if_refused():
        writing.write(visit.membership, visit.child, [entry])
    return entry


def correct(
    visit: Visit, entry: method.Entry, asked: list[str], typed: Typed
) -> method.Entry:
    """Write a new version of an entry. Raises UnfitError."""
    changed = changed_entry(desk_of(visit), entry, asked, typed)
    return replace_by(visit, changed)


def replace_by(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write this as the new version of the entry of its id."""
    with _unfit_if_refused():
        writing.change(visit.membership, visit.child, entry)
    return entry


@contextmanager
def _unfit_if_refused() -> Iterator[None]:
    """Turn the diary's refusal into what a form can show, or into "not allowed"."""
    try:
        yield
    except RefusedError as refused:
        if any(
            refusal.why is RefusalReason.NOT_ALLOWED for refusal in refused.refusals
        ):
            raise PermissionDenied from None
        raise UnfitError({"refused": str(refused)}) from None
