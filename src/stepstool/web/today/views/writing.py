"""One tap, one entry: sent twice with one id it is one."""

from stepstool import method
from stepstool.web.diary.visit import Visit


def write(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write an entry down, or raise PermissionDenied."""
    visit.write(entry)
    return entry


def change(visit: Visit, entry: method.Entry) -> method.Entry:
    """Write a new version of an entry, or raise PermissionDenied."""
    visit.change(entry)
    return entry
