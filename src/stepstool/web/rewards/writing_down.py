"""Writing down what was given and chosen: once, even if two phones tap at once."""

from collections.abc import Iterable

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit


def write_down(visit: Visit, entry: method.Entry) -> None:
    """Write it, or raise PermissionDenied; what was taken back is written after all."""
    with denied_if_refused():
        written = writing.write(visit.membership, visit.child, [entry])
        if written.unchanged and _is_removed(visit, entry.id):
            writing.change(visit.membership, visit.child, entry)


def write_all(visit: Visit, entries: Iterable[method.Entry]) -> None:
    """Write some of them."""
    for each in entries:
        write_down(visit, each)


def _is_removed(visit: Visit, entry_id: str) -> bool:
    return visit.entry(entry_id).removed
