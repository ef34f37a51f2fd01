"""Writing down what was typed: once, even if a thumb taps twice."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied

from stepstool import method
from stepstool.web.diary import keys, writing
from stepstool.web.diary.refusals import RefusedError, Why
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.log.asking import Typed
from stepstool.web.log.composing import Desk, UnfitError, changed_entry, new_entry


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
        if any(each.why is Why.NOT_ALLOWED for each in refused.refusals):
            raise PermissionDenied from None
        raise UnfitError({"": str(refused)}) from None
