"""One tap, one entry: sent twice with one id it is one."""

from stepstool import method
from stepstool.web.diary import writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit


def write(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write an entry down, or raise PermissionDenied."""
    with denied_if_refused():
        writing.write(visit.membership, visit.child, [entry])
    return entry


def change(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write a new version of an entry, or raise PermissionDenied."""
    with denied_if_refused():
        writing.change(visit.membership, visit.child, entry)
    return entry
